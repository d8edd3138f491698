import type * as vscode from 'vscode';

/** A file or folder with its old address and the new one. */
export interface Move {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** The address of a file that was moved, or lies in a folder that was; null for any other. */
export function movedUri(uri: string, { oldUri, newUri }: Move): string | null {
  return liesIn(uri, oldUri) ? newUri.toString() + uri.slice(oldUri.toString().length) : null;
}

/** The address of a file after some moves, its own where none is about it. */
export function movedBy(uri: string, moves: readonly Move[]): string {
  return moves.reduce((now, move) => movedUri(now, move) ?? now, uri);
}

/** Whether an address is that of a file or folder, or of something in it. */
export function liesIn(uri: string, place: vscode.Uri): boolean {
  const whole = place.toString();
  return uri === whole || uri.startsWith(`${whole}/`);
}
