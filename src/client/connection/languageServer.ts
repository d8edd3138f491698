import * as vscode from 'vscode';
import {
  LSPErrorCodes,
  ResponseError,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type NotificationType,
  type RequestType,
  type RequestType0,
} from 'vscode-languageclient';
import type { ConverterRequest, ConverterResults } from '../../convert/model';
import {
  DidAnalyze,
  DidReadTaxonomy,
  type InitializationOptions,
  type ServerSettings,
  type TaxonomyFault,
} from '../../protocol';
import { documentLanguages, isUserDocument } from './candidates';
import { trustedCommands } from './trustedCommands';

/** What differs between the extension hosts. */
export interface ClientHost {
  /** Makes a client that is not started yet; adds what its server needs to what `initializationOptions` returns. */
  createClient(options: ClientOptions): Promise<BaseLanguageClient>;
  /** From or to Word and the like, undefined when cancelled; what converts is loaded for the call. */
  convert<R extends ConverterRequest>(
    request: R,
    token: vscode.CancellationToken,
  ): Promise<ConverterResults[R['task']] | undefined>;
}

/** The client's options with initialization options that are asked for at every (re)start. */
export type ClientOptions = Omit<LanguageClientOptions, 'initializationOptions'> & {
  readonly initializationOptions: () => InitializationOptions;
};

export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

type Analysed = typeof DidAnalyze extends NotificationType<infer P> ? P : never;

/**
 * The language server, started by the first call of {@link LanguageServer.start} and anew by
 * {@link LanguageServer.restart}, by nothing else. A request that was cancelled on either side answers `undefined`,
 * which is not an empty answer.
 */
