/** How the server stands, told by its client, and how it is started anew. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { resetEditor, settled } from '../support/vscode';
import { ResponseError, State } from '../support/languageClient';
import {
  LanguageServer,
  type ClientHost,
  type ServerState,
} from '../../../src/client/connection/languageServer';

type PublicState = (typeof State)[keyof typeof State];

/** Of the language client what is used here. */
class FakeClient {
  state: PublicState = State.Stopped;
  private tell: (change: { newState: PublicState }) => void = () => undefined;

  constructor(private readonly fails: boolean) {}

  onNotification(): void {
    // Nothing is told.
  }
  onDidChangeState(tell: (change: { newState: PublicState }) => void): void {
    this.tell = tell;
  }
  change(state: PublicState): void {
    this.state = state;
    this.tell({ newState: state });
  }
  start(): Promise<void> {
    if (this.isRunning()) return Promise.resolve();
    this.change(State.Starting);
    this.change(this.fails ? State.StartFailed : State.Running);
    return this.fails ? Promise.reject(new Error('no server')) : Promise.resolve();
  }
  isRunning(): boolean {
    return this.state === State.Running;
  }
  needsStop(): boolean {
    return this.state === State.Starting || this.isRunning();
  }
  dispose(): Promise<void> {
    this.change(State.Stopped);
    return Promise.resolve();
  }
  answer: () => Promise<string> = () => Promise.resolve('answer');
  sendRequest(): Promise<string> {
    return this.answer();
  }
}

describe('the language server', () => {
  let clients: FakeClient[];
  let told: ServerState[];
  let failing: number;
  let server: LanguageServer;

  beforeEach(() => {
    resetEditor();
    clients = [];
    told = [];
    failing = 0;
    const host = {
      createClient: () => {
        clients.push(new FakeClient(clients.length < failing));
        return Promise.resolve(clients.at(-1));
      },
    };
    server = new LanguageServer(
      host as unknown as ClientHost,
      () => Promise.resolve(),
      () => ({}) as never,
      {},
      { error: () => undefined } as unknown as vscode.LogOutputChannel,
    );
    server.onDidChangeState((state) => told.push(state));
  });

  const ask = () => server.request0({ method: 'x' } as never);

  it('is starting, not failed, while its client starts it again by itself', async () => {
    await server.start();
    clients[0]!.change(State.Stopped);
    clients[0]!.change(State.Starting);
    await settled();
    clients[0]!.change(State.Running);
    assert.deepEqual(told, ['starting', 'running', 'starting', 'running']);
  });

  it('has failed once its client gives up, and runs again when it is restarted', async () => {
    await server.start();
    clients[0]!.change(State.Stopped);
    await settled();
    assert.deepEqual(told, ['starting', 'running', 'failed']);
    assert.equal(await ask(), undefined);
    await server.restart();
    assert.deepEqual(told.slice(3), ['starting', 'running']);
    assert.equal(await ask(), 'answer');
    assert.equal(clients.length, 2);
  });

  it('that could not be started can be started anew', async () => {
    failing = 1;
    assert.equal(await server.start(), undefined);
    assert.equal(server.state, 'failed');
    assert.equal(await ask(), undefined);
    await server.restart();
    assert.deepEqual(told, ['starting', 'failed', 'starting', 'running']);
    assert.equal(await ask(), 'answer');
  });

  for (const [name, code] of [
    ['the server gave it up', -32802],
    ['the text changed', -32801],
    ['it was called off', -32800],
  ] as const)
    it(`has no answer to a request where ${name}`, async () => {
      await server.start();
      clients[0]!.answer = () => Promise.reject(new ResponseError(code));
      assert.equal(await ask(), undefined);
    });

  it('fails a request that fails', async () => {
    await server.start();
    clients[0]!.answer = () => Promise.reject(new ResponseError(-32603));
    await assert.rejects(ask(), { code: -32603 });
  });

  it('is ended before another is started, and what its end says is not heard', async () => {
    await server.start();
    await Promise.all([server.restart(), server.restart()]);
    await settled();
    assert.deepEqual(
      clients.map(({ state }) => state),
      [State.Stopped, State.Stopped, State.Running],
    );
    assert.equal(server.state, 'running');
    assert.ok(!told.includes('failed'));
  });
});
