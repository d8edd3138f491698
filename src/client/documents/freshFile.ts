import * as vscode from 'vscode';

/**
 * A name in a folder that no file has: nothing is ever written over. Its language has the aids for writing.
 *
 * @param isTaken Names that are spoken for although no file has them.
 */
export async function freshFile(
  folder: vscode.Uri,
  stem: string,
  isTaken: (uri: vscode.Uri) => boolean = () => false,
): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${String(number)}`;
    const uri = vscode.Uri.joinPath(folder, `${name}.policy.md`);
    if (isTaken(uri)) continue;
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}
