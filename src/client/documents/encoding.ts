import * as vscode from 'vscode';
import { isGarbled, probeLength } from '../connection/candidates';
import { find } from './openDocuments';

/** Encodings that the editor does not find out by itself, by the name that results have for them. */
const editorEncodings: Readonly<Record<string, string>> = { gb18030: 'gb18030' };

/**
 * The document of a file whose encoding is known. One that is open and garbled is read anew, unless it has unsaved
 * changes.
 *
 * @param encoding By the names of results.
 */
export async function openIn(uri: vscode.Uri, encoding: string): Promise<vscode.TextDocument> {
  const open = find(uri.toString());
  const known = editorEncodings[encoding];
  if (open && (known === undefined || open.isDirty || !isGarbled(beginningOf(open)))) return open;
  return vscode.workspace.openTextDocument(uri, known === undefined ? undefined : { encoding: known });
}

/** As much of a text as is looked at before the server starts. */
export function beginningOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(document.positionAt(0), document.positionAt(probeLength)));
}
