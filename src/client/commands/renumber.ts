import * as vscode from 'vscode';
import { RenumberRequest } from '../../protocol';
import { isReadOnly } from '../documents/openDocuments';
import { subjectOf } from './arguments';
import { applyIfUnchanged, sayChanged, sayNotApplied, sayReadOnly } from './edits';
import type { CommandTable, Services } from './services';
import { showInformation } from '../notices';

/** Numbering headings in sequence: one edit, one undo. */
export function renumberCommands(services: Services): CommandTable {
  return {
    renumber: async (uri) => {
      const subject = await subjectOf(services, uri);
      if (!subject) return;
      const { document } = subject;
      if (isReadOnly(document.uri)) return sayReadOnly(services);
      const { version } = document;
      const edits = await services.server.request(RenumberRequest, { uri: document.uri.toString() });
      if (edits === undefined) return sayChanged(services);
      if (!edits || edits.length === 0) {
        void showInformation(services.words.t('client.renumber.none'));
        return;
      }
      const applied = await applyIfUnchanged(document, version, edits);
      if (applied !== 'done') return sayNotApplied(services, applied);
      vscode.window.setStatusBarMessage(services.words.t('client.renumber.done', edits.length), 5_000);
    },
  };
}
