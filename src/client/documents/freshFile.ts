import * as vscode from 'vscode';

/**
 * A name in a folder that no file has: nothing is ever written over. Its language has the aids for writing.
 *
 * @param isTaken Names that are spoken for although no file has them.
 * @throws where it cannot be found out whether there is a file.
 */
export function freshFile(
  folder: vscode.Uri,
  stem: string,
  isTaken: (uri: vscode.Uri) => boolean = () => false,
): Promise<vscode.Uri> {
  return fresh(folder, stem, '.policy.md', isTaken);
}

/** A name for a folder in another, as {@link freshFile} has it for a file. */
export function freshFolder(parent: vscode.Uri, stem: string): Promise<vscode.Uri> {
  return fresh(parent, stem, '', () => false);
}

async function fresh(
  folder: vscode.Uri,
  stem: string,
  ending: string,
  isTaken: (uri: vscode.Uri) => boolean,
): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${String(number)}`;
    const uri = vscode.Uri.joinPath(folder, `${name}${ending}`);
    if (!isTaken(uri) && !(await isThere(uri))) return uri;
  }
}

/** One that may not be looked at is not one that is not there. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
