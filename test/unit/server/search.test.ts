import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-protocol';
import { connect, connectHeld, disconnect } from './harness';
import { coverage, document, gap, insertAt, ours, point, uri } from './memo';

describe('references and symbols over all texts', () => {
  afterEach(disconnect);

  it('keeps nothing of a document that is closed while all of them are searched', async () => {
    const other = 'file:///work/other.policy.md';
    const searches: readonly [string, object][] = [
      ['workspace/symbol', { query: 'R1.2' }],
      ['textDocument/references', { ...document, position: point(8, 1), context: {} }],
    ];
    for (const [method, params] of searches) {
      const { client, hold, release } = await connectHeld(ours);
      client.open(uri, gap, 'zh-policy');
      client.open(other, '引人才。\n', 'zh-policy');
      await coverage(client, other);
      hold();
      client.change(uri, 2, [insertAt(0, 4, '甲')]);
      const search = client.request(method, params);
      client.close(other);
      await release();
      await search;
      client.open(other, '没人才。\n', 'zh-policy');
      const overview = await coverage(client, other);
      assert.deepEqual(
        overview?.problems.map(({ category }) => category),
        ['P1.2'],
        method,
      );
    }
  });

  it('leaves out of a search no text that changes meanwhile', async () => {
    const { client, hold, release } = await connectHeld(ours);
    const other = 'file:///work/other.policy.md';
    client.open(uri, gap, 'zh-policy');
    client.open(other, '引人才。\n', 'zh-policy');
    await coverage(client);
    await coverage(client, other);
    hold();
    const typed = { range: { start: point(0, 0), end: point(0, 0) }, text: '又' };
    client.change(other, 2, [typed]);
    const symbols = client.request<{ location: Location }[]>('workspace/symbol', { query: 'R1.2' });
    const position = point(8, 1);
    const places = client.request<Location[]>('textDocument/references', {
      ...document,
      position,
      context: {},
    });
    await client.request('policyLens/taxonomy', undefined);
    client.change(other, 3, [typed]);
    await release();
    assert.deepEqual(
      (await symbols).map(({ location }) => location.uri),
      [uri, other],
    );
    assert.deepEqual(
      (await places).map((place) => place.uri),
      [uri, other],
    );
  });

  it('finds references and symbols in files analysed before, until they change', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    const other = 'file:///work/other.md';
    const text = {
      path: 'other.md',
      uri: other,
      text: '又来引人才。\n',
      format: 'markdown',
      encoding: 'utf8',
      sha256: '0',
    };
    await client.request('policyLens/analyzeTexts', { texts: [text] });
    const params = { ...document, position: point(8, 1), context: { includeDeclaration: true } };
    const found = async (): Promise<string[]> =>
      (await client.request<Location[]>('textDocument/references', params)).map((location) => location.uri);
    assert.deepEqual(await found(), [uri, other]);
    assert.equal((await client.request<unknown[]>('workspace/symbol', { query: 'R1.2' })).length, 2);
    // One that is open is told once, from what it holds now.
    await client.request('policyLens/analyzeTexts', { texts: [{ ...text, uri }] });
    assert.deepEqual(await found(), [uri, other]);
    assert.equal((await client.request<unknown[]>('workspace/symbol', { query: 'R1.2' })).length, 2);
    const change = (changed: string, type: number): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: changed, type }],
      });
    await change(other, 2);
    assert.deepEqual(await found(), [uri]);
    const inner = 'file:///work/卷 1/二/c.md';
    await client.request('policyLens/analyzeTexts', { texts: [{ ...text, uri: inner }] });
    await change('file:///work/卷', 3);
    await change('file:///work/卷 1/二/c', 3);
    assert.deepEqual(await found(), [uri, inner]);
    await change('file:///work/卷 1', 3);
    assert.deepEqual(await found(), [uri]);
  });

  it('finds each sentence of a file that is not open once, whatever it is tagged with', async () => {
    const client = await connect(ours);
    const both = '引人才，给补贴。\n';
    client.open(uri, both, 'zh-policy');
    const other = { path: 'other.md', uri: 'file:///work/other.md', format: 'markdown', encoding: 'utf8' };
    await client.request('policyLens/analyzeTexts', { texts: [{ ...other, text: both, sha256: '0' }] });
    const params = { ...document, position: point(0, 1), context: { includeDeclaration: true } };
    const found = await client.request<Location[]>('textDocument/references', params);
    assert.deepEqual(
      found.map((location) => location.uri),
      [uri, other.uri],
    );
  });

  it('finds none in files of a folder that left the workspace', async () => {
    const client = await connect({ ...ours, capabilities: { workspace: { workspaceFolders: true } } });
    const source = { text: '又来引人才。\n', format: 'markdown', encoding: 'utf8', sha256: '0' };
    const texts = ['卷/a.md', '卷二/b.md'].map((path) => ({
      ...source,
      path,
      uri: `file:///work/${path}`,
    }));
    await client.request('policyLens/analyzeTexts', { texts });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: 'file:///work/卷', name: '卷' }] },
    });
    const found = await client.request<{ location: Location }[]>('workspace/symbol', { query: 'R1.2' });
    assert.deepEqual(
      found.map(({ location }) => location.uri),
      ['file:///work/卷二/b.md'],
    );
  });

  it('answers with the first symbols only, those of open texts before all others', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    const source = { format: 'plain', encoding: 'utf8', sha256: '0' };
    const texts = ['b', 'c'].map((name) => ({
      ...source,
      path: `${name}.txt`,
      uri: `file:///work/${name}.txt`,
      text: '引人才。\n'.repeat(300),
    }));
    await client.request('policyLens/analyzeTexts', { texts });
    const found = await client.request<{ location: Location }[]>('workspace/symbol', { query: 'R1.2' });
    assert.equal(found.length, 500);
    assert.equal(found[0]?.location.uri, uri);
  });
});
