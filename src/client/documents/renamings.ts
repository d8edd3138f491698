import * as vscode from 'vscode';
import { movedBy, type Move } from './movedUri';

/** Remembers which files were renamed or moved, so that what is done later finds them. */
export class Renamings implements vscode.Disposable {
  private readonly moves: Move[] = [];
  private readonly listener = vscode.workspace.onDidRenameFiles(({ files }) => this.moves.push(...files));

  /** Where the file that has this address now is later on: asked as often as need be. */
  follow(uri: string): () => string {
    const since = this.moves.length;
    return () => movedBy(uri, this.moves.slice(since));
  }

  dispose(): void {
    this.listener.dispose();
  }
}
