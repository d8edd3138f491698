import * as vscode from 'vscode';
import { isWithin } from '../../core/taxonomy/codes';
import { setContext } from '../contextKeys';
import type { DocumentStates } from '../documents/documentStates';
import { toRange } from '../documents/ranges';
import { highlightKinds, readSettings, section } from '../settings/settings';
import { layers } from './layers';
import { createStyles } from './styles';

const hiddenKey = 'policyLens.highlightsHidden';

/** Underlines in the visible editors: one toggle for all, and a filter for one category. */
export class Highlights implements vscode.Disposable {
  private readonly styles = createStyles();
  private readonly listeners: vscode.Disposable[];
  private category: string | undefined;
  private hidden: boolean;

  constructor(
    private readonly states: DocumentStates,
    private readonly memory: vscode.Memento,
  ) {
    this.hidden = memory.get(hiddenKey, false);
    this.listeners = [
      states.onDidUpdate((document) => this.draw(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.drawIn(editor);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(section)) return;
        if (event.affectsConfiguration(`${section}.highlights`)) void this.setHidden(false);
        this.draw();
      }),
    ];
  }

  /** @returns whether highlights are shown now. */
  async toggle(document: vscode.TextDocument | undefined): Promise<boolean> {
    const isShown = !this.hidden && readSettings(document ?? null).highlights;
    if (!isShown && !readSettings(document ?? null).highlights) await turnOn(document);
    await this.setHidden(isShown);
    this.draw();
    return !this.hidden && readSettings(document ?? null).highlights;
  }

  /** Only this category (a group stands for its leaves); undefined for all. */
  async filter(category: string | undefined): Promise<void> {
    this.category = category;
    await setContext('policyLens.highlightFilter', category !== undefined);
    this.draw();
  }

  /** Draws one document, or all that are visible. */
  draw(document?: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (!document || editor.document === document) this.drawIn(editor);
  }

  private drawIn(editor: vscode.TextEditor): void {
    const state = this.states.get(editor.document);
    // The editor moves what it has drawn with the text; ranges of an older version would stand wrong.
    if (state && state.version !== editor.document.version) return;
    const { highlights, highlightKinds: kinds } = readSettings(editor.document);
    const isShown = !this.hidden && highlights;
    const drawn = layers(
      isShown && state
        ? state.highlights.filter(({ kind, category }) => kinds.has(kind) && this.passes(category))
        : [],
    );
    for (const kind of highlightKinds)
      editor.setDecorations(this.styles[kind], (drawn.get(kind) ?? []).map(toRange));
  }

  private passes(category: string): boolean {
    const only = this.category;
    return only === undefined || isWithin(category, only);
  }

  private async setHidden(hidden: boolean): Promise<void> {
    if (this.hidden === hidden) return;
    this.hidden = hidden;
    await this.memory.update(hiddenKey, hidden);
  }

  dispose(): void {
    for (const style of Object.values(this.styles)) style.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

/**
 * Off by setting or preset: the toggle is the user's explicit word, so it is kept where settings are kept, namely where
 * the value stands that holds.
 */
async function turnOn(document: vscode.TextDocument | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, document);
  const found = configuration.inspect('highlights.enabled');
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const target =
    found?.workspaceFolderValue !== undefined
      ? WorkspaceFolder
      : found?.workspaceValue !== undefined
        ? Workspace
        : Global;
  await configuration.update('highlights.enabled', true, target);
}
