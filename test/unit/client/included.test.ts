/** Documents that are analysed because the user asked for them. */
import assert from 'node:assert/strict';
import { close, events, openDocument, rename, resetEditor, settled } from '../support/vscode';
import type * as vscode from 'vscode';
import { Included } from '../../../src/client/connection/included';

/** What is remembered for the next window. */
function remembering() {
  const memory = {
    stored: [] as readonly string[],
    get: () => [],
    update: (_: string, value: string[]) => (memory.stored = value),
  };
  return memory;
}

describe('a document that is analysed anyway', () => {
  beforeEach(resetEditor);

  const cases: readonly [name: string, from: string, to: string, expected: string][] = [
    ['stays so under a new name', '/ws/d/a.txt', '/ws/d/b.txt', '/ws/d/b.txt'],
    ['stays so in a moved folder', '/ws/d', '/ws/e', '/ws/e/a.txt'],
    ['is another one than a file whose name begins alike', '/ws/d/a', '/ws/d/b', '/ws/d/a.txt'],
  ];
  for (const [name, from, to, expected] of cases)
    it(name, async () => {
      const memory = remembering();
      const included = new Included(memory as unknown as vscode.Memento);
      await included.force(openDocument('file:///ws/d/a.txt'), true);
      rename(`file://${from}`, `file://${to}`);
      await settled();
      assert.equal(included.isForced(openDocument(`file://${expected}`)), true);
      assert.deepEqual(memory.stored, [`file://${expected}`]);
    });

  const closings: readonly [name: string, text: string, uri: string, expected: string[]][] = [
    ['under the name it is saved as', '改革。', 'file:///ws/a.txt', ['file:///ws/a.txt']],
    ['nowhere else', '另一篇。', 'file:///ws/a.txt', []],
    ['in no other new document', '改革。', 'untitled:Untitled-2', []],
  ];
  for (const [name, text, uri, expected] of closings)
    it(`that has no name yet stays so ${name}`, async () => {
      const memory = remembering();
      const included = new Included(memory as unknown as vscode.Memento);
      const untitled = openDocument('untitled:Untitled-1', '改革。');
      await included.force(untitled, true);
      events.save.fire(openDocument(uri, text));
      close(untitled);
      await settled();
      assert.deepEqual(memory.stored, expected);
      assert.equal(included.isForced(openDocument('untitled:Untitled-1')), false);
    });

  it('stays so in a copy that is saved under another name', async () => {
    const included = new Included(remembering() as unknown as vscode.Memento);
    const copyOf = (uri: string, text: string): vscode.TextDocument => {
      const copy = openDocument(uri, text);
      events.create.fire({ files: [copy.uri] });
      events.save.fire(copy);
      return copy;
    };
    const first = openDocument('file:///ws/a.txt', '改革。');
    await included.force(first, true);
    openDocument('file:///ws/plan.txt', '计划。');
    const copies = [
      copyOf('file:///ws/b.txt', '改革。'),
      copyOf('file:///ws/c.txt', '另一篇。'),
      copyOf('file:///ws/plan2.txt', '计划。'),
    ];
    await settled();
    assert.deepEqual(
      [first, ...copies].map((document) => included.isForced(document)),
      [true, true, false, false],
    );
    const later = openDocument('file:///ws/d.txt', '改革。');
    events.save.fire(later);
    await settled();
    assert.equal(included.isForced(later), false);
  });

  it('is remembered among the last two hundred, with a name only', async () => {
    const memory = remembering();
    const included = new Included(memory as unknown as vscode.Memento);
    for (let number = 0; number < 200; number++)
      await included.force(openDocument(`file:///ws/${String(number)}.txt`), true);
    assert.equal(memory.stored.length, 200);
    await included.force(openDocument('untitled:Untitled-1', '改革。'), true);
    assert.equal(included.isForced(openDocument('untitled:Untitled-1')), true);
    assert.deepEqual([memory.stored.length, memory.stored[0]], [199, 'file:///ws/1.txt']);
  });

  it('is told to the server; others that are open are not', async () => {
    const included = new Included(remembering() as unknown as vscode.Memento);
    const asked = openDocument('file:///ws/b.txt');
    openDocument('file:///ws/a.txt');
    await included.force(asked, true);
    assert.deepEqual(included.list(), ['file:///ws/b.txt']);
  });

  it('is told of by itself, and only where something changes', async () => {
    const included = new Included(remembering() as unknown as vscode.Memento);
    const told: string[] = [];
    included.onDidChange(({ uri }) => told.push(uri.toString()));
    const [a, b] = ['a', 'b'].map((name) => openDocument(`file:///ws/${name}.txt`));
    for (const [document, on] of [
      [a, true],
      [b, true],
      [a, true],
      [b, false],
      [b, false],
    ] as const)
      if (document) await included.force(document, on);
    assert.deepEqual(told, ['file:///ws/a.txt', 'file:///ws/b.txt', 'file:///ws/b.txt']);
    rename('file:///ws/a.txt', 'file:///ws/c.txt');
    await settled();
    assert.deepEqual(told.slice(3), ['file:///ws/a.txt', 'file:///ws/c.txt']);
  });

  it('is told of together with the others of a folder that is renamed: all open texts are gone through for it', async () => {
    const included = new Included(remembering() as unknown as vscode.Memento);
    for (const name of ['a', 'b', 'c']) await included.force(openDocument(`file:///ws/d/${name}.txt`), true);
    const told: string[] = [];
    included.onDidChange(({ uri }) => told.push(uri.path));
    included.onDidChangeList(() => told.push('list'));
    rename('file:///ws/d', 'file:///ws/e');
    await settled();
    assert.deepEqual([told.indexOf('list'), told.lastIndexOf('list'), told.length], [0, 0, 7]);
    await included.force(openDocument('file:///ws/e/a.txt'), true);
    assert.equal(told.length, 7);
  });

  it('that has no name yet stays so in another language', async () => {
    const included = new Included(remembering() as unknown as vscode.Memento);
    const untitled = openDocument('untitled:Untitled-1', '改革。');
    await included.force(untitled, true);
    events.close.fire(untitled);
    await settled();
    assert.equal(included.isForced(untitled), true);
  });
});
