import * as vscode from 'vscode';
import { section } from './settings';

/** Settings that change what an analysis says, or which files are analysed. */
const names = ['enable', 'preset', 'rules', 'include', 'coverage'];

/**
 * Tells that what was analysed no longer holds: a setting or a folder of the workspace changed, the workspace is trusted
 * now, so that what is stored in it is read, or a source fired.
 */
export class AnalysisChanges implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor(sources: readonly vscode.Event<unknown>[]) {
    this.listeners = [
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (names.some((name) => event.affectsConfiguration(`${section}.${name}`))) this.changed.fire();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.changed.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()),
      ...sources.map((source) => source(() => this.changed.fire())),
    ];
  }

  dispose(): void {
    this.changed.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}
