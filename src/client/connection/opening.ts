import type { Middleware } from 'vscode-languageclient';
import { isUserDocument } from './candidates';
import type { Included } from './included';

/**
 * What happens when a document is opened: the server is not told of those that are nobody's. Of an inclusion it is told
 * in the same turn as of the document, before it is asked about it. The settings are not even read for others: that takes
 * a look at all documents that are open, and hundreds may be opened at once.
 *
 * @param sendSettings Tells the server which documents are included.
 */
export function opening(
  included: Pick<Included, 'has'>,
  sendSettings: () => void,
): Required<Pick<Middleware, 'didOpen'>> {
  return {
    didOpen: (document, next) => {
      if (!isUserDocument(document)) return Promise.resolve();
      if (included.has(document)) sendSettings();
      return next(document);
    },
  };
}
