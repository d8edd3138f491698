import * as vscode from 'vscode';
import type { Services } from './services';
import type { Undoable } from './undoStack';
import { showInformation } from '../notices';

/** Takes back a step, the last one where none is named, and says what became of it. */
export async function undoStep({ words, undo }: Services, step?: Undoable): Promise<void> {
  const undone = await undo.undo(step);
  if (undone.outcome === 'done') vscode.window.setStatusBarMessage(undone.label, 5_000);
  // What was not undone cannot be seen in the text: it must not be missed.
  else {
    // A notice keeps its button after its step was undone by the command.
    const outcome = step && undone.outcome === 'nothing' ? 'already' : undone.outcome;
    void showInformation(words.t(`client.undo.${outcome}`));
  }
}
