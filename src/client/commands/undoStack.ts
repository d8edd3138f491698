import type * as vscode from 'vscode';
import { setContext } from '../contextKeys';

/** `gone`: what was done is no longer there, so nothing is left to undo; `failed`: it can be tried again. */
export type Outcome = 'done' | 'gone' | 'failed';

/** One thing that can be taken back. */
export interface Undoable {
  /** What was done, for the message that says it was undone. */
  readonly label: string;
  /** Where the text is by now that it was done to; a setting has none. */
  readonly address?: () => string;
  undo(): Promise<Outcome>;
}

/** Most steps that are remembered. */
const depth = 100;

/** The undo of suppressions: they are not in the text's own undo, because most do not stand in the text. */
export class UndoStack {
  private readonly steps: Undoable[] = [];

  /**
   * The last step that the user can mean: of the text in front, or of the settings, which are about all texts; any where
   * no text is in front. What was done to a text out of sight is not undone unseen.
   */
  lastFor(document: { readonly uri: vscode.Uri } | undefined): Undoable | undefined {
    const front = document?.uri.toString();
    return this.steps.findLast(
      ({ address }) => front === undefined || address === undefined || address() === front,
    );
  }

  push(step: Undoable): void {
    this.steps.push(step);
    if (this.steps.length > depth) this.steps.shift();
    void this.tell();
  }

  /** Takes back a step that was not undone `already`; one whose undo failed stays where it was. */
  async undo(step: Undoable): Promise<Outcome | 'already'> {
    const at = this.steps.indexOf(step);
    if (at < 0) return 'already';
    // Out at once, so that it is not undone twice.
    this.steps.splice(at, 1);
    let outcome: Outcome = 'failed';
    try {
      outcome = await step.undo();
    } finally {
      if (outcome === 'failed') this.steps.splice(at, 0, step);
      await this.tell();
    }
    return outcome;
  }

  private async tell(): Promise<void> {
    await setContext('policyLens.canUndo', this.steps.length > 0);
  }
}