export class LanguageServer implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private starting: Promise<BaseLanguageClient | undefined> | undefined;
  private current: ServerState = 'idle';
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly analysed = new vscode.EventEmitter<Analysed>();
  private readonly taxonomyRead = new vscode.EventEmitter<{ problems: readonly TaxonomyFault[] }>();
  private watchers: readonly vscode.FileSystemWatcher[] = [];
  readonly onDidChangeState = this.stateChanged.event;
  readonly onDidAnalyze = this.analysed.event;
  readonly onDidReadTaxonomy = this.taxonomyRead.event;

  constructor(
    private readonly host: ClientHost,
    /** Run before the first start and each one asked for; `settings` is asked for at every start. */
    private readonly beforeStart: () => Promise<void>,
    private readonly settings: () => ServerSettings,
    private readonly middleware: Middleware,
    readonly log: vscode.LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.current;
  }

  /** For what goes wrong where nobody waits for it. */
  readonly logError = (error: unknown): void => {
    this.log.error(error instanceof Error ? error : String(error));
  };

  /** Starts the server once; undefined when it cannot be started (told in the log and in the views). */
  start(): Promise<BaseLanguageClient | undefined> {
    this.starting ??= this.launch();
    return this.starting;
  }

  /** Ends the server, however it stands, and starts another. */
  restart(): Promise<BaseLanguageClient | undefined> {
    const former = this.starting;
    this.starting = (async () => {
      await former;
      this.setState('starting');
      await this.discard();
      return this.launch();
    })();
    return this.starting;
  }

  /** Starts the server if needed. */
  async request<P, R>(
    type: RequestType<P, R, void>,
    params: P,
    token?: vscode.CancellationToken,
  ): Promise<R | undefined> {
    await this.start();
    const client = this.running;
    if (!client) return undefined;
    // Without a token there must be no third argument: it would be sent as a second parameter.
    return orUndefined(
      token ? client.sendRequest<R>(type.method, params, token) : client.sendRequest<R>(type.method, params),
    );
  }

  /** Like {@link LanguageServer.request} for a request without parameters. */
  async request0<R>(type: RequestType0<R, void>): Promise<R | undefined> {
    await this.start();
    const client = this.running;
    if (!client) return undefined;
    return orUndefined(client.sendRequest<R>(type.method));
  }

  /** Does nothing while the server does not run: it gets all it needs when it starts. */
  notify<P>(type: NotificationType<P>, params: P): void {
    if (!this.client?.isRunning()) return;
    // It may end before it has heard.
    this.client.sendNotification(type.method, params).catch(this.logError);
  }

  /** The client while it runs; for what only it can do, such as firing a feature's events. */
  get running(): BaseLanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  private async launch(): Promise<BaseLanguageClient | undefined> {
    this.setState('starting');
    try {
      await this.beforeStart();
      this.watchers = watchFiles();
      const client = await this.host.createClient({
        documentSelector: documentLanguages.map((language) => ({ language })),
        outputChannel: this.log,
        markdown: { isTrusted: { enabledCommands: trustedCommands }, supportHtml: false },
        diagnosticPullOptions: {
          onChange: true,
          onSave: false,
          filter: (document) => !isUserDocument(document),
        },
        // The server keeps the tags of files that are not open.
        synchronize: { fileEvents: [...this.watchers] },
        initializationOptions: () => ({ settings: this.settings(), isExtension: true }),
        middleware: {
          ...this.middleware,
          didChange: (event, next) => (isUserDocument(event.document) ? next(event) : Promise.resolve()),
        },
      });
      this.client = client;
      client.onNotification(DidReadTaxonomy, (read) => this.taxonomyRead.fire(read));
      client.onNotification(DidAnalyze, (analysed) => this.analysed.fire(analysed));
      client.onDidChangeState(({ newState }) => this.follow(client, newState));
      await client.start();
      return client;
    } catch (error) {
      this.logError(error);
      this.setState('failed');
      return undefined;
    }
  }

  private follow(client: BaseLanguageClient, state: State): void {
    // One that was given up is none of ours.
    if (client !== this.client) return;
    if (state === State.Running) this.setState('running');
    if (state === State.Starting) this.setState('starting');
    if (state === State.StartFailed) this.setState('failed');
    // One that starts again by itself is stopped for no longer than this turn: what is shown stays.
    if (state === State.Stopped)
      queueMicrotask(() => {
        if (client === this.client && client.state === State.Stopped) this.setState('failed');
      });
  }

  /** Lets the present client go, with its server. */
  private async discard(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.unwatch();
    if (!client?.needsStop()) return;
    try {
      // One that starts again by itself can be stopped only once it runs.
      await client.start();
      await client.dispose();
    } catch (error) {
      this.logError(error);
    }
  }

  private setState(state: ServerState): void {
    if (this.current === state) return;
    this.current = state;
    this.stateChanged.fire(state);
  }

  /** Stops the server; waits for a start under way, so that no process is left behind. */
  async stop(): Promise<void> {
    await this.starting;
    if (this.client?.needsStop()) await this.client.stop();
  }

  dispose(): void {
    this.stateChanged.dispose();
    this.analysed.dispose();
    this.taxonomyRead.dispose();
    this.unwatch();
  }

  private unwatch(): void {
    for (const watcher of this.watchers) watcher.dispose();
  }
}

/** Texts, and whatever is deleted: a folder is told as one, without the texts in it. */
function watchFiles(): readonly vscode.FileSystemWatcher[] {
  const { workspace } = vscode;
  return [
    workspace.createFileSystemWatcher('**/*.{md,markdown,txt}'),
    workspace.createFileSystemWatcher('**', true, true),
  ];
}

async function orUndefined<R>(answer: Promise<R>): Promise<R | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isCancellation(error)) return undefined;
    throw error;
  }
}

function isCancellation(error: unknown): boolean {
  if (error instanceof vscode.CancellationError) return true;
  const codes: readonly number[] = [
    LSPErrorCodes.ServerCancelled,
    LSPErrorCodes.RequestCancelled,
    LSPErrorCodes.ContentModified,
  ];
  return error instanceof ResponseError && codes.includes(error.code);
}
