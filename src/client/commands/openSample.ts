import * as vscode from 'vscode';
import { newText, showNewText } from '../documents/newText';
import { isPageInFront } from '../documents/editors';
import type { CommandTable, Services } from './services';
import { stepDone } from './walkthroughStep';

/** The bundled memos; the names are files of the folder `samples`. */
const samples = [
  { file: '01-有缺口的备忘录.policy.md', label: 'client.sample.gaps', language: 'zh-policy' },
  { file: '02-完整的实施方案.policy.md', label: 'client.sample.complete', language: 'zh-policy' },
  { file: '03-调研报告.md', label: 'client.sample.survey', language: 'markdown' },
  { file: '04-不是政策文本.md', label: 'client.sample.other', language: 'markdown' },
] as const;

/** Opens a copy of a bundled memo, untitled, so that trying things out changes nothing that is installed. */
export function sampleCommands({ extensionUri, words }: Services): CommandTable {
  const opened = new Map<string, vscode.TextDocument>();
  return {
    openSample: async (which) => {
      const chosen =
        samples.find(({ file }) => typeof which === 'string' && which !== '' && file.startsWith(which)) ??
        (await vscode.window.showQuickPick(
          samples.map((sample) => ({ ...sample, label: words.t(sample.label), description: sample.file })),
          { placeHolder: words.t('client.sample.pick') },
        ));
      if (!chosen) return undefined;
      // One that is open stays as the user has changed it.
      let document = opened.get(chosen.file);
      if (document?.isUntitled !== true || document.isClosed) {
        const bytes = await vscode.workspace.fs.readFile(
          vscode.Uri.joinPath(extensionUri, 'samples', chosen.file),
        );
        // Without a name: one with a name would be saved there, at the root of the disk, without a question.
        document = await newText(chosen.language, new TextDecoder('utf-8').decode(bytes));
        opened.set(chosen.file, document);
      }
      // A page that names the next step, such as the walkthrough, stays in sight.
      const viewColumn = isPageInFront() ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      await showNewText(document, { preview: false, viewColumn });
      void stepDone('sampleOpened');
      return document.uri.toString();
    },
  };
}
