import * as vscode from 'vscode';

/** One thing that can be taken back; `undo` answers false where it could not. */
export interface Undoable {
  /** What was done, for the message that says it was undone. */
  readonly label: string;
  undo(): Promise<boolean>;
}

/** Most steps that are remembered. */
const depth = 100;

/** The undo of suppressions: they are not in the text's own undo, because most do not stand in the text. */
export class UndoStack {
  private readonly steps: Undoable[] = [];

  push(step: Undoable): void {
    this.steps.push(step);
    if (this.steps.length > depth) this.steps.shift();
    void this.tell();
  }

  /** Takes back the last step; its label, or undefined where there was none or it could not be taken back. */
  async undoLast(): Promise<string | undefined> {
    const step = this.steps.pop();
    await this.tell();
    return step && (await step.undo()) ? step.label : undefined;
  }

  private async tell(): Promise<void> {
    await vscode.commands.executeCommand('setContext', 'policyLens.canUndo', this.steps.length > 0);
  }
}
