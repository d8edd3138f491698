import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { ServerSettings } from '../../../src/protocol';
import { connect, disconnect, pulling, smallSettings, start } from './harness';
import { codes, coverage, document, gap, ours, uri } from './memo';

describe('settings and taxonomies that the server is told', () => {
  afterEach(disconnect);

  it('takes settings over without a restart, and asks for a refresh then', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
    const refresh = client.next('workspace/diagnostic/refresh');
    await client.connection.sendNotification('policyLens/didChangeSettings', {
      ...smallSettings,
      rules: { 'problem-without-remedy': 'off', PL102: 'error' },
    });
    await refresh;
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
    assert.deepEqual(
      report.items.map(({ code, severity }) => [code, severity]),
      [['PL102', 1]],
    );
  });

  it('asks for a refresh where documents are included only if anything was answered about one', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    await coverage(client);
    const include = async (...included: string[]): Promise<number> => {
      client.received.length = 0;
      await client.connection.sendNotification('policyLens/didChangeSettings', {
        ...smallSettings,
        included,
      });
      await coverage(client);
      return client.received.filter((name) => name === 'workspace/diagnostic/refresh').length;
    };
    assert.equal(await include('file:///work/next.md'), 0);
    assert.equal(await include('file:///work/next.md', uri), 1);
    assert.equal(await include(uri), 0);
    client.open('file:///work/opened.md', gap);
    assert.equal(await include(uri, 'file:///work/opened.md'), 0);
    assert.equal(await include(), 1);
  });

  it('counts a document as policy text that is told of before it is opened, until the settings say otherwise', async () => {
    const client = await connect(ours);
    const other = 'file:///work/notes.md';
    const include = (): Promise<void> =>
      client.connection.sendNotification('policyLens/didInclude', { uri: other });
    await include();
    client.open(other, '开会。\n');
    assert.ok(await coverage(client, other));
    assert.ok(!client.received.includes('workspace/diagnostic/refresh'), 'nothing was answered about it yet');
    const refreshed = client.next('workspace/diagnostic/refresh');
    await client.connection.sendNotification('policyLens/didChangeSettings', smallSettings);
    await refreshed;
    assert.equal(await coverage(client, other), null);
    const again = client.next('workspace/diagnostic/refresh');
    await include();
    await again;
    assert.ok(await coverage(client, other));
  });

  it('takes another taxonomy over, and waits for the analysis with it', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    await coverage(client);
    await client.connection.sendNotification('policyLens/didChangeSettings', {
      ...smallSettings,
      taxonomy: null,
    });
    assert.ok((await coverage(client))?.missing.some(({ category }) => category === 'S4.1'));
  });

  it('keeps to the built-in taxonomy where the user’s is broken, and says what is wrong', async () => {
    const taxonomy = { file: 'mine.yaml', text: 'id: [' };
    const client = await connect({
      capabilities: pulling,
      initializationOptions: { settings: { ...smallSettings, taxonomy } },
    });
    assert.equal((await client.request<{ id: string }>('policyLens/taxonomy', undefined)).id, 'zhou-wu-2025');
    assert.ok(client.received.includes('window/showMessage'));
  });

  it('tells our extension which line of the taxonomy is wrong, and when it is mended', async () => {
    const client = await connect(ours);
    const settle = async (taxonomy: ServerSettings['taxonomy']): Promise<readonly number[]> => {
      const told = new Promise<readonly number[]>((resolve) =>
        client.connection.onNotification(
          'policyLens/didReadTaxonomy',
          ({ problems }: { problems: readonly { line: number }[] }) =>
            resolve(problems.map(({ line }) => line)),
        ),
      );
      await client.connection.sendNotification('policyLens/didChangeSettings', {
        ...smallSettings,
        taxonomy,
      });
      await coverage(client).catch(() => null);
      return told;
    };
    // Told of the one it was started with.
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await settle({ file: 'mine.yaml', text: 'id: mine\nversion: [\n' }), [3]);
    assert.deepEqual(await settle(smallSettings.taxonomy), []);
    assert.ok(!client.received.includes('window/showMessage'));
  });

  it('tells our extension nothing before the answer to initialize', async () => {
    const connection = start();
    const told: string[] = [];
    const next = new Promise<void>((resolve) =>
      connection.onNotification((method) => {
        told.push(method);
        resolve();
      }),
    );
    const { capabilities, initializationOptions } = ours;
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    assert.deepEqual(told, []);
    await connection.sendNotification('initialized', {});
    await next;
    assert.deepEqual(told, ['policyLens/didReadTaxonomy']);
  });

  it('settles settings by the innermost folder', async () => {
    const folders = [
      { uri: 'file:///work', rules: { PL101: 'off' } },
      { uri: 'file:///work/inner', preset: 'quiet' },
      { uri: 'file:///wo', enable: 'never' },
    ];
    const client = await connect({
      capabilities: pulling,
      initializationOptions: { settings: { ...smallSettings, folders } },
    });
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await codes(client), ['PL102']);
    const inner = 'file:///work/inner/memo.policy.md';
    client.open(inner, gap, 'zh-policy');
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: inner },
    });
    assert.deepEqual(
      report.items.map(({ code, severity }) => [code, severity]),
      [
        ['PL101', 4],
        ['PL102', 4],
      ],
    );
  });
});
