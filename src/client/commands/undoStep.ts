import * as vscode from 'vscode';
import type { Services } from './services';
import type { Outcome, Undoable } from './undoStack';
import { showInformation } from '../notices';

/** Takes back a step and says what became of it. A notice keeps its button after its step was undone by the command. */
export async function undoStep(services: Services, step: Undoable): Promise<void> {
  sayUndone(services, step, await services.undo.undo(step));
}

/** Says what became of a step that was to be taken back. */
export function sayUndone({ words }: Services, step: Undoable, outcome: Outcome | 'already'): void {
  if (outcome === 'done') vscode.window.setStatusBarMessage(step.label, 5_000);
  // What was not undone cannot be seen in the text: it must not be missed.
  else void showInformation(words.t(`client.undo.${outcome}`));
}
