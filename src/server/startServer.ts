import {
  DidChangeConfigurationNotification,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compact, type CompactResult } from '../core/report/compact';
import { documentResult } from '../core/report/documentResult';
import type { Analysis } from '../core/model';
import * as protocol from '../protocol';
import { codeActions, codeActionKinds } from '../service/codeActions';
import { codeLenses } from '../service/codeLenses';
import { completions, completionTriggers } from '../service/completions';
import type { ServiceContext } from '../service/context';
import { diagnostics } from '../service/diagnostics';
import { documentSymbols } from '../service/documentSymbols';
import { draft } from '../service/draft';
import { explainSelection } from '../service/explainSelection';
import { foldingRanges } from '../service/foldingRanges';
import { highlights } from '../service/highlights';
import { hover } from '../service/hover';
import { inlayHints } from '../service/inlayHints';
import { overview } from '../service/overview';
import { categoriesAt, locationsOf } from '../service/references';
import { renumber } from '../service/renumber';
import { reportTaxonomy } from '../service/reportTaxonomy';
import { semanticTokens, semanticTokensLegend } from '../service/semanticTokens';
import { suppress, unsuppress } from '../service/suppress';
import { clientSupport, type ClientSupport } from './clientSupport';
import { refuseMistakes } from './lifeCycle';
import { Workbench, type ServerHost } from './workbench';

/** Settings live under this name in editors that keep them for us. */
const section = 'policyLens';

/** Most problems of a taxonomy told in one message. */
const mostProblems = 5;

const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  inlayHintProvider: true,
  referencesProvider: true,
  workspaceSymbolProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: {},
  completionProvider: { triggerCharacters: [...completionTriggers] },
  codeActionProvider: { codeActionKinds: [...codeActionKinds] },
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
};

/** Silently ends a request that nobody waits for any more; never an empty answer. */
function cancelled(code: number): ResponseError<unknown> {
  return new ResponseError(code, 'The document changed.', { retriggerRequest: true });
}

