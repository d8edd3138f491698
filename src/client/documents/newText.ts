import * as vscode from 'vscode';

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
