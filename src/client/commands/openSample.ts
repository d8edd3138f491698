import * as vscode from 'vscode';
import { find } from '../documents/documentStates';
import type { CommandTable, Services } from './services';

/** The bundled memos; the names are files of the folder `samples`. */
const samples = [
  { file: '01-有缺口的备忘录.policy.md', label: 'client.sample.gaps' },
  { file: '02-完整的实施方案.policy.md', label: 'client.sample.complete' },
  { file: '03-调研报告.md', label: 'client.sample.survey' },
  { file: '04-不是政策文本.md', label: 'client.sample.other' },
] as const;

/** Opens a copy of a bundled memo, untitled, so that trying things out changes nothing that is installed. */
export function sampleCommands({ extensionUri, words }: Services): CommandTable {
  return {
    openSample: async (which) => {
      const chosen =
        samples.find(({ file }) => typeof which === 'string' && which !== '' && file.startsWith(which)) ??
        (await vscode.window.showQuickPick(
          samples.map(({ file, label }) => ({ label: words.t(label), description: file, file })),
          { placeHolder: words.t('client.sample.pick') },
        ));
      if (!chosen) return undefined;
      const bytes = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(extensionUri, 'samples', chosen.file),
      );
      const text = new TextDecoder('utf-8').decode(bytes);
      // The name decides the language and that the text is Markdown.
      const uri = vscode.Uri.from({ scheme: 'untitled', path: chosen.file });
      const isOpen = find(uri.toString()) !== undefined;
      const document = await vscode.workspace.openTextDocument(uri);
      // One that is open stays as the user has changed it; a new one may still hold the text it was closed with.
      if (!isOpen && document.getText() !== text) {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
        await vscode.workspace.applyEdit(edit);
      }
      await vscode.window.showTextDocument(document, { preview: false });
      return document.uri.toString();
    },
  };
}
