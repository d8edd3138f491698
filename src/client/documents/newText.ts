import * as vscode from 'vscode';
import { tabsOf } from './editors';

/**
 * A new document without a name that holds a text. VS Code sometimes gives it that of the one of the same name that was
 * closed just before; then the text is put in its place.
 */
export async function newText(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  if (document.getText() !== content) {
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    edit.set(document.uri, [vscode.TextEdit.replace(all, content)]);
    await vscode.workspace.applyEdit(edit);
  }
  return document;
}

/** How long a tab may come after the one in which a text is shown, in milliseconds. */
const lateTabs = 2000;

/**
 * Shows a new text in one tab. VS Code gives a text with changes that has stood in no tab for most of a second one of
 * its own, behind what is in front (its `TextFileEditorTracker`); on a busy machine showing it elsewhere takes longer,
 * and it would have two.
 */
export async function showNewText(
  document: vscode.TextDocument,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  await vscode.window.showTextDocument(document, options);
  await closeSpareTabs(document);
  const late = vscode.window.tabGroups.onDidChangeTabs(() => void closeSpareTabs(document));
  setTimeout(() => late.dispose(), lateTabs);
}

async function closeSpareTabs(document: vscode.TextDocument): Promise<void> {
  const tabs = tabsOf(document);
  if (!tabs.some(({ isActive }) => isActive)) return;
  await vscode.window.tabGroups.close(
    tabs.filter(({ isActive }) => !isActive),
    true,
  );
}