/**
 * One server for every host and every editor (LSP 3.17). Works without `initializationOptions`: settings then come
 * from `workspace/configuration` or `workspace/didChangeConfiguration`, or stay at their defaults.
 *
 * @param connection Made with the options of `inOrder`.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const published = new Set<string>();
  let support: ClientSupport = clientSupport({});
  let locale: string | undefined;
  let isExtension = false;
  let hasSettings = false;

  const report = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  const workbench = new Workbench(host, {
    onReady: (document, analysis) => {
      // Nobody waits for this turn, and an error that nobody catches would end the server.
      try {
        if (isExtension) announce(document, analysis);
        if (!support.pullsDiagnostics) publish(document, workbench.contextFor(document, analysis));
      } catch (error) {
        report(error);
      }
    },
    onTaxonomy: (problems) => {
      if (isExtension) {
        connection.sendNotification(protocol.DidReadTaxonomy, { problems }).catch(report);
        return;
      }
      if (problems.length === 0) return;
      const message = problems
        .slice(0, mostProblems)
        .map(({ file, line, message: words }) => `${file}:${String(line)} ${words}`)
        .join('\n');
      connection
        .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
        .catch(report);
    },
  });

  /** Only our own extension knows this notification. */
  function announce(document: TextDocument, analysis: Analysis): void {
    const { isPolicyText, characters, total } = analysis.checked;
    connection
      .sendNotification(protocol.DidAnalyze, {
        uri: document.uri,
        version: document.version,
        fingerprint: analysis.fingerprint,
        isPolicyText,
        checked: { characters, total },
      })
      .catch(report);
  }

  /** Only for editors that do not ask for diagnostics; an empty list only takes away what was sent before. */
  function publish(document: TextDocument, context: ServiceContext | null): void {
    const { uri, version } = document;
    const items = context ? diagnostics(context) : [];
    if (documents.get(uri)?.version !== version || (items.length === 0 && !published.has(uri))) return;
    if (items.length > 0) published.add(uri);
    else published.delete(uri);
    connection.sendDiagnostics({ uri, version, diagnostics: items }).catch(report);
  }

  const prepare = (document: TextDocument): void => void workbench.prepare(document).catch(report);

  connection.onInitialize(async (params) => {
    const options = (params.initializationOptions ?? {}) as Partial<protocol.InitializationOptions>;
    support = clientSupport(params.capabilities);
    locale = params.locale;
    isExtension = options.isExtension === true;
    hasSettings = options.settings !== undefined;
    await workbench.initialize(options, { commands: isExtension, snippets: support.snippets }, locale);
    return {
      serverInfo: { name: 'policy-lens' },
      capabilities: support.pullsDiagnostics
        ? {
            ...capabilities,
            diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
          }
        : capabilities,
    };
  });

  connection.onInitialized(() => {
    if (isExtension) return;
    if (support.registersConfiguration)
      connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(report);
    if (support.answersConfiguration && !hasSettings) askSettings().catch(report);
  });

  async function askSettings(): Promise<void> {
    configure(await connection.workspace.getConfiguration(section));
  }

  function configure(settings: unknown): void {
    workbench.configure(settings, locale);
    for (const document of documents.all()) {
      if (support.pullsDiagnostics) prepare(document);
      else republish(document).catch(report);
    }
    for (const method of support.refreshes) connection.sendRequest(method).catch(report);
  }

  async function republish(document: TextDocument): Promise<void> {
    const context = await workbench.context(document);
    if (context !== 'cancelled') publish(document, context);
  }

  connection.onNotification(protocol.DidChangeSettings, configure);
  connection.onDidChangeConfiguration(({ settings }) => {
    if (isExtension) return;
    if (support.answersConfiguration) askSettings().catch(report);
    else configure((settings as Record<string, unknown> | null)?.[section]);
  });
  connection.onNotification(protocol.DidChangeSidecar, ({ uri, sidecar }) => {
    const isNew = workbench.setSidecar(uri, sidecar);
    const document = documents.get(uri);
    if (!isNew || !document) return;
    prepare(document);
    for (const method of support.refreshes) connection.sendRequest(method).catch(report);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workbench.index.delete(uri);
  });

  documents.onDidOpen(({ document }) => workbench.index.delete(document.uri));
  documents.onDidChangeContent(({ document }) => prepare(document));
  documents.onDidClose(({ document: { uri } }) => {
    workbench.close(uri);
    if (published.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(report);
  });
  documents.listen(connection);

  /**
   * Waits for the analysis of the document's version; null where the document is not policy text. A dropped
   * analysis of the same version (other settings or sidecar) is waited for again.
   */
  async function contextFor(
    uri: string,
    token: CancellationToken,
    code: number,
  ): Promise<ServiceContext | null> {
    const document = documents.get(uri);
    if (!document) return null;
    const { version } = document;
    for (;;) {
      const context = await workbench.context(document);
      if (token.isCancellationRequested) throw cancelled(LSPErrorCodes.RequestCancelled);
      if (documents.get(uri) !== document || document.version !== version) throw cancelled(code);
      if (context !== 'cancelled') return context;
    }
  }

  /** Answers `empty` where the extension stays silent. */
  function feature<P extends { textDocument: { uri: string } }, R>(
    empty: R,
    answer: (context: ServiceContext, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      const context = await contextFor(params.textDocument.uri, token, LSPErrorCodes.ContentModified);
      return context ? answer(context, params) : empty;
    };
  }

  connection.onHover(feature(null, (context, { position }) => hover(context, position)));
  connection.languages.inlayHint.on(feature([], (context, { range }) => inlayHints(context, range)));
  connection.languages.semanticTokens.on(feature({ data: [] }, (context) => semanticTokens(context)));
  connection.onCodeAction(feature([], (context, params) => codeActions(context, params)));
  connection.onCodeLens(feature([], (context) => codeLenses(context)));
  connection.onCompletion(
    feature({ isIncomplete: false, items: [] }, (context, { position }) => completions(context, position)),
  );
  connection.onDocumentSymbol(
    feature([], (context) => (hasOwnOutline(context) ? [] : documentSymbols(context))),
  );
  connection.onFoldingRanges(
    feature([], (context) => (hasOwnOutline(context) ? [] : foldingRanges(context))),
  );
  connection.onWorkspaceSymbol(({ query }) => workbench.workspaceSymbols(documents.all(), query));
  connection.onReferences(async ({ textDocument: { uri }, position }, token) => {
    const context = await contextFor(uri, token, LSPErrorCodes.ContentModified);
    if (!context) return [];
    const categories = categoriesAt(context, position);
    if (categories.size === 0) return [];
    return [
      ...locationsOf(context, categories),
      ...(await workbench.occurrencesElsewhere(documents.all(), uri, categories, locationsOf)),
    ];
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const context = await contextFor(uri, token, LSPErrorCodes.ServerCancelled);
    return { kind: 'full', items: context ? diagnostics(context) : [] };
  });

  /** A request of our own client: null where the extension stays silent. */
  function own<P extends { uri: string }, R>(
    answer: (context: ServiceContext, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R | null> {
    return async (params, token) => {
      const context = await contextFor(params.uri, token, LSPErrorCodes.ServerCancelled);
      return context && answer(context, params);
    };
  }

  connection.onRequest(
    protocol.CoverageRequest,
    own((context) => overview(context)),
  );
  connection.onRequest(
    protocol.HighlightsRequest,
    own((context) => ({ version: context.textDocument.version, highlights: highlights(context) })),
  );
  connection.onRequest(
    protocol.ExplainRequest,
    own((context, { range, category }) => explainSelection(context, workbench.environment, range, category)),
  );
  connection.onRequest(
    protocol.DraftRequest,
    own((context, { category, form }) => draft(context, category, form ?? 0)),
  );
  connection.onRequest(
    protocol.RenumberRequest,
    own((context) => renumber(context)),
  );
  connection.onRequest(
    protocol.SuppressRequest,
    own((context, params) => suppress(context, params)),
  );
  connection.onRequest(
    protocol.UnsuppressRequest,
    own((context, { id }) => unsuppress(context, id)),
  );
  connection.onRequest(protocol.TaxonomyRequest, () => workbench.taxonomyInfo());
  connection.onRequest(protocol.ReportTaxonomyRequest, () => reportTaxonomy(workbench.taxonomy));
  connection.onRequest(
    protocol.DocumentResultRequest,
    own(({ textDocument, analysis, taxonomy, severity, translator }, { source }) => {
      const isForced = workbench.isForced(textDocument);
      return documentResult(analysis, taxonomy, { ...source, isForced }, severity, translator.message, false);
    }),
  );
  connection.onRequest(protocol.AnalyzeTextsRequest, async ({ texts }, token) => {
    const results: CompactResult[] = [];
    for (const text of texts) {
      const result = await workbench.analyzeText(text, token);
      if (!result || token.isCancellationRequested) throw cancelled(LSPErrorCodes.RequestCancelled);
      results.push(compact(result));
    }
    return { documents: results };
  });
  refuseMistakes(connection);
  connection.listen();
}

/** Markdown editors bring an outline and folding of their own. */
function hasOwnOutline({ textDocument }: ServiceContext): boolean {
  return textDocument.languageId === 'markdown';
}
