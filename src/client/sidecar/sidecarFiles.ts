import * as vscode from 'vscode';
import {
  emptySidecar,
  formatSidecar,
  isEmpty,
  parseSidecar,
  type SidecarFile,
  type SidecarProblem,
} from './format';
import { isReadOnly } from '../documents/openDocuments';
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
 * Why a document has no place where a sidecar can be written, so that what is said of it lives in memory only: it has
 * no file yet, it stands in no folder of the workspace, the workspace is not trusted, or its file system cannot be
 * written.
 */
export type NoPlace = 'untitled' | 'noFolder' | 'untrusted' | 'readOnly';

/** Where a document's sidecar is written, or why nowhere. */
export function sidecarPlace(document: vscode.Uri): vscode.Uri | NoPlace {
  if (isReadOnly(document)) return 'readOnly';
  if (!vscode.workspace.isTrusted) return 'untrusted';
  return sidecarUri(document) ?? (document.scheme === 'untitled' ? 'untitled' : 'noFolder');
}

/** Where a document's sidecar is read; null where there is no such place or the workspace is not trusted. */
export function sidecarUri(document: vscode.Uri): vscode.Uri | null {
  const folder = vscode.workspace.getWorkspaceFolder(document);
  const segments = folder && sidecarSegments(folder.uri.path, document.path);
  return segments && vscode.workspace.isTrusted ? vscode.Uri.joinPath(folder.uri, ...segments) : null;
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
