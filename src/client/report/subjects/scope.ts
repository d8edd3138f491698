import * as vscode from 'vscode';
import { isTextFile } from '../../../core/text/format';
import type { Listed } from './listFiles';

/** Folders and files that a report is limited to; none: the whole workspace. */
export type Scope = readonly vscode.Uri[];

/** Whether a file is in the scope or below one of its folders. */
export function isWithin(scope: Scope, uri: vscode.Uri): boolean {
  const address = uri.toString();
  return (
    scope.length === 0 ||
    // A folder may be the root of its file system, whose address ends in a slash.
    scope.some((each) => `${address}/`.startsWith(`${each.toString().replace(/\/$/, '')}/`))
  );
}

/**
 * The tables among `tables` that may speak of texts in the scope: those in it, and those of the folders around it. What
 * others say, and what is wrong with them, is no matter of the report.
 */
export function tablesFor(scope: Scope, tables: readonly vscode.Uri[]): readonly vscode.Uri[] {
  return tables.filter(
    (table) =>
      isWithin(scope, table) || scope.some((each) => isWithin([vscode.Uri.joinPath(table, '..')], each)),
  );
}

/**
 * What was listed of the workspace, limited to a scope. A text that was chosen by itself is read whatever the settings
 * leave out: who picks a file wants to see it.
 */
export function narrowed(listed: Listed, scope: Scope): Listed {
  if (scope.length === 0) return listed;
  const inScope = (uri: vscode.Uri): boolean => isWithin(scope, uri);
  const known = new Set([...listed.files, ...listed.about, ...listed.off].map(String));
  const chosen = textsOf(scope).filter((uri) => !known.has(uri.toString()));
  return {
    ...listed,
    files: [...listed.files.filter(inScope), ...chosen].sort((a, b) => (a.path < b.path ? -1 : 1)),
    about: listed.about.filter(inScope),
    off: listed.off.filter(inScope),
    cut: listed.cut.filter(({ uri }) => scope.some((each) => isWithin([uri], each))),
  };
}

/** Texts that were chosen by themselves, not by a folder. */
export function textsOf(scope: Scope): readonly vscode.Uri[] {
  return scope.filter(({ path }) => isTextFile(path));
}

/**
 * The glob pattern of a file in a folder. What a pattern would read as a sign of its own stands for any character:
 * the editor does not read all of them in brackets.
 */
export function globOf(folder: vscode.Uri, { path }: vscode.Uri): string {
  return path
    .slice(folder.path.length)
    .replace(/^\//, '')
    .replace(/[*{}[\]]/g, '?');
}

/** What the explorer's menu is about: all that is selected where the click was on one of them, else what was clicked. */
export function scopeOf(clicked: unknown, selected: unknown): Scope {
  const given: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  return given.filter(
    (each): each is vscode.Uri =>
      each instanceof vscode.Uri && vscode.workspace.getWorkspaceFolder(each) !== undefined,
  );
}
