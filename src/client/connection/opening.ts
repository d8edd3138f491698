import type * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isUserDocument } from './candidates';
import type { Included } from './included';

/**
 * What happens when a document is opened: the server is not told of those that are nobody's. Of an inclusion it is told
 * in the same turn as of the document, before it is asked about it.
 *
 * @param include Tells the server that a document is included.
 */
export function opening(
  included: Pick<Included, 'has'>,
  include: (uri: vscode.Uri) => void,
): Required<Pick<Middleware, 'didOpen'>> {
  return {
    didOpen: (document, next) => {
      if (!isUserDocument(document)) return Promise.resolve();
      if (included.has(document)) include(document.uri);
      return next(document);
    },
  };
}
