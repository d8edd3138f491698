import { PassThrough } from 'node:stream';
import type {
  ClientCapabilities,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import type { ServerSettings } from '../../../src/protocol';
import { inOrder } from '../../../src/server/lifeCycle';
import { startServer } from '../../../src/server/startServer';
import { engineData } from '../../../scripts/engineData';
import { smallTaxonomySource } from '../support/taxonomy';

/** Capabilities of an editor like VS Code. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
  workspace: {
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

/** Settings with the small taxonomy of the tests. */
export const smallSettings: ServerSettings = {
  language: 'zh-CN',
  enable: 'auto',
  preset: 'draft',
  rules: {},
  taxonomy: { file: 'small.yaml', text: smallTaxonomySource },
};

export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Everything the server sent of itself, `method` or `method uri`, in order. */
  readonly received: string[];
  readonly published: PublishDiagnosticsParams[];
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  request<R>(method: string, params: unknown): Promise<R>;
  /** Resolves when the server sends the method (for the document, if given) the next time. */
  next(method: string, uri?: string): Promise<void>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Answers to `workspace/configuration`. */
  readonly configuration?: unknown;
  /** Runs deferred work of the server; by default after everything that waits already. */
  readonly defer?: (task: () => void) => void;
}

const clients: MessageConnection[] = [];

/** A server and the other end of its streams, on which nothing has been said yet. */
export function start(): MessageConnection {
  const connection = serve({});
  connection.listen();
  return connection;
}

function serve(options: Pick<ClientOptions, 'defer'>): MessageConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(toServer, toClient, inOrder()), {
    clock: { now: () => performance.now(), defer: options.defer ?? ((task) => void setImmediate(task)) },
    loadData: () => Promise.resolve(engineData()),
  });
  const connection = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  clients.push(connection);
  return connection;
}

/** A server and a client that talk through streams in memory. */
export async function connect(options: ClientOptions = {}): Promise<Client> {
  const connection = serve(options);
  const received: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const waiting: { key: string; resolve: () => void }[] = [];
  const note = (method: string, params: unknown): void => {
    const uri = (params as { uri?: string } | undefined)?.uri;
    received.push(uri === undefined ? method : `${method} ${uri}`);
    if (method === 'textDocument/publishDiagnostics') published.push(params as PublishDiagnosticsParams);
    for (const one of waiting.filter(({ key }) => key === method || key === `${method} ${uri}`)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve();
    }
  };
  connection.onNotification((method, params) => note(method, params));
  connection.onRequest((method, params) => {
    note(method, params);
    return method === 'workspace/configuration' ? [options.configuration ?? null] : null;
  });
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? {},
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.initializationOptions === undefined
      ? {}
      : { initializationOptions: options.initializationOptions }),
  });
  await connection.sendNotification('initialized', {});
  const notify = (method: string, params: unknown): void => void connection.sendNotification(method, params);
  return {
    connection,
    initialized,
    received,
    published,
    open: (uri, text, languageId = 'markdown') =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) =>
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    request: (method, params) => connection.sendRequest(method, params),
    next: (method, uri) =>
      new Promise((resolve) =>
        waiting.push({ key: uri === undefined ? method : `${method} ${uri}`, resolve }),
      ),
  };
}

/** A client whose server can be held back: what it puts off then waits until it is released. */
export async function connectHeld(options: Omit<ClientOptions, 'defer'>): Promise<{
  readonly client: Client;
  hold(): void;
  /** Settles once the server has seen all that was sent, and works on. */
  release(): Promise<void>;
}> {
  const tasks: (() => void)[] = [];
  let isHeld = false;
  const defer = (task: () => void): void => void (isHeld ? tasks.push(task) : setImmediate(task));
  const client = await connect({ ...options, defer });
  return {
    client,
    hold: () => (isHeld = true),
    release: async () => {
      // It is answered behind everything else.
      await client.request('policyLens/taxonomy', undefined);
      isHeld = false;
      for (const task of tasks.splice(0)) task();
    },
  };
}

/** Ends all connections of a test. */
export function disconnect(): void {
  for (const connection of clients.splice(0)) connection.dispose();
}
