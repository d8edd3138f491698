import * as vscode from 'vscode';

/** The open document with this URI. */
export function find(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** The document with this address, opened if need be; undefined where it is gone. */
export async function documentAt(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return find(uri) ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
  } catch {
    return undefined;
  }
}

/** Whether a document comes from a file system that takes no changes, such as a repository that is only looked at. */
export function isReadOnly({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === false;
}
