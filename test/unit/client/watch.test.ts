import assert from 'node:assert/strict';
import { goOn, pass, stopTime } from '../support/time';
import { editor, never, openDocument, rename, resetEditor } from '../support/vscode';
import { nothingFoundIn, wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { Watch } from '../../../src/client/report/subjects/watch';
import type { ServerState } from '../../../src/client/connection/languageServer';
import { WorkspaceSubject } from '../../../src/client/report/subjects/workspaceSubject';

/** Milliseconds of quiet until changed files are read. */
const settle = 400;

describe('a report that follows its files', () => {
  beforeEach(resetEditor);
  beforeEach(stopTime);
  afterEach(goOn);

  const server = {
    onDidChangeState: never,
    logError: (error: unknown) => assert.fail(String(error)),
  };

  /** What is watched for a report of some files, all `.md` being in reports by the settings. */
  const watched = (...names: string[]): readonly string[] => {
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    const scope = names.map((name) => openDocument(`file:///${name}`).uri);
    new Watch({ scope } as unknown as WorkspaceSubject, Promise.resolve(), never, [], server).dispose();
    return editor.watched;
  };

  it('watches a chosen file that the settings leave out', () =>
    assert.ok(watched('ws/草稿/意见.txt').includes('草稿/意见.txt')));

  it('watches what other settings take in, once they are made', () => {
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    let change = (): void => assert.fail('nobody listens');
    const outdated = (listener: (event: unknown) => unknown): { dispose: () => void } => {
      change = () => listener(undefined);
      return { dispose: () => undefined };
    };
    const subject = { scope: [] } as unknown as WorkspaceSubject;
    const watching = new Watch(subject, Promise.resolve(), outdated, [], server);
    editor.settings.set('coverage.include', { 1: ['**/*.txt'] });
    change();
    watching.dispose();
    assert.ok(editor.watched.includes('**/*.txt'));
    assert.ok(editor.watched.lastIndexOf('**/*.md') < editor.watched.indexOf('**/*.txt'));
  });

  it('watches what the settings take in, and no file of a chosen folder by itself', () => {
    const all = watched('ws/草稿');
    assert.ok(all.includes('**/*.md'));
    assert.ok(!all.some((pattern) => pattern.startsWith('草稿')));
  });

  it('watches a chosen file under its new name, and reads it', async () => {
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    const scope = [vscode.Uri.parse('file:///ws/草稿/意见.txt')];
    const subject = new WorkspaceSubject({ words: wordsIn('en') } as unknown as Services, scope);
    let updates = 0;
    Object.assign(subject, { update: () => Promise.resolve(void updates++) });
    const watching = new Watch(subject, Promise.resolve(), never, [], server);
    rename('file:///ws/别的.txt', 'file:///ws/其他.txt');
    assert.ok(!editor.watched.includes('其他.txt'));
    rename('file:///ws/草稿', 'file:///ws/定稿');
    assert.ok(editor.watched.includes('定稿/意见.txt'));
    await pass(settle - 1);
    assert.equal(updates, 0);
    await pass(1);
    assert.equal(updates, 1);
    watching.dispose();
  });

  it('reads a file again of which something else is said, though no file has changed', async () => {
    let say: (document: vscode.TextDocument) => unknown = () => assert.fail('nobody listens');
    const said = (listener: typeof say): { dispose: () => void } => {
      say = listener;
      return { dispose: () => undefined };
    };
    const read: string[][] = [];
    const subject = {
      scope: [],
      has: ({ path }: vscode.Uri) => path === '/ws/a.md',
      update: (changed: ReadonlySet<string>) => Promise.resolve(void read.push([...changed])),
    } as unknown as WorkspaceSubject;
    const watching = new Watch(subject, Promise.resolve(), never, [never, said], server);
    for (const name of ['a', 'b']) say(openDocument(`file:///ws/${name}.md`));
    await pass(settle);
    watching.dispose();
    assert.deepEqual(read, [['file:///ws/a.md']]);
  });

  it('reads no more with settings that hold no longer, and tells nothing of what it left out', async () => {
    const names = Array.from({ length: 200 }, (_, number) => `file:///ws/${String(number)}.md`);
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    editor.find = (pattern) => (pattern === '**/*.md' ? names : []);
    for (const name of names) editor.files.set(name, '甲');
    let change = (): void => assert.fail('nobody listens');
    const outdated = (listener: (event: unknown) => unknown): { dispose: () => void } => {
      change = () => listener(undefined);
      return { dispose: () => undefined };
    };
    let asked = 0;
    let isTwice = false;
    const request = (_: unknown, { texts }: { texts: readonly { path: string }[] }): Promise<unknown> => {
      asked += texts.length;
      // The settings are changed once more while the report is read again.
      if (asked >= 20 && !isTwice) {
        isTwice = true;
        change();
      }
      return Promise.resolve({ documents: texts.map(({ path }) => nothingFoundIn(path)) });
    };
    const subject = new WorkspaceSubject({
      words: wordsIn('en'),
      included: { isForced: () => false },
      server: { request, logError: server.logError },
      sidecars: { read: () => Promise.resolve(null) },
    } as unknown as Services);
    const told = new Set<string>();
    subject.onDidChange(() => {
      for (const [, reason] of subject.skippedInOrder) told.add(reason);
      if (subject.progress === '') told.add(`${String(subject.documents.size)} read`);
    });
    const watching = new Watch(subject, Promise.resolve(), outdated, [], server);
    change();
    // Texts are hashed in threads: how many turns a reading takes, the machine decides.
    while (told.size === 0) await pass(10);
    for (let turn = 0; turn < 10; turn++) await pass(settle);
    watching.dispose();
    assert.deepEqual([...told], ['200 read']);
    assert.ok(asked > 200 && asked < 250, `${String(asked)} texts`);
  });

  it('logs what goes wrong while it reads, and follows on', async () => {
    const logged: unknown[] = [];
    let updates = 0;
    const update = (): Promise<void> =>
      updates++ === 0 ? Promise.reject(new Error('no list')) : Promise.resolve();
    const subject = { scope: [], move: () => true, update } as unknown as WorkspaceSubject;
    const watching = new Watch(subject, Promise.resolve(), never, [], {
      ...server,
      logError: (error) => logged.push(error),
    });
    for (let times = 0; times < 2; times++) {
      rename('file:///ws/a.md', 'file:///ws/b.md');
      await pass(settle);
    }
    watching.dispose();
    assert.equal(updates, 2);
    assert.deepEqual(logged.map(String), ['Error: no list']);
  });

  const restarts: readonly [
    string,
    isUnanswered: boolean,
    states: readonly ServerState[],
    updates: number,
  ][] = [
    ['asks again when the server is back', true, ['failed', 'running'], 1],
    ['leaves a server alone that breaks off each time', true, ['running', 'running', 'running'], 2],
    ['asks never where all was answered', false, ['failed', 'running'], 0],
  ];
  for (const [name, isUnanswered, states, expected] of restarts)
    it(name, async () => {
      let tell: (state: ServerState) => void = () => assert.fail('nobody listens');
      const stateChanged = (listener: (state: ServerState) => unknown): { dispose: () => void } => {
        tell = listener;
        return { dispose: () => undefined };
      };
      let updates = 0;
      const update = (): Promise<void> => Promise.resolve(void updates++);
      const subject = { scope: [], isUnanswered, update } as unknown as WorkspaceSubject;
      const watching = new Watch(subject, Promise.resolve(), never, [], {
        ...server,
        onDidChangeState: stateChanged,
      });
      for (const state of states) {
        tell(state);
        if (state === 'running') await pass(settle);
      }
      watching.dispose();
      assert.equal(updates, expected);
    });
});
