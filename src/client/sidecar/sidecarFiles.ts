import * as vscode from 'vscode';
import {
  emptySidecar,
  formatSidecar,
  isEmpty,
  parseSidecar,
  type SidecarFile,
  type SidecarProblem,
} from './format';
import { sidecarSegments } from './paths';

/** Why a sidecar was not read or not written, with the file it is about. */
export class SidecarError extends Error {
  constructor(
    readonly file: vscode.Uri,
    readonly problem: SidecarProblem,
  ) {
    super(`${file.toString()}:${String(problem.line)}`);
  }
}

/**
 * Where a document's sidecar is kept; null where there is no place for one (untitled, outside every folder, a file
 * system that cannot be written, a workspace that is not trusted), so that it lives in memory only.
 */
export function sidecarUri(document: vscode.Uri): vscode.Uri | null {
  const folder = vscode.workspace.getWorkspaceFolder(document);
  if (!folder || !vscode.workspace.isTrusted) return null;
  if (vscode.workspace.fs.isWritableFileSystem(document.scheme) === false) return null;
  const segments = sidecarSegments(folder.uri.path, document.path);
  return segments && vscode.Uri.joinPath(folder.uri, ...segments);
}

/**
 * Reads a sidecar; an absent file is an empty sidecar.
 *
 * @throws SidecarError for a file that is no sidecar.
 */
export async function readSidecar(file: vscode.Uri): Promise<SidecarFile> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
      return { sidecar: emptySidecar, extra: {} };
    throw error;
  }
  const parsed = parseSidecar(new TextDecoder('utf-8').decode(bytes));
  if ('line' in parsed) throw new SidecarError(file, parsed);
  return parsed;
}

/** Writes a sidecar beside its place and moves it there, so that no reader sees half of it; an empty one is deleted. */
export async function writeSidecar(file: vscode.Uri, content: SidecarFile): Promise<void> {
  const { fs } = vscode.workspace;
  if (isEmpty(content)) {
    try {
      await fs.delete(file);
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
    return;
  }
  const folder = vscode.Uri.joinPath(file, '..');
  await fs.createDirectory(folder);
  const temporary = vscode.Uri.joinPath(folder, `.${crypto.randomUUID()}.tmp`);
  try {
    await fs.writeFile(temporary, new TextEncoder().encode(formatSidecar(content)));
    await fs.rename(temporary, file, { overwrite: true });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}
