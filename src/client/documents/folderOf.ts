import * as vscode from 'vscode';

/**
 * Where a dialog for a document begins; undefined where there is no folder. A text that is not saved yet may have its
 * place already, with a path that begins with a slash; its own address is none that a dialog could open.
 */
export function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..');
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  return first && uri.path.startsWith('/')
    ? vscode.Uri.joinPath(first.with({ path: uri.path }), '..')
    : first;
}
