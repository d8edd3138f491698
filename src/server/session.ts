import {
  DidChangeConfigurationNotification,
  LSPErrorCodes,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Sidecar } from '../core/suppress/model';
import * as protocol from '../protocol';
import { codeActionKinds } from '../service/codeActions';
import { completionTriggers } from '../service/completions';
import type { ServiceContext } from '../service/context';
import { diagnostics } from '../service/diagnostics';
import { semanticTokensLegend } from '../service/semanticTokens';
import { clientSupport, type ClientSupport } from './clientSupport';
import { cancelled } from './turns';
import { Workbench, type ServerHost } from './workbench';

/** Settings live under this name in editors that keep them for us. */
const section = 'policyLens';

/** Most problems of a taxonomy told in one message. */
const mostProblems = 5;

const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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

/** A connected editor: what it can do, its documents and settings, and what it is told unasked. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly workbench: Workbench;
  private readonly published = new Set<string>();
  private support: ClientSupport = clientSupport({});
  private locale: string | undefined;
  private isExtension = false;
  /** Those the editor gave at the start: they hold while it says nothing else. */
  private givenSettings: unknown;

  constructor(
    private readonly connection: Connection,
    host: ServerHost,
  ) {
    this.workbench = new Workbench(host, (document, analysis) => {
      // Nobody waits for this turn, and an error that nobody catches would end the server.
      try {
        if (this.isExtension) this.announce(document);
        if (!this.support.pullsDiagnostics)
          this.publish(document, this.workbench.contextFor(document, analysis));
      } catch (error) {
        this.report(error);
      }
    });
  }

  /** Takes part in the life of the connection, its settings and its documents; to be called once. */
  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => {
      this.tellTaxonomy();
      this.followSettings();
      this.followFolders();
    });
    connection.onNotification(protocol.DidChangeSettings, (settings) => {
      this.configure(settings);
    });
    connection.onNotification(protocol.DidInclude, ({ uri }) => {
      this.workbench.include(uri);
      this.reconsider(new Set([uri]));
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      if (this.isExtension) return;
      if (this.support.answersConfiguration) this.askSettings().catch(this.report);
      else this.configure((settings as Record<string, unknown> | null)?.[section]);
    });
    connection.onNotification(protocol.DidChangeSidecar, ({ uri, sidecar }) => {
      this.setSidecar(uri, sidecar);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.workbench.index.deleteAll(new Set(changes.map(({ uri }) => uri)));
    });
    this.followDocuments();
  }

  /**
   * Waits for the analysis of the document's version; null where the document is not policy text. A dropped
   * analysis of the same version (other settings or sidecar) is waited for again.
   */
  async contextFor(uri: string, token: CancellationToken, code: number): Promise<ServiceContext | null> {
    const document = this.documents.get(uri);
    if (!document) return null;
    const { version } = document;
    for (;;) {
      const context = await this.workbench.context(document);
      if (token.isCancellationRequested) throw cancelled(LSPErrorCodes.RequestCancelled);
      if (this.documents.get(uri) !== document || document.version !== version) throw cancelled(code);
      if (context !== 'cancelled') return context;
    }
  }

  private readonly report = (error: unknown): void =>
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  private async initialize(params: InitializeParams): Promise<InitializeResult> {
    const options = (params.initializationOptions ?? {}) as Partial<protocol.InitializationOptions>;
    this.support = clientSupport(params.capabilities);
    this.locale = params.locale;
    this.isExtension = options.isExtension === true;
    this.givenSettings = options.settings;
    const { snippets, plain } = this.support;
    const editor = { commands: this.isExtension, snippets, plain };
    await this.workbench.initialize(options, editor, this.locale);
    return {
      serverInfo: { name: 'policy-lens' },
      capabilities: this.support.pullsDiagnostics
        ? {
            ...capabilities,
            diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
          }
        : capabilities,
    };
  }

  private followSettings(): void {
    if (this.isExtension) return;
    const { client } = this.connection;
    if (this.support.registersConfiguration)
      client.register(DidChangeConfigurationNotification.type, { section }).catch(this.report);
    if (this.support.answersConfiguration && this.givenSettings === undefined)
      this.askSettings().catch(this.report);
  }

  private followFolders(): void {
    if (!this.support.tellsFolders) return;
    this.connection.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      this.workbench.index.deleteAll(new Set(removed.map(({ uri }) => uri.replace(/\/$/, ''))));
    });
  }

  private async askSettings(): Promise<void> {
    this.configure(await this.connection.workspace.getConfiguration(section));
  }

  /** @param settings Null or undefined where the editor keeps none for us. */
  private configure(settings: unknown): void {
    const { isOtherTaxonomy, about } = this.workbench.configure(settings ?? this.givenSettings, this.locale);
    if (isOtherTaxonomy) this.tellTaxonomy();
    this.reconsider(about);
  }

  /** @param about The documents of which something else is to be said; all where this is undefined. */
  private reconsider(about: ReadonlySet<string> | undefined): void {
    const concerned = this.documents.all().filter(({ uri }) => about?.has(uri) !== false);
    for (const document of concerned) {
      if (this.support.pullsDiagnostics) this.prepare(document);
      else this.republish(document).catch(this.report);
    }
    // One that was only just opened, or is not open yet, is asked about anyway.
    if (!about || concerned.some(({ uri }) => this.workbench.hasAnswered(uri))) this.refresh();
  }

  private setSidecar(uri: string, sidecar: Sidecar | null): void {
    const isNew = this.workbench.setSidecar(uri, sidecar);
    const document = this.documents.get(uri);
    if (!isNew || !document) return;
    this.prepare(document);
    this.refresh();
  }

  private followDocuments(): void {
    const { documents, workbench, published, connection } = this;
    documents.onDidOpen(({ document }) => workbench.index.delete(document.uri));
    documents.onDidChangeContent(({ document }) => {
      this.prepare(document);
    });
    documents.onDidClose(({ document: { uri } }) => {
      workbench.close(uri);
      if (published.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(this.report);
    });
    documents.listen(connection);
  }

  /** Starts an analysis ahead of the first request. */
  private prepare(document: TextDocument): void {
    this.workbench.context(document).catch(this.report);
  }

  /** Makes the editor ask anew. */
  private refresh(): void {
    for (const method of this.support.refreshes) this.connection.sendRequest(method).catch(this.report);
  }

  /** Only our own extension knows this notification. */
  private announce({ uri, version }: TextDocument): void {
    this.connection.sendNotification(protocol.DidAnalyze, { uri, version }).catch(this.report);
  }

  private tellTaxonomy(): void {
    const problems = this.workbench.taxonomyFaults;
    if (this.isExtension) {
      this.connection.sendNotification(protocol.DidReadTaxonomy, { problems }).catch(this.report);
      return;
    }
    if (problems.length === 0) return;
    const message = problems
      .slice(0, mostProblems)
      .map(({ file, line, message: words }) => `${file}:${String(line)} ${words}`)
      .join('\n');
    this.connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
      .catch(this.report);
  }

  /** Only for editors that do not ask for diagnostics; an empty list only takes away what was sent before. */
  private publish({ uri, version }: TextDocument, context: ServiceContext | null): void {
    const items = context ? diagnostics(context) : [];
    if (this.documents.get(uri)?.version !== version || (items.length === 0 && !this.published.has(uri)))
      return;
    if (items.length > 0) this.published.add(uri);
    else this.published.delete(uri);
    this.connection.sendDiagnostics({ uri, version, diagnostics: items }).catch(this.report);
  }

  private async republish(document: TextDocument): Promise<void> {
    const context = await this.workbench.context(document);
    if (context !== 'cancelled') this.publish(document, context);
  }
}
