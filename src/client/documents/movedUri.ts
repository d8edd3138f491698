import * as vscode from 'vscode';

/** A file or folder with its old address and the new one. */
export interface Move {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** The address of a file after some moves of it or of folders around it, its own where none is about it. */
export function movedBy(uri: string, moves: readonly Move[]): string {
  return moves.reduce(
    (now, { oldUri, newUri }) =>
      liesIn(now, oldUri) ? newUri.toString() + now.slice(oldUri.toString().length) : now,
    uri,
  );
}

/** Where a file or folder is after some moves: the very same address where none is about it. */
export function movedPlace(place: vscode.Uri, moves: readonly Move[]): vscode.Uri {
  const address = place.toString();
  const now = movedBy(address, moves);
  return now === address ? place : vscode.Uri.parse(now);
}

/** Whether an address is that of a file or folder, or of something in it. */
export function liesIn(uri: string, place: vscode.Uri): boolean {
  const whole = place.toString();
  return uri === whole || uri.startsWith(`${whole}/`);
}
