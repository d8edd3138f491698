import * as vscode from 'vscode';
import { askForLenses } from './connection/askAgain';
import { admit } from './connection/gate';
import { setContext } from './contextKeys';
import { panelState, type Shown } from './documents/panelState';
import type { Parts } from './parts';
import { section } from './settings/settings';

/** How the analysis of the current document stands, and what is known of it. */
function shownOf({ current, states, included, server }: Parts): Shown {
  const { document } = current;
  const admission = document ? admit(document, included) : current.isVersion ? 'version' : undefined;
  const known = document && states.get(document)?.overview;
  const state = panelState(admission, server.state, known);
  return { state, document, overview: (state === 'active' && known) || undefined };
}

/**
 * Follows documents, settings and the server: starts the server with the first document that may be policy text, and shows
 * how its analysis stands in the status bar, the views and the conditions of menus.
 */
export function follow(parts: Parts): vscode.Disposable[] {
  const { server, included, current, words, taxonomy, states, sync, sidecars, isOpen } = parts;
  let isWaiting = true;
  const show = (): void => {
    const now = shownOf(parts);
    const { state, document } = now;
    isWaiting = state !== 'active';
    parts.languageStatus.show(now);
    parts.statusBar.show(now);
    void setContext('policyLens.state', state);
    void setContext('policyLens.forced', document !== undefined && included.isForced(document));
    // From now on, whatever is current: until then the explorer's menus are those of a window without policy texts.
    if (state === 'active') void setContext('policyLens.hasPolicyText', true);
    parts.panel.show(now);
  };
  const startFor = (document: vscode.TextDocument): void => {
    if (server.state === 'idle' && isOpen(document)) void server.start();
  };
  const reconsider = (): void => {
    vscode.workspace.textDocuments.forEach(startFor);
    show();
  };
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      startFor(document);
      if (document === current.document && isWaiting) show();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) reconsider();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(show),
    included.onDidChangeList(reconsider),
    current.onDidChange(show),
    words.onDidChange(show),
    taxonomy.onDidChange(show),
    server.onDidChangeState((serverState) => {
      show();
      if (serverState === 'running') void taxonomy.reload();
    }),
    states.onDidUpdate((document) => {
      if (document === current.document) show();
    }),
    // Rules, names, suppressions: what is shown may differ although the text does not.
    sync.onDidSend((about) => {
      if (!about) void taxonomy.reload();
      states.outdate(about);
      // A page may lie over it while the views show it.
      const { document } = current;
      if (document && about?.has(document.uri.toString()) !== false) states.refresh(document);
    }),
    sidecars.onDidChange((document) => states.refresh(document)),
    // VS Code drops what it was about to ask for the lines above headings where the focus leaves the text just then,
    // and would not ask before it is back.
    parts.panel.onDidOpen(() => askForLenses(server.running)),
  ];
  reconsider();
  return listeners;
}
