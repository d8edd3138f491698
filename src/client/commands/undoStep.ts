import * as vscode from 'vscode';
import type { Services } from './services';
import type { Undoable } from './undoStack';
import { showInformation } from '../notices';

/** Takes back a step and says what became of it. A notice keeps its button after its step was undone by the command. */
export async function undoStep({ words, undo }: Services, step: Undoable): Promise<void> {
  const outcome = await undo.undo(step);
  if (outcome === 'done') vscode.window.setStatusBarMessage(step.label, 5_000);
  // What was not undone cannot be seen in the text: it must not be missed.
  else void showInformation(words.t(`client.undo.${outcome}`));
}
