import * as vscode from 'vscode';
import { formatOf } from '../../core/text/format';
import { freshFile } from '../documents/freshFile';
import { isPageInFront } from '../documents/editors';
import { memoKinds, type MemoKind } from './memoKinds';
import type { CommandTable, Services } from './services';

/** `newMemo`: begins a policy memo from a skeleton. Nothing is written before the user saves. */
export function newMemoCommands(services: Services): CommandTable {
  return {
    newMemo: async (folder, kind) => {
      const chosen = await pickKind(services, kind);
      if (!chosen) return undefined;
      const asked = folder instanceof vscode.Uri ? folder : undefined;
      const editor = (asked ? undefined : await blankInFront(services)) ?? (await opened(asked, chosen.name));
      await editor.insertSnippet(new vscode.SnippetString(chosen.body));
      return editor.document.uri.toString();
    },
  };
}

async function pickKind({ extensionUri, words }: Services, kind: unknown): Promise<MemoKind | undefined> {
  const file = vscode.Uri.joinPath(extensionUri, 'snippets', 'markdown.json');
  const json = new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(file));
  const kinds = memoKinds(json, words.current.language);
  const given = kinds.find(({ name }) => name === kind);
  if (given) return given;
  const picked = await vscode.window.showQuickPick(
    kinds.map((each) => ({ label: each.name, detail: each.description, each })),
    { placeHolder: words.t('client.newMemo.pick') },
  );
  return picked?.each;
}

/** The blank text that the views speak about, where a skeleton, which is Markdown, can stand. */
async function blankInFront({ current }: Services): Promise<vscode.TextEditor | undefined> {
  const { editor } = current;
  if (!editor || editor.document.getText() !== '') return undefined;
  const { document, viewColumn } = editor;
  if (!document.isUntitled && formatOf(document.uri.path, document) !== 'markdown') return undefined;
  if (document.languageId === 'plaintext')
    await vscode.languages.setTextDocumentLanguage(document, 'zh-policy');
  return vscode.window.showTextDocument(document, { preview: false, ...(viewColumn ? { viewColumn } : {}) });
}

async function opened(folder: vscode.Uri | undefined, name: string): Promise<vscode.TextEditor> {
  const document = await emptyMemo(folder ?? onlyFolder(), name);
  // A page that names the next step, such as the walkthrough, stays in sight.
  const viewColumn = isPageInFront() ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  return vscode.window.showTextDocument(document, { preview: false, viewColumn });
}

/** Where there is no doubt where a memo belongs. Without a name the editor would offer its first line, `#` and all. */
function onlyFolder(): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 1 ? folders[0]?.uri : undefined;
}

/** With a folder it has a name there, where saving puts it; without one saving asks. */
async function emptyMemo(folder: vscode.Uri | undefined, name: string): Promise<vscode.TextDocument> {
  // Elsewhere the editor would take the path for one on the disk.
  if (folder?.scheme !== 'file') return vscode.workspace.openTextDocument({ language: 'zh-policy' });
  const asUntitled = (uri: vscode.Uri): vscode.Uri => uri.with({ scheme: 'untitled' });
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const file = await freshFile(folder, name, (uri) => open.has(asUntitled(uri).toString()));
  return vscode.workspace.openTextDocument(asUntitled(file));
}
