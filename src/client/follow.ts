import * as vscode from 'vscode';
import { setContext } from './contextKeys';
import type { Parts } from './parts';
import { section } from './settings/settings';

/** Shows how the analysis of the current document stands: in the status bar, the views and the conditions of menus. */
class ShownState {
  private shown = '';

  constructor(private readonly parts: Parts) {}

  /** Whether the analysis of the document has not been shown yet. */
  get isWaiting(): boolean {
    return !this.shown.startsWith('active');
  }

  readonly update = (): void => {
    const { current, state, included, languageStatus, statusBar, panel } = this.parts;
    const document = current.current;
    const now = state();
    const isForced = document !== undefined && included.isForced(document);
    languageStatus.update();
    statusBar.update();
    const key = `${now} ${String(isForced)}`;
    if (key === this.shown) return;
    this.shown = key;
    void setContext('policyLens.state', now);
    void setContext('policyLens.forced', isForced);
    // From now on, whatever is current: until then the explorer's menus are those of a window without policy texts.
    if (now === 'active') void setContext('policyLens.hasPolicyText', true);
    panel.update();
  };
}

/** Follows documents, settings and the server: starts the server with the first document that may be policy text. */
export function follow(parts: Parts): vscode.Disposable[] {
  const { server, included, current, words, taxonomy, states, sync, sidecars, isOpen } = parts;
  const shown = new ShownState(parts);
  const startFor = (document: vscode.TextDocument): void => {
    if (server.state === 'idle' && isOpen(document)) void server.start();
  };
  const reconsider = (): void => {
    vscode.workspace.textDocuments.forEach(startFor);
    shown.update();
  };
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      startFor(document);
      if (document === current.current && shown.isWaiting) shown.update();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) reconsider();
    }),
    included.onDidChange(reconsider),
    current.onDidChange(shown.update),
    // Versions that Git keeps are no documents, but not nothing either.
    vscode.window.onDidChangeActiveTextEditor(shown.update),
    words.onDidChange(shown.update),
    server.onDidChangeState((serverState) => {
      shown.update();
      if (serverState === 'running') void taxonomy.reload();
    }),
    states.onDidUpdate((document) => {
      if (document === current.current) shown.update();
    }),
    // Rules, names, suppressions: what is shown may differ although the text does not.
    sync.onDidSend(() => {
      void taxonomy.reload();
      states.outdate();
      // A page may lie over it while the views show it.
      if (current.current) states.refresh(current.current);
    }),
    sidecars.onDidChange((document) => states.refresh(document)),
  ];
  reconsider();
  return listeners;
}
