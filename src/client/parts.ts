import * as vscode from 'vscode';
import type { Services } from './commands/services';
import { UndoStack } from './commands/undoStack';
import { VirtualDocuments } from './commands/virtualDocuments';
import { admit } from './connection/gate';
import { Included } from './connection/included';
import { LanguageServer, type ClientHost } from './connection/languageServer';
import { opening } from './connection/opening';
import { Highlights } from './decorations/highlights';
import { CurrentDocument } from './documents/currentDocument';
import { DocumentStates } from './documents/documentStates';
import { Renamings } from './documents/renamings';
import { Hints } from './hints/hints';
import { AnalysisChanges } from './settings/analysisChanges';
import { serverSettings, SettingsSync } from './settings/settingsSync';
import { Words } from './settings/words';
import { Sidecars } from './sidecar/sidecars';
import { LanguageStatus } from './status/languageStatus';
import { StatusBar } from './status/statusBar';
import { entryPage } from './taxonomy/entryPage';
import { TaxonomyCache } from './taxonomy/taxonomyCache';
import { TaxonomyFile } from './taxonomy/taxonomyFile';
import { TaxonomyProblems } from './taxonomy/taxonomyProblems';
import { Panel } from './views/panel';

/** Keeps a part until the extension is switched off, and hands it back. */
export type Keep = <T extends vscode.Disposable>(part: T) => T;

/** The server with what it is told. */
interface Link {
  readonly words: Words;
  readonly included: Included;
  readonly taxonomyFile: TaxonomyFile;
  readonly hints: Hints;
  readonly server: LanguageServer;
  readonly sync: SettingsSync;
}

/** Everything the client is made of. */
export interface Parts extends Services {
  readonly sync: SettingsSync;
  readonly statusBar: StatusBar;
  readonly languageStatus: LanguageStatus;
  /** Whether the server is to see a document. */
  readonly isOpen: (document: vscode.TextDocument) => boolean;
}

/** Makes the parts and joins them; the server is not started. */
export function createParts(context: vscode.ExtensionContext, host: ClientHost, keep: Keep): Parts {
  const link = createLink(context, host, keep);
  const { words, included, server } = link;
  const isOpen = (document: vscode.TextDocument): boolean => admit(document, included) === 'open';
  const states = keep(new DocumentStates(server, isOpen));
  const taxonomy = keep(new TaxonomyCache(server));
  const sidecars = keep(new Sidecars(server, words));
  return {
    ...link,
    extensionUri: context.extensionUri,
    current: keep(new CurrentDocument()),
    states,
    taxonomy,
    highlights: keep(new Highlights(states, context.workspaceState)),
    sidecars,
    renamings: keep(new Renamings()),
    panel: keep(new Panel(taxonomy, words)),
    undo: new UndoStack(),
    statusBar: keep(new StatusBar(words)),
    languageStatus: keep(new LanguageStatus(words)),
    virtual: keep(virtualDocuments(taxonomy, words)),
    convert: (request, token) => host.convert(request, token),
    outdated: keep(new AnalysisChanges([link.taxonomyFile.onDidChange, words.onDidChange])).onDidChange,
    isOpen,
  };
}

function createLink(context: vscode.ExtensionContext, host: ClientHost, keep: Keep): Link {
  const log = keep(vscode.window.createOutputChannel('Policy Lens 政策透镜', { log: true }));
  const words = keep(new Words());
  const included = keep(new Included(context.workspaceState));
  const taxonomyFile = keep(new TaxonomyFile(words));
  const hints = keep(new Hints(() => server.running));
  const server: LanguageServer = keep(
    new LanguageServer(
      host,
      () => taxonomyFile.load(),
      () => sync.forStart(),
      { ...hints.middleware, ...opening(included, (uri) => sync.include(uri)) },
      log,
    ),
  );
  keep(new TaxonomyProblems(server, taxonomyFile, words));
  const sync = keep(
    new SettingsSync(server, () => serverSettings(words, included, taxonomyFile), [
      included.onDidChangeList,
      taxonomyFile.onDidChange,
      words.onDidChange,
    ]),
  );
  return { words, included, taxonomyFile, hints, server, sync };
}

function virtualDocuments(taxonomy: TaxonomyCache, words: Words): VirtualDocuments {
  return new VirtualDocuments(
    async (code) => {
      const index = await taxonomy.load();
      return index ? entryPage(index, code, words.current) : '';
    },
    () => words.t('client.explain.forgotten'),
    [taxonomy.onDidChange, words.onDidChange],
  );
}
