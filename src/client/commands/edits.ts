import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageserver-types';
import { isEarlierSide } from '../documents/comparison';
import { visibleEditor } from '../documents/editors';
import { toRange } from '../documents/ranges';
import type { Services } from './services';
import { showInformation } from '../notices';

/** What became of edits; but for `done` nothing is changed. `readOnly`: the document's editor takes no changes. */
export type Applied = 'done' | 'changed' | 'readOnly';

/** Changes a document whose version is still the one that the edits were made for. */
export async function applyIfUnchanged(
  document: vscode.TextDocument,
  version: number,
  edits: readonly TextEdit[],
): Promise<Applied> {
  if (document.version !== version) return 'changed';
  if (edits.length === 0) return 'done';
  // An edit of the workspace goes past an editor that is set to read-only: nobody could undo or save what it writes.
  // On its earlier side a comparison takes no changes of any text, so there it is the way.
  const editor = isEarlierSide(document) ? undefined : visibleEditor(document);
  if (!editor) return (await applyUnseen(document, edits)) ? 'done' : 'changed';
  const isTaken = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
  if (!isTaken) return 'changed';
  return document.version === version ? 'readOnly' : 'done';
}

function applyUnseen({ uri }: vscode.TextDocument, edits: readonly TextEdit[]): Thenable<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
  );
  return vscode.workspace.applyEdit(edit);
}

/** Says why nothing was done. */
export function sayNotApplied(services: Services, applied: Exclude<Applied, 'done'>): void {
  if (applied === 'readOnly') sayReadOnly(services);
  else sayChanged(services);
}

/** Says that the document changed while the answer was made, so that nothing was done. */
export function sayChanged({ words }: Services): void {
  void showInformation(words.t('client.changed'));
}

/** Says that a document cannot be changed, so that nothing was done. */
export function sayReadOnly({ words }: Services): void {
  void showInformation(words.t('client.readOnly'));
}

/** Where words stand in a text, the occurrence nearest to an offset; -1 where they do not. */
export function nearestIndex(text: string, words: string, offset: number): number {
  if (words === '') return -1;
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0 || after < 0) return Math.max(before, after);
  return offset - before <= after - offset ? before : after;
}
