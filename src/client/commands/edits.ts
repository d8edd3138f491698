import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageserver-types';
import { toRange } from './arguments';
import type { Services } from './services';

/**
 * Changes a document whose version is still the one that the edits were made for.
 *
 * @returns false where it has changed since, or the editor refused; nothing is changed then.
 */
export async function applyIfUnchanged(
  document: vscode.TextDocument,
  version: number,
  edits: readonly TextEdit[],
): Promise<boolean> {
  if (document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
  );
  return vscode.workspace.applyEdit(edit);
}

/** Says that the document changed while the answer was made, so that nothing was done. */
export function sayChanged({ words }: Services): void {
  void vscode.window.showInformationMessage(words.t('client.changed'));
}

/** Says that a document cannot be changed, so that nothing was done. */
export function sayReadOnly({ words }: Services): void {
  void vscode.window.showInformationMessage(words.t('client.readOnly'));
}

/** Where words stand in a text, the occurrence nearest to an offset; -1 where they do not. */
export function nearestIndex(text: string, words: string, offset: number): number {
  if (words === '') return -1;
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0 || after < 0) return Math.max(before, after);
  return offset - before <= after - offset ? before : after;
}
