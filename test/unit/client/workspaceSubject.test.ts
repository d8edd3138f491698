import assert from 'node:assert/strict';
import { editor, never, openDocument, resetEditor } from '../support/vscode';
import { nothingFoundIn, wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { WorkspaceSubject } from '../../../src/client/report/subjects/workspaceSubject';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import type { Words } from '../../../src/client/settings/words';
import { Sidecars } from '../../../src/client/sidecar/sidecars';
import type { TextToAnalyze } from '../../../src/protocol';

describe('the report of several files', () => {
  beforeEach(resetEditor);

  /** By which its panel is found again. */
  const keyOf = (...names: string[]): string => {
    const scope = names.map((name) => openDocument(`file:///ws/${name}`).uri);
    return new WorkspaceSubject({ words: wordsIn('zh-CN') } as unknown as Services, scope).key;
  };

  it('is one and the same, in whatever order they were selected', () => {
    assert.equal(keyOf('b.md', 'a.md'), keyOf('a.md', 'b.md'));
    assert.notEqual(keyOf('a.md'), keyOf('b.md'));
    assert.notEqual(keyOf('a.md'), keyOf('a.md', 'b.md'));
  });
});

describe('the report of a selection that is renamed', () => {
  beforeEach(resetEditor);

  const { t } = wordsIn('en');
  const [a, b] = ['file:///ws/卷/a.md', 'file:///ws/卷/b.md'];
  const cases: readonly [
    name: string,
    scope: readonly string[],
    move: readonly [string, string],
    now: readonly string[],
    title: string,
  ][] = [
    [
      'has the new name of a text',
      [a, b],
      [a, 'file:///ws/新.md'],
      ['file:///ws/新.md', b],
      t('client.report.selectionTitle', '新.md', 2),
    ],
    [
      'has the new name of a folder',
      ['file:///ws/卷'],
      ['file:///ws/卷', 'file:///ws/册'],
      ['file:///ws/册'],
      t('client.report.title', '册'),
    ],
    [
      'goes along with the folder around it',
      [a],
      ['file:///ws/卷', 'file:///ws/册'],
      ['file:///ws/册/a.md'],
      t('client.report.title', 'a.md'),
    ],
    [
      'stays where something in its folder is',
      ['file:///ws/卷'],
      [a, 'file:///ws/卷/c.md'],
      ['file:///ws/卷'],
      t('client.report.title', '卷'),
    ],
    ['is none where it is of the whole workspace', [], [a, b], [], t('client.report.workspaceTitle')],
  ];
  for (const [name, scope, [oldUri, newUri], now, title] of cases)
    it(name, () => {
      const services = { words: { t } } as unknown as Services;
      const of = (uris: readonly string[]): WorkspaceSubject =>
        new WorkspaceSubject(
          services,
          uris.map((uri) => vscode.Uri.parse(uri)),
        );
      const subject = of(scope);
      let told = 0;
      subject.onDidChange(() => told++);
      const isMoved = subject.move([{ oldUri: vscode.Uri.parse(oldUri), newUri: vscode.Uri.parse(newUri) }]);
      assert.equal(isMoved, scope.join(' ') !== now.join(' '));
      assert.equal(told, isMoved ? 1 : 0);
      assert.equal(subject.title, title);
      const { key, memento } = of(now);
      assert.deepEqual([subject.scope.map(String), subject.key, subject.memento], [now, key, memento]);
    });
});

describe('a file of a report', () => {
  beforeEach(resetEditor);

  let names: string[];
  beforeEach(() => (names = ['a', 'b', 'c'].map((name) => `/ws/${name}.md`)));
  const token = new vscode.CancellationTokenSource().token;

  /** A report of three files that the server answers as told; what was asked of it, request by request. */
  function reported(answer: (paths: readonly string[]) => 'all' | 'nothing' | 'breaks off') {
    const asked: string[] = [];
    const request = (_: unknown, { texts }: { texts: readonly TextToAnalyze[] }): Promise<unknown> => {
      const paths = texts.map(({ path }) => path);
      asked.push(paths.map((path) => path.slice('/ws/'.length, -'.md'.length)).join(''));
      const outcome = answer(paths);
      if (outcome === 'breaks off') return Promise.reject(new Error(outcome));
      return Promise.resolve(outcome === 'all' ? { documents: paths.map(nothingFoundIn) } : undefined);
    };
    const services = {
      words: wordsIn('en'),
      included: { isForced: () => false },
      server: { request, logError: () => undefined },
      sidecars: { read: () => Promise.resolve(null) },
    } as unknown as Services;
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    editor.find = (pattern) => (pattern === '**/*.md' ? names.map((name) => `file://${name}`) : []);
    for (const name of names) editor.files.set(`file://${name}`, '甲');
    return { subject: new WorkspaceSubject(services), asked };
  }

  it('that got no answer is asked about again with the next change', async () => {
    let outcome: 'all' | 'nothing' = 'nothing';
    const { subject } = reported(() => outcome);
    await subject.run(token);
    assert.deepEqual([...subject.skipped.values()], ['noAnswer', 'noAnswer', 'noAnswer']);
    assert.equal(subject.isUnanswered, true);
    outcome = 'all';
    await subject.update(new Set(), token);
    assert.deepEqual([...subject.documents.keys()], names);
    assert.deepEqual([subject.skipped.size, subject.isUnanswered], [0, false]);
  });

  it('that got no answer takes no other along where the server breaks off over it, and is then left until it changes', async () => {
    const { subject, asked } = reported((paths) => (paths.includes('/ws/a.md') ? 'breaks off' : 'all'));
    await subject.run(token);
    assert.deepEqual(asked.splice(0), ['ab', 'c']);
    await subject.update(new Set(), token);
    assert.deepEqual(asked.splice(0), ['a', 'b']);
    assert.deepEqual([...subject.skipped], [['/ws/a.md', 'noAnswer']]);
    assert.equal(subject.isUnanswered, false);
    await subject.update(new Set(), token);
    assert.deepEqual(asked.splice(0), []);
    assert.deepEqual([...subject.skipped], [['/ws/a.md', 'noAnswer']]);
    await subject.update(new Set(['file:///ws/a.md']), token);
    assert.deepEqual(asked, ['a']);
  });

  const changes: readonly [name: string, change: () => string[], isTold: boolean][] = [
    ['nothing is another than before', () => [], false],
    ['one has changed', () => ['file:///ws/a.md'], true],
    ['one is gone', () => (names.pop(), []), true],
    ['one has come', () => (names.push('/ws/d.md'), []), true],
    ['one is there in another format', () => ((editor.find = withWordFile(editor.find)), []), true],
    ['there is a table of them', () => ((editor.find = withTable(editor.find)), []), true],
  ];
  const withWordFile = (find: typeof editor.find) => (pattern: string) =>
    pattern.includes('docx') ? ['file:///ws/e.docx'] : find(pattern);
  const withTable = (find: typeof editor.find) => (pattern: string) => {
    editor.files.set('file:///ws/metadata.csv', 'path,year\na.md,2025\n');
    return pattern.includes('metadata.csv') ? ['file:///ws/metadata.csv'] : find(pattern);
  };
  for (const [name, change, isTold] of changes)
    it(`${isTold ? 'is told of, and its page drawn anew' : 'is not told of'}, where ${name}`, async () => {
      const { subject } = reported(() => 'all');
      await subject.run(token);
      let told = 0;
      subject.onDidChange(() => told++);
      const changed = change();
      editor.files.set('file:///ws/d.md', '丁');
      await subject.update(new Set(changed), token);
      assert.equal(told > 0, isTold);
      assert.deepEqual([...subject.documents.keys()].sort(), names);
      assert.equal(subject.progress, '');
    });

  it('stands beside the same table and other files while it is found out whether these have changed', async () => {
    const { subject } = reported(() => 'all');
    editor.find = withTable(withWordFile(editor.find));
    await subject.run(token);
    const beside = (): unknown => [subject.metadataCsv, subject.skippedInOrder];
    const before = beside();
    assert.deepEqual(before, ['path,year\na.md,2025\n', [['/ws/e.docx', 'notTextFile']]]);
    // A page may be drawn at any time, and is not drawn anew where nothing has changed.
    const updating = subject.update(new Set(), token);
    const seen: unknown[] = [];
    for (let turn = 0; turn < 100; turn++) {
      seen.push(beside());
      await Promise.resolve();
    }
    await updating;
    seen.push(beside());
    for (const each of seen) assert.deepEqual(each, before);
  });

  it('stands beside one table of all that have the same columns', async () => {
    names.push('/ws/x/d.md', '/ws/y/e.md');
    const { subject } = reported(() => 'all');
    const tables = {
      '': 'path,year\r\na.md,2025\r\n',
      'x/': 'path,year\nd.md,2026\n',
      'y/': 'path,part\ne.md,1\n',
    };
    const uris = Object.entries(tables).map(([folder, text]) => {
      const uri = `file:///ws/${folder}metadata.csv`;
      editor.files.set(uri, text);
      return uri;
    });
    const { find } = editor;
    editor.find = (pattern) => (pattern.includes('metadata.csv') ? uris : find(pattern));
    await subject.run(token);
    assert.equal(subject.metadataCsv, 'path,year\r\na.md,2025\nd.md,2026\n');
    assert.deepEqual([...subject.skipped], [['/ws/y/metadata.csv', 'otherColumns']]);
  });

  it('is read again where it could not be read', async () => {
    const { subject } = reported(() => 'all');
    editor.files.delete('file:///ws/b.md');
    await subject.run(token);
    assert.deepEqual([...subject.skipped], [['/ws/b.md', 'unreadable']]);
    editor.files.set('file:///ws/b.md', '乙');
    await subject.update(new Set(), token);
    assert.equal(subject.documents.get('/ws/b.md')?.text, '乙');
  });
});

describe('what the user has said of a file of a report', () => {
  beforeEach(resetEditor);

  const said = (id: string) =>
    ({ id, target: 'finding', rule: 'PL105', scope: 'file', anchor: null, reason: '' }) as const;

  /** The ids of what the report of `a.md` tells the server that is said of it. */
  async function told(prepare: (sidecars: Sidecars) => Promise<unknown>): Promise<readonly string[]> {
    const ids: string[] = [];
    const server = {
      running: {},
      onDidChangeState: never,
      notify: () => undefined,
      request: (_: unknown, { texts }: { texts: readonly TextToAnalyze[] }) => {
        for (const { sidecar } of texts) ids.push(...(sidecar?.suppressions ?? []).map(({ id }) => id));
        return Promise.resolve(undefined);
      },
    };
    const words = wordsIn('en');
    const sidecars = new Sidecars(server as unknown as LanguageServer, words as unknown as Words);
    await prepare(sidecars);
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    editor.files.set('file:///ws/a.md', '甲');
    const file = 'file:///ws/.policy-lens/annotations/a.md.json';
    // The folder of all sidecars is looked for, too.
    if (editor.files.has(file)) editor.files.set('file:///ws/.policy-lens/annotations', '');
    editor.find = (pattern) =>
      pattern === '**/*.md'
        ? ['file:///ws/a.md']
        : pattern.endsWith('*.json') && editor.files.has(file)
          ? [file]
          : [];
    const services = { words, included: { isForced: () => false }, server, sidecars };
    const token = new vscode.CancellationTokenSource().token;
    const subject = new WorkspaceSubject(services as unknown as Services);
    await subject.run(token);
    sidecars.dispose();
    assert.deepEqual(
      ['a', 'b'].map((name) => subject.has(vscode.Uri.parse(`file:///ws/${name}.md`))),
      [true, false],
    );
    return ids;
  }

  it('holds for it, where it is written', async () => {
    const write = (sidecars: Sidecars) =>
      sidecars.change(openDocument('file:///ws/a.md'), { addSuppressions: [said('1')] });
    assert.deepEqual(await told(write), ['1']);
  });

  it('holds for it, where it is kept in memory because the workspace is not trusted', async () => {
    editor.isTrusted = false;
    const keep = (sidecars: Sidecars) =>
      sidecars.change(openDocument('file:///ws/a.md'), { addSuppressions: [said('1')] });
    assert.deepEqual(await told(keep), ['1']);
  });
});
