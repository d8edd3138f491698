import {
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as protocol from '../protocol';
import type { Clock } from './analyses';
import { Workbench } from './workbench';
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
import { references } from '../service/references';
import { renumber } from '../service/renumber';
import { semanticTokens, semanticTokensLegend } from '../service/semanticTokens';

/** What differs between the Node process and the web worker. */
export interface ServerHost {
  readonly clock: Clock;
  /** Bytes of `jieba.wasm`, from the neighbour file or from `initializationOptions`. */
  loadWasm(options: Partial<protocol.InitializationOptions>): Promise<Uint8Array>;
}

/** Our own outline and folding serve these; Markdown has its own. */
const outlined = ['zh-policy', 'plaintext'];

/** One server for every host and every editor (LSP 3.17). */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const workbench = new Workbench(host, {
    onReady: (document, analysis) => {
      void connection.sendNotification(protocol.DidAnalyze, {
        uri: document.uri,
        version: document.version,
        fingerprint: analysis.fingerprint,
        isPolicyText: analysis.checked.isPolicyText,
        checked: { characters: analysis.checked.characters, total: analysis.checked.total },
      });
    },
    onTaxonomyProblems: (messages) => {
      for (const message of messages) connection.window.showWarningMessage(message);
    },
  });

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    const options = (params.initializationOptions ?? {}) as Partial<protocol.InitializationOptions>;
    await workbench.initialize(options);
    return {
      serverInfo: { name: 'policy-lens' },
      capabilities: {
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
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      },
    };
  });

  documents.onDidChangeContent(({ document }) => void workbench.prepare(document));
  documents.onDidClose(({ document }) => workbench.close(document.uri));
  documents.listen(connection);

  /** Waits for the analysis of the document's version; null where the document is not policy text. */
  async function contextFor(uri: string, token: CancellationToken): Promise<ServiceContext | null> {
    const document = documents.get(uri);
    if (!document) return null;
    const context = await workbench.context(document);
    if (
      token.isCancellationRequested ||
      context === 'cancelled' ||
      documents.get(uri)?.version !== document.version
    )
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed.', {
        retriggerRequest: true,
      });
    return context;
  }

  /** Answers `empty` where the extension stays silent. */
  function feature<P extends { textDocument: { uri: string } }, R>(
    empty: R,
    answer: (context: ServiceContext, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      const context = await contextFor(params.textDocument.uri, token);
      return context ? answer(context, params) : empty;
    };
  }

  connection.onHover(feature(null, (context, { position }) => hover(context, position)));
  connection.languages.inlayHint.on(feature([], (context, { range }) => inlayHints(context, range)));
  connection.languages.semanticTokens.on(feature({ data: [] }, (context) => semanticTokens(context)));
  connection.languages.diagnostics.on(
    feature({ kind: 'full', items: [] }, (context) => ({ kind: 'full', items: diagnostics(context) })),
  );
  connection.onCodeAction(feature([], (context, params) => codeActions(context, params)));
  connection.onCodeLens(feature([], (context) => codeLenses(context)));
  connection.onCompletion(feature([], (context, { position }) => completions(context, position)));
  connection.onReferences(feature([], (context, { position }) => references(context, position)));
  connection.onDocumentSymbol(
    feature([], (context) =>
      outlined.includes(context.textDocument.languageId) ? documentSymbols(context) : [],
    ),
  );
  connection.onFoldingRanges(
    feature([], (context) =>
      outlined.includes(context.textDocument.languageId) ? foldingRanges(context) : [],
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => workbench.workspaceSymbols(documents.all(), query));

  connection.onRequest(protocol.CoverageRequest, async ({ uri }, token) => {
    const context = await contextFor(uri, token);
    return context && overview(context);
  });
  connection.onRequest(protocol.HighlightsRequest, async ({ uri }, token) => {
    const context = await contextFor(uri, token);
    return context && { version: context.textDocument.version, highlights: highlights(context) };
  });
  connection.onRequest(protocol.ExplainRequest, async ({ uri, range, category }, token) => {
    const context = await contextFor(uri, token);
    return context && explainSelection(context, workbench.environment, range, category);
  });
  connection.onRequest(protocol.DraftRequest, async ({ uri, category, form }, token) => {
    const context = await contextFor(uri, token);
    return context && draft(context, category, form ?? 0);
  });
  connection.onRequest(protocol.RenumberRequest, async ({ uri }, token) => {
    const context = await contextFor(uri, token);
    return context && renumber(context);
  });
  connection.onRequest(protocol.TaxonomyRequest, () => workbench.taxonomyInfo());
  connection.onRequest(protocol.AnalyzeTextsRequest, async ({ texts }, token) => {
    const results = [];
    for (const text of texts) {
      if (token.isCancellationRequested) throw new ResponseError(ErrorCodes.InternalError, 'cancelled');
      results.push(await workbench.analyzeText(text, token));
    }
    return { documents: results };
  });
  connection.onNotification(protocol.DidChangeSettings, (settings) => {
    workbench.configure(settings);
    for (const document of documents.all()) void workbench.prepare(document);
    void connection.languages.diagnostics.refresh();
    void connection.languages.inlayHint.refresh();
    void connection.languages.semanticTokens.refresh();
    void connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
  });
  connection.listen();
}
