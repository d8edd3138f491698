import * as vscode from 'vscode';
import { distinctNames } from './distinctNames';
import { baseName } from '../../core/text/fileName';

/**
 * A path as it is shown and as reports tell documents apart by: relative, with the folder's name in front where there
 * are several, and with the folders above it where two have one name. Whole outside the workspace.
 */
export function shownPath(uri: vscode.Uri): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
  if (!folder) return vscode.workspace.asRelativePath(uri);
  return `${shownFolder(folder)}/${vscode.workspace.asRelativePath(uri, false)}`;
}

/** The name of a workspace folder that no other has. */
export function shownFolder(folder: vscode.WorkspaceFolder): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const names = distinctNames(folders.map(({ name, uri }) => ({ name, path: uri.path })));
  return names[folders.findIndex(({ uri }) => uri.toString() === folder.uri.toString())] ?? folder.name;
}

/** The name of a document's file; its path as it is shown, where a tab has another document of that name. */
export function shownName(uri: vscode.Uri): string {
  const name = baseName(uri.path);
  const isShared = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) =>
        input instanceof vscode.TabInputText &&
        baseName(input.uri.path) === name &&
        input.uri.toString() !== uri.toString(),
    );
  return isShared ? shownPath(uri) : name;
}
