import * as vscode from 'vscode';
import type { Services } from './services';
import type { Undoable } from './undoStack';

/** Takes back a step, the last one where none is named, and says what became of it. */
export async function undoStep({ words, undo }: Services, step?: Undoable): Promise<void> {
  const undone = await undo.undo(step);
  const said = undone.outcome === 'done' ? undone.label : words.t(`client.undo.${undone.outcome}`);
  vscode.window.setStatusBarMessage(said, 5_000);
}
