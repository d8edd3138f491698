import * as vscode from 'vscode';

/** What is used of the built-in Git extension's interface, version 1. */
interface GitExtension {
  getAPI(version: 1): {
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
    getRepository(uri: vscode.Uri): unknown;
  };
}

/**
 * The file that an address of the editor's own Git support has a version of, and which: a reference, commits shortened,
 * or nothing for the index. Null for any other address.
 */
export function versionOf(uri: vscode.Uri): { readonly file: vscode.Uri; readonly ref: string } | null {
  if (uri.scheme !== 'git') return null;
  try {
    const { ref } = JSON.parse(uri.query) as { ref?: unknown };
    const file = uri.with({ scheme: 'file', query: '' });
    if (typeof ref !== 'string') return null;
    return { file, ref: ref === '~' ? '' : ref.replace(/^([0-9a-f]{8})[0-9a-f]{32}/, '$1') };
  } catch {
    return null;
  }
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
