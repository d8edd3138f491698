import * as vscode from 'vscode';
import { RenumberRequest } from '../../protocol';
import { subjectOf, toRange } from './arguments';
import type { CommandTable, Services } from './services';

/** Numbering headings in sequence: one edit, one undo. */
export function renumbering(services: Services): CommandTable {
  return {
    renumber: async (uri) => {
      const subject = await subjectOf(services, uri);
      if (!subject) return;
      const { document } = subject;
      const { version } = document;
      const result = await services.server.request(RenumberRequest, { uri: document.uri.toString() });
      if (document.version !== version) return;
      const edits = Object.values(result?.changes ?? {}).flat();
      if (edits.length === 0) {
        void vscode.window.showInformationMessage(services.words.t('client.renumber.none'));
        return;
      }
      const edit = new vscode.WorkspaceEdit();
      edit.set(
        document.uri,
        edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
      );
      await vscode.workspace.applyEdit(edit);
      vscode.window.setStatusBarMessage(services.words.t('client.renumber.done', edits.length), 5_000);
    },
  };
}
