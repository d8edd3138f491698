import assert from 'node:assert/strict';
import type { InlayHint, Location } from 'vscode-languageserver-protocol';
import type { CompactResult } from '../../../src/core/report/compact';
import type { DocumentView, SuppressResult } from '../../../src/protocol';
import { connect, connectHeld, disconnect, pulling, smallSettings, start } from './harness';
import { codes, coverage, document, gap, insertAt, ours, point, uri } from './memo';

describe('server', () => {
  afterEach(disconnect);

  it('answers every feature for an open document', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
    const range = { start: point(0, 0), end: point(9, 0) };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { ...document, range });
    assert.equal(hints.length, 2);
    const position = point(8, 1);
    assert.match(JSON.stringify(await client.request('textDocument/hover', { ...document, position })), /R1/);
    assert.equal((await client.request<unknown[]>('textDocument/documentSymbol', document)).length, 2);
    assert.equal((await client.request<unknown[]>('textDocument/foldingRange', document)).length, 2);
    assert.equal((await client.request<unknown[]>('textDocument/codeLens', document)).length, 2);
    assert.ok(
      (await client.request<{ data: number[] }>('textDocument/semanticTokens/full', document)).data.length >
        0,
    );
    const context = { includeDeclaration: true };
    const places = await client.request<Location[]>('textDocument/references', {
      ...document,
      position,
      context,
    });
    assert.equal(places.length, 1);
    assert.equal((await client.request<unknown[]>('workspace/symbol', { query: 'R1.2' })).length, 1);
    const view = await client.request<DocumentView>('policyLens/documentView', { uri });
    assert.ok(view.highlights.some(({ kind }) => kind === 'pathway'));
    assert.ok(await client.request('policyLens/explain', { uri, range }));
    assert.ok(await client.request('policyLens/draft', { uri, category: 'S1.1' }));
    assert.deepEqual(await client.request('policyLens/renumber', { uri }), []);
    assert.ok(await client.request('policyLens/taxonomy', undefined));
    assert.deepEqual((await coverage(client))?.remedies, { covered: 1, thin: 0, missing: 4 });
  });

  it('answers about the text as edited, step by step', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    client.change(uri, 2, [insertAt(8, 10, '建平台，又建平台。\n\n')]);
    client.change(uri, 3, [insertAt(0, 4, '😀'), insertAt(4, 0, '没人才。')]);
    assert.deepEqual(await codes(client), ['PL102']);
    const overview = await coverage(client);
    assert.equal(overview?.version, 3);
    assert.deepEqual(
      overview.problems.map(({ category }) => category),
      ['P1.1', 'P1.2'],
    );
  });

  it('drops what a change made stale, and says so instead of answering empty', async () => {
    const { client, hold, release } = await connectHeld(ours);
    client.open(uri, gap, 'zh-policy');
    await client.next('policyLens/didAnalyze', uri);
    hold();
    client.change(uri, 2, [insertAt(0, 4, '甲')]);
    const stale = Promise.allSettled([
      client.request('textDocument/diagnostic', document),
      client.request('textDocument/codeLens', document),
      coverage(client),
    ]);
    client.change(uri, 3, [insertAt(0, 4, '乙')]);
    const fresh = coverage(client);
    await release();
    const failures = await stale;
    assert.deepEqual(
      failures.map((failure) =>
        failure.status === 'rejected' ? (failure.reason as { code: number }).code : 'answered',
      ),
      [-32802, -32801, -32802],
    );
    assert.equal((await fresh)?.version, 3);
    assert.deepEqual(
      client.received.filter((name) => name.startsWith('policyLens/didAnalyze')).length,
      2,
      'the dropped version was never announced',
    );
  });

  it('analyses once what arrives character by character in one go', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    await client.next('policyLens/didAnalyze', uri);
    for (const [at, character] of [...'建平台，引人才，给补贴。'].entries())
      client.change(uri, 2 + at, [insertAt(8, 10 + at, character)]);
    await coverage(client);
    const analyses = client.received.filter((name) => name.startsWith('policyLens/didAnalyze')).length - 1;
    assert.ok(analyses <= 2, `${String(analyses)} analyses of 12 changes`);
  });

  it('answers about the text that was changed last before it looks at hundreds that were opened with it', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    await client.next('policyLens/didAnalyze', uri);
    for (let index = 0; index < 200; index++) client.open(`file:///work/${String(index)}.md`, gap);
    client.change(uri, 2, [insertAt(0, 4, '甲')]);
    assert.equal((await coverage(client))?.version, 2);
    const analysed = client.received.filter((name) => name.startsWith('policyLens/didAnalyze'));
    assert.equal(analysed[1], `policyLens/didAnalyze ${uri}`);
    assert.ok(analysed.length < 20, `${String(analysed.length)} analyses before the answer`);
  });

  it('asks for no refresh after an analysis', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    client.change(uri, 2, [insertAt(0, 4, '甲')]);
    await coverage(client);
    assert.deepEqual(
      client.received.filter((name) => name.includes('refresh')),
      [],
    );
  });

  it('takes a sidecar over, and forgets it on request', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    const suppressed = await client.request<SuppressResult>('policyLens/suppress', {
      uri,
      rule: 'PL101',
      range: { start: point(4, 0), end: point(4, 4) },
      scope: 'hit',
      reason: '另文',
      where: 'sidecar',
    });
    const sidecar = {
      version: 1,
      suppressions: [suppressed.entry],
      notApplicable: [{ category: 'R2.3', reason: '无关' }],
    };
    await client.connection.sendNotification('policyLens/didChangeSidecar', { uri, sidecar });
    assert.deepEqual(await codes(client), ['PL102']);
    assert.equal((await coverage(client))?.suppressed[0]?.reason, '另文');
    await client.connection.sendNotification('policyLens/didChangeSidecar', { uri, sidecar: null });
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
  });

  it('waits for the analysis with the sidecar that comes while one without it is under way', async () => {
    const { client, hold, release } = await connectHeld(ours);
    hold();
    client.open(uri, gap, 'zh-policy');
    const asked = coverage(client);
    const sidecar = { version: 1, suppressions: [], notApplicable: [{ category: 'R2.3', reason: '无关' }] };
    await client.connection.sendNotification('policyLens/didChangeSidecar', { uri, sidecar });
    await release();
    const told = (await asked)?.missing.find(({ category }) => category === 'R2.3');
    assert.equal(told?.notApplicable, '无关');
  });

  it('is silent where a text is no policy text, unless the user says so', async () => {
    const novel =
      '他推开门，看见院子里的老槐树落了一地的叶子，风从墙头上吹过来，带着一点雨的味道，像许多年以前一样。\n';
    const text = 'file:///work/novel.txt';
    const shown = async (settings: object): Promise<boolean> => {
      const client = await connect({
        capabilities: pulling,
        initializationOptions: { settings: { ...smallSettings, ...settings } },
      });
      client.open(text, novel, 'plaintext');
      return (await coverage(client, text)) !== null;
    };
    assert.equal(await shown({}), false);
    assert.equal(await shown({ enable: 'always' }), true);
    assert.equal(await shown({ included: [text] }), true);
    assert.equal(await shown({ enable: 'never', included: [text] }), false);
  });

  it('forgets a closed document', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    await coverage(client);
    client.close(uri);
    assert.equal(await coverage(client), null);
    client.open(uri, '# 方案\n\n给补贴，又给补贴。\n', 'zh-policy');
    const overview = await coverage(client);
    assert.equal(overview?.version, 1);
    assert.deepEqual(
      overview.covered.map(({ category }) => category),
      ['S3.1'],
    );
  });

  it('answers on after a request that fails', async () => {
    const client = await connect(ours);
    client.open(uri, gap, 'zh-policy');
    await assert.rejects(client.request('textDocument/hover', { textDocument: { uri }, position: null }));
    await assert.rejects(client.request('textDocument/codeAction', { textDocument: { uri } }));
    await client.connection.sendNotification('policyLens/didChangeSettings', 7);
    await client.connection.sendNotification('policyLens/didChangeSidecar', {
      uri,
      sidecar: { version: 1, suppressions: 3 },
    });
    client.change('file:///never-opened.md', 3, [insertAt(0, 0, 'x')]);
    client.close('file:///never-opened.md');
    assert.ok(await coverage(client));
    assert.equal(await coverage(client, 'file:///never-opened.md'), null);
  });

  it('leaves outline and folding of Markdown to VS Code, and to no other editor', async () => {
    for (const [options, length] of [
      [ours, 0],
      [{ capabilities: {} }, 2],
    ] as const) {
      const client = await connect(options);
      client.open(uri, gap, 'markdown');
      for (const method of ['textDocument/documentSymbol', 'textDocument/foldingRange'])
        assert.equal((await client.request<unknown[]>(method, document)).length, length, method);
    }
  });

  it('takes a text for policy text by its name where an editor calls it Markdown', async () => {
    const client = await connect({ capabilities: pulling });
    const text = '# 记录\n\n## 一、天气\n\n今天天气好。\n';
    for (const [name, length] of [
      ['memo.policy.md', 1],
      ['memo.policy.txt?a=1', 1],
      ['memo.md', 0],
    ] as const) {
      const textDocument = { uri: `file:///work/${name}` };
      client.open(textDocument.uri, text, 'markdown');
      const found = await client.request<unknown[]>('textDocument/documentSymbol', { textDocument });
      assert.equal(found.length, length, name);
    }
  });

  it('reads of a text that is too long the first part only, and tells so', async () => {
    const client = await connect(ours);
    const text = `引人才。\n\n\`\`\`\n${'a'.repeat(1_000_000)}\n`;
    const source = { path: 'a.md', text, format: 'markdown', encoding: 'utf8', sha256: '0' };
    const { documents } = await client.request<{ documents: CompactResult[] }>('policyLens/analyzeTexts', {
      texts: [source],
    });
    assert.equal(documents[0]?.checked.characters, 10);
    assert.equal(documents[0].checked.total, text.length);
    assert.equal(documents[0].length, text.length);
  });

  it('stops analysing texts when asked to', async () => {
    const client = await connect(ours);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const text = {
      path: 'a.md',
      text: '又来引人才。\n'.repeat(3000),
      format: 'plain',
      encoding: 'utf8',
      sha256: '0',
    };
    const answer = client.connection.sendRequest(
      'policyLens/analyzeTexts',
      { texts: [text, text, text] },
      source.token,
    );
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
  });
});

describe('the order of messages', () => {
  afterEach(disconnect);

  it('is held to: nothing before initialize, which comes once, and nothing after shutdown', async () => {
    const connection = start();
    const codeOf = (method: string, params?: unknown): Promise<number | null> =>
      connection.sendRequest(method, params).then(
        () => null,
        ({ code }: { code: number }) => code,
      );
    const hover = { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } };
    const initialize = { processId: null, rootUri: null, capabilities: {} };
    // Nobody waits for an answer: it is passed over, and neither this text nor another one of the address is known.
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///a.md' } });
    assert.equal(await codeOf('textDocument/hover', hover), -32002);
    assert.equal(await codeOf('shutdown'), -32002);
    assert.equal(await codeOf('initialize', initialize), null);
    assert.equal(await codeOf('initialize', initialize), -32600);
    assert.equal(await codeOf('textDocument/hover', hover), null);
    assert.equal(await codeOf('no/such/method'), -32601);
    assert.equal(await codeOf('shutdown'), null);
    assert.equal(await codeOf('textDocument/hover', hover), -32600);
  });
});
