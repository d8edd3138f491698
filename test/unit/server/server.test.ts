import assert from 'node:assert/strict';
import type {
  CompletionList,
  Diagnostic,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import type { CompactResult } from '../../../src/core/report/compact';
import type { DocumentView, Overview, ServerSettings, SuppressResult } from '../../../src/protocol';
import { connect, connectHeld, disconnect, pulling, smallSettings, start, type Client } from './harness';

const uri = 'file:///work/memo.policy.md';
const gap = '# 方案\n\n## 一、问题\n\n没平台。\n\n## 二、措施\n\n引人才，搞揭榜挂帅。\n';
const ours = { capabilities: pulling, initializationOptions: { settings: smallSettings, isExtension: true } };
const document = { textDocument: { uri } };

const codes = async (client: Client): Promise<unknown[]> => {
  const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
  return report.items.map(({ code }) => code);
};
const coverage = async (client: Client, of = uri): Promise<Overview | null> =>
  (await client.request<DocumentView | null>('policyLens/documentView', { uri: of }))?.overview ?? null;
const point = (line: number, character: number) => ({ line, character });
const insertAt = (line: number, character: number, text: string) => ({
  range: { start: point(line, character), end: point(line, character) },
  text,
});

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

describe('server for other editors', () => {
  afterEach(disconnect);

  it('sends diagnostics to editors that do not ask for them, and takes them back', async () => {
    const client = await connect({
      capabilities: { workspace: { configuration: true } },
      configuration: smallSettings,
    });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    /** The codes last sent, once they are those of the version. */
    const sent = async (version: number | undefined): Promise<unknown[]> => {
      while (client.published.length === 0 || client.published.at(-1)?.version !== version)
        await client.next('textDocument/publishDiagnostics', uri);
      return (client.published.at(-1)?.diagnostics ?? []).map(({ code }) => code);
    };
    await client.request('policyLens/taxonomy', undefined);
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await sent(1), ['PL101', 'PL102']);
    client.change(uri, 2, [insertAt(8, 10, '没人才。建平台，又建平台。')]);
    assert.deepEqual(await sent(2), ['PL102']);
    client.close(uri);
    assert.deepEqual(await sent(undefined), []);
  });

  it('never sends them to editors that ask', async () => {
    const client = await connect(ours);
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    client.open(uri, gap, 'zh-policy');
    await codes(client);
    await coverage(client);
    assert.deepEqual(client.published, []);
  });

  it('runs without any options, in the editor’s language', async () => {
    const client = await connect({ capabilities: { textDocument: { diagnostic: {} } }, locale: 'en-GB' });
    const text =
      '# 关于人才的情况报告\n\n高层次人才短缺，骨干人才流失严重，引才难、留人难的问题突出，急需引进高层次人才和创新团队。\n';
    client.open(uri, text, 'markdown');
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
    assert.match(String(report.items[0]?.message), /^The text states P1\.2 Talent gap/);
  });

  it('asks for its settings where it can, and again when they change', async () => {
    let configuration: unknown = { ...smallSettings, enable: 'never' };
    const client = await connect({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      get configuration() {
        return configuration;
      },
    });
    client.open(uri, gap, 'zh-policy');
    await client.request('policyLens/taxonomy', undefined);
    assert.ok(client.received.includes('workspace/configuration'));
    assert.ok(client.received.includes('client/registerCapability'));
    assert.deepEqual(await codes(client), []);
    configuration = smallSettings;
    const asked = client.next('workspace/configuration');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await asked;
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
  });

  it('takes settings that are pushed', async () => {
    const client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { policyLens: { ...smallSettings, rules: { PL102: 'off' } } },
    });
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await codes(client), ['PL101']);
  });

  it('keeps the settings it was started with where the editor, asked or not, keeps none for it', async () => {
    const settings = { ...smallSettings, rules: { PL102: 'off' } };
    for (const configuration of [true, false]) {
      const client = await connect({
        capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration } },
        initializationOptions: { settings },
      });
      client.open(uri, gap, 'zh-policy');
      const asked = configuration ? client.next('workspace/configuration') : undefined;
      // Emacs says this of itself once it is connected.
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
      await asked;
      await client.request('policyLens/taxonomy', undefined);
      assert.deepEqual(await codes(client), ['PL101']);
    }
  });

  it('takes the editor’s own section, whole, instead of what it was started with, once that is told', async () => {
    const client = await connect({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
      initializationOptions: { settings: { ...smallSettings, rules: { PL102: 'off' } } },
      configuration: smallSettings,
    });
    client.open(uri, gap, 'zh-policy');
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await codes(client), ['PL101']);
    const asked = client.next('workspace/configuration');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await asked;
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
  });

  it('is read without marks of Markdown where the editor shows plain text only', async () => {
    const shown = async (formats: ('plaintext' | 'markdown')[]): Promise<MarkupContent[]> => {
      const client = await connect({
        capabilities: {
          textDocument: {
            hover: { contentFormat: formats },
            completion: { completionItem: { documentationFormat: formats } },
          },
        },
        initializationOptions: { settings: smallSettings },
      });
      client.open(uri, `${gap}\n针对`, 'zh-policy');
      const at = (line: number, character: number) => ({ ...document, position: point(line, character) });
      const { contents } = await client.request<Hover>('textDocument/hover', at(8, 1));
      const { items } = await client.request<CompletionList>('textDocument/completion', at(10, 2));
      return [contents, items[0]?.documentation] as MarkupContent[];
    };
    for (const { kind, value } of await shown(['plaintext'])) {
      assert.equal(kind, 'plaintext');
      assert.doesNotMatch(value, /\*\*|\\|&[a-z]+;/u);
    }
    const [hover, documentation] = await shown(['plaintext', 'markdown']);
    assert.equal(hover?.kind, 'markdown');
    assert.match(hover.value, /\*\*/u);
    assert.equal(documentation?.kind, 'markdown');
  });

  it('gives edits, not commands, and plain text where there are no snippets', async () => {
    const client = await connect({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
      configuration: smallSettings,
    });
    client.open(uri, `${gap}\n针对`, 'zh-policy');
    await client.request('policyLens/taxonomy', undefined);
    const list = await client.request<CompletionList>('textDocument/completion', {
      ...document,
      position: point(10, 2),
    });
    assert.equal(list.items[0]?.insertTextFormat, 1);
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
    const range = items[0]?.range;
    const actions = await client.request<{ command?: unknown; edit?: unknown }[]>('textDocument/codeAction', {
      ...document,
      range,
      context: { diagnostics: items },
    });
    assert.ok(actions.length > 0);
    for (const action of actions) assert.ok(action.edit && !action.command);
  });
});
