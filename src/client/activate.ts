import * as vscode from 'vscode';
import type { PolicyLensApi } from './api';
import { registerCommands } from './commands/register';
import type { Services } from './commands/services';
import { UndoStack } from './commands/undoStack';
import { VirtualDocuments } from './commands/virtualDocuments';
import { openNode } from './commands/openNode';
import { admit, type Admission } from './connection/gate';
import { Included } from './connection/included';
import { LanguageServer, type ClientHost } from './connection/languageServer';
import { isUserDocument } from './connection/candidates';
import { Highlights } from './decorations/highlights';
import { CurrentDocument } from './documents/currentDocument';
import { DocumentStates, find } from './documents/documentStates';
import { panelState, type PanelState } from './documents/panelState';
import { Hints } from './hints/hints';
import { ReportPanels } from './report/panels';
import { reportCommands } from './report/reportCommands';
import { restoring } from './report/restore';
import { AnalysisChanges } from './settings/analysisChanges';
import { serverSettings, SettingsSync } from './settings/settingsSync';
import { section } from './settings/settings';
import { TaxonomyFile } from './settings/taxonomyFile';
import { TaxonomyProblems } from './settings/taxonomyProblems';
import { Words } from './settings/words';
import { Sidecars } from './sidecar/sidecars';
import { LanguageStatus } from './status/languageStatus';
import { StatusBar } from './status/statusBar';
import { entryPage } from './taxonomy/entryPage';
import { TaxonomyCache } from './taxonomy/taxonomyCache';
import { Panel } from './views/panel';

let server: LanguageServer | undefined;

/**
 * Puts the client together. Nothing here waits: the server starts with the first document that may be policy text,
 * everything else follows events.
 */
export function activateClient(context: vscode.ExtensionContext, host: ClientHost): PolicyLensApi {
  const keep = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = keep(vscode.window.createOutputChannel('Policy Lens 政策透镜', { log: true }));
  const words = keep(new Words());
  const included = keep(new Included(context.workspaceState));
  const taxonomyFile = keep(new TaxonomyFile(words));
  const hints = keep(new Hints());
  const gate = (document: vscode.TextDocument): Admission => admit(document, included);
  const isOpen = (document: vscode.TextDocument): boolean => gate(document) === 'open';

  const languageServer: LanguageServer = keep(
    new LanguageServer(
      host,
      () => taxonomyFile.load(),
      () => sync.forStart(),
      {
        ...hints.middleware,
        didOpen: (document, next) => {
          if (!isUserDocument(document)) return Promise.resolve();
          // In the same turn, so that the server knows of an inclusion before it sees the document.
          sync.send();
          return next(document);
        },
      },
      log,
    ),
  );
  server = languageServer;
  keep(new TaxonomyProblems(languageServer, taxonomyFile, words));
  hints.attach(languageServer);
  const sync = keep(
    new SettingsSync(languageServer, () => serverSettings(words, included, taxonomyFile), [
      included.onDidChange,
      taxonomyFile.onDidChange,
      words.onDidChange,
    ]),
  );
  const states = keep(new DocumentStates(languageServer, isOpen));
  const current = keep(new CurrentDocument());
  const taxonomy = keep(new TaxonomyCache(languageServer));
  const sidecars = keep(new Sidecars(languageServer, words));
  const highlights = keep(new Highlights(states, context.workspaceState, isOpen));
  const undo = new UndoStack();
  const state = (): PanelState => stateOf(current.current, gate, languageServer, states);
  const panel: Panel = keep(
    new Panel(current, states, taxonomy, words, state, (entry) => openNode(services, entry)),
  );
  const statusBar = keep(new StatusBar(current, states, words, state));
  const languageStatus = keep(new LanguageStatus(current, states, words, state));
  const virtual = keep(
    new VirtualDocuments(async (uri) => {
      // A tab of a taxonomy entry that the editor restored: the code stands at the beginning of its name.
      const index = uri.scheme === 'policy-lens-taxonomy' ? await taxonomy.load() : undefined;
      return index ? entryPage(index, /[^/ ]+/.exec(uri.path)?.[0] ?? '', words.current) : '';
    }),
  );
  const services: Services = {
    extensionUri: context.extensionUri,
    words,
    server: languageServer,
    included,
    current,
    states,
    taxonomy,
    highlights,
    hints,
    sidecars,
    panel,
    undo,
    virtual,
    convert: (name, bytes, token) => host.convert(name, bytes, token),
    outdated: keep(new AnalysisChanges([taxonomyFile.onDidChange, words.onDidChange])).onDidChange,
  };
  const reports = keep(new ReportPanels(services));
  keep(restoring(services, reports));
  registerCommands(services, [reportCommands(services, reports)]).forEach(keep);

  let shownState = '';
  const showState = (): void => {
    const document = current.current;
    const now = state();
    const isForced = document !== undefined && included.isForced(document);
    languageStatus.update();
    statusBar.update();
    const key = `${now} ${String(isForced)}`;
    if (key === shownState) return;
    shownState = key;
    void vscode.commands.executeCommand('setContext', 'policyLens.state', now);
    void vscode.commands.executeCommand('setContext', 'policyLens.forced', isForced);
    panel.update();
  };
  const startFor = (document: vscode.TextDocument): void => {
    if (languageServer.state === 'idle' && isOpen(document)) void languageServer.start();
  };
  const reconsider = (): void => {
    vscode.workspace.textDocuments.forEach(startFor);
    showState();
  };
  for (const listener of [
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      startFor(document);
      if (document === current.current && !shownState.startsWith('active')) showState();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) reconsider();
    }),
    included.onDidChange(reconsider),
    current.onDidChange(showState),
    words.onDidChange(showState),
    languageServer.onDidChangeState((serverState) => {
      showState();
      if (serverState === 'running') void taxonomy.reload();
    }),
    states.onDidUpdate((document) => {
      if (document === current.current) showState();
    }),
    // Rules, names, suppressions: what is shown may differ although the text does not.
    sync.onDidSend(() => {
      void taxonomy.reload();
      states.refreshVisible();
      // A page may lie over it while the views show it.
      if (current.current) states.refresh(current.current);
    }),
    sidecars.onDidChange((document) => states.refresh(document)),
  ])
    keep(listener);
  reconsider();

  const updated = keep(new vscode.EventEmitter<{ uri: string; version: number }>());
  keep(
    states.onDidUpdate((document) =>
      updated.fire({ uri: document.uri.toString(), version: document.version }),
    ),
  );
  return {
    onDidUpdate: updated.event,
    overview: (uri) => {
      const document = find(vscode.Uri.parse(uri).toString());
      return (document && isOpen(document) ? states.get(document)?.overview : undefined) ?? undefined;
    },
    whenIdle: (uri) => states.whenIdle(uri),
    onDidShowReport: reports.onDidShow,
  };
}

function stateOf(
  document: vscode.TextDocument | undefined,
  gate: (document: vscode.TextDocument) => Admission,
  languageServer: LanguageServer,
  states: DocumentStates,
): PanelState {
  const known = document && states.get(document);
  return panelState(document && gate(document), languageServer.state, known && known.overview);
}

/** Stops the server. */
export function deactivateClient(): Promise<void> | undefined {
  return server?.stop();
}
