import * as vscode from 'vscode';

/** What is used of the built-in Git extension's interface, version 1. */
interface GitExtension {
  getAPI(version: 1): {
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
    getRepository(uri: vscode.Uri): unknown;
  };
}

/**
 * Where the editor's own Git support gives out the last committed version of a file; undefined without it (turned
 * off, or a host that has none), outside of a repository, and for a file that was never committed.
 */
export async function headOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = (await extension.activate()).getAPI(1);
    if (!git.getRepository(uri)) return undefined;
    const head = git.toGitUri(uri, 'HEAD');
    await vscode.workspace.fs.readFile(head);
    return head;
  } catch {
    return undefined;
  }
}
