/** What is stored beside open documents, and what the server is told of it. */
import assert from 'node:assert/strict';
import { close, editor, events, never, openDocument, rename, resetEditor, settled } from '../support/vscode';
import { ids } from '../support/services';
import * as vscode from 'vscode';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import type { Words } from '../../../src/client/settings/words';
import { Sidecars } from '../../../src/client/sidecar/sidecars';
import type { Sidecar, Suppression } from '../../../src/core/suppress/model';

const entry = (id: string): Suppression => ({
  id,
  target: 'finding',
  rule: 'PL105',
  scope: 'file',
  anchor: null,
  reason: '',
});

/** What is kept beside `a.txt`. */
const file = 'file:///ws/.policy-lens/annotations/a.txt.json';
const store = (sidecar: Sidecar): unknown => editor.files.set(file, JSON.stringify(sidecar));
const stored = (): Sidecar => JSON.parse(editor.files.get(file) ?? '') as Sidecar;

describe('sidecars of open documents', () => {
  let told: string[][];
  let sidecars: Sidecars;

  beforeEach(() => {
    resetEditor();
    told = [];
    const server = {
      running: {},
      log: { warn: () => undefined },
      logError: () => undefined,
      onDidChangeState: never,
      notify: (_: unknown, { sidecar }: { sidecar: Sidecar }) =>
        told.push(sidecar.suppressions.map(({ id }) => id)),
    };
    sidecars = new Sidecars(server as unknown as LanguageServer, ids as unknown as Words);
  });

  afterEach(() => sidecars.dispose());

  it('the server is told again of a document that was closed while a change was written', async () => {
    const document = openDocument('file:///ws/a.txt');
    await settled();
    const change = sidecars.change(document, { addSuppressions: [entry('1')] });
    close(document);
    assert.equal(await change, 'file');
    assert.deepEqual(told, []);
    openDocument('file:///ws/a.txt');
    await settled();
    assert.deepEqual(told, [['1']]);
  });

  it('the server is told again of a document that was closed while it was read', async () => {
    const document = openDocument('file:///ws/a.txt');
    await sidecars.change(document, { addSuppressions: [entry('1')] });
    close(document);
    told.length = 0;
    close(openDocument('file:///ws/a.txt'));
    await settled();
    openDocument('file:///ws/a.txt');
    await settled();
    assert.deepEqual(told, [['1']]);
  });

  it('what was said before the workspace was trusted goes into its file, with what stands there', async () => {
    editor.isTrusted = false;
    const document = openDocument('file:///ws/a.txt');
    assert.equal(await sidecars.change(document, { addSuppressions: [entry('2')] }), 'untrusted');
    store({ version: 1, suppressions: [entry('1')], notApplicable: [] });
    editor.isTrusted = true;
    events.trust.fire();
    await settled();
    assert.deepEqual(stored().suppressions, [entry('1'), entry('2')]);
    assert.deepEqual(told, [['2'], ['1', '2']]);
  });

  it('what stands beside an open document is read, and what was said meanwhile written, when its folder is added', async () => {
    editor.folder = null;
    const document = openDocument('file:///ws/a.txt');
    assert.equal(await sidecars.change(document, { addSuppressions: [entry('2')] }), 'noFolder');
    store({ version: 1, suppressions: [entry('1')], notApplicable: [] });
    editor.folder = 'file:///ws';
    events.folders.fire();
    await settled();
    assert.deepEqual(told, [['2'], ['1', '2']]);
    assert.equal(stored().suppressions.length, 2);
  });

  it('the server is told of what is said of a document that was closed and is open again', async () => {
    editor.folder = null;
    const document = openDocument('file:///elsewhere/a.txt');
    await sidecars.change(document, { addSuppressions: [entry('1')] });
    close(document);
    openDocument('file:///elsewhere/a.txt');
    await settled();
    // As an undo does, which knows the document from before.
    await sidecars.change(document, { removeSuppressions: [entry('1')] });
    assert.deepEqual(told, [['1'], ['1'], []]);
  });

  const moves: readonly [from: string, to: string][] = [
    ['file:///ws/d/a.txt', 'file:///ws/d/b.txt'],
    ['file:///ws/d', 'file:///ws/e'],
  ];
  for (const [from, to] of moves)
    it(`what was said before the workspace was trusted goes with the document: from ${from} to ${to}`, async () => {
      editor.isTrusted = false;
      const document = openDocument('file:///ws/d/a.txt');
      await sidecars.change(document, { addSuppressions: [entry('1')] });
      close(document);
      const moved = document.uri.toString().replace(from, to);
      openDocument(moved);
      rename(from, to);
      await settled();
      assert.deepEqual(told, [['1'], ['1']]);
      editor.isTrusted = true;
      events.trust.fire();
      await settled();
      const file = moved.replace('/ws/', '/ws/.policy-lens/annotations/');
      assert.deepEqual([...editor.files.keys()], [`${file}.json`]);
    });

  /** Saves a text under another name, as the editor does: the file is made, opened, filled and saved. */
  async function saveAs(uri: string, text: string, isNew = true): Promise<void> {
    if (isNew) events.create.fire({ files: [vscode.Uri.parse(uri)] });
    const document = openDocument(uri);
    await settled();
    Object.assign(document, { getText: () => text });
    events.save.fire(document);
    await settled();
  }

  const copies: readonly [name: string, text: string, isNew: boolean, expected: readonly string[]][] = [
    ['is said of the copy too, when a text is saved under another name', '改革。', true, ['1']],
    ['is not said of another text that is saved for the first time', '开放。', true, []],
    ['is not said of an empty text', '', true, []],
    ['is not said of a file that was there before', '改革。', false, []],
  ];
  for (const [name, text, isNew, expected] of copies)
    it(`what is said of a document ${name}`, async () => {
      const document = openDocument('file:///ws/a.txt', text === '' ? '' : '改革。');
      await sidecars.change(document, { addSuppressions: [entry('1')] });
      await saveAs('file:///ws/b.txt', text, isNew);
      const said = sidecars.get('file:///ws/b.txt').suppressions.map(({ id }) => id);
      assert.deepEqual(said, expected);
      assert.equal(editor.files.has('file:///ws/.policy-lens/annotations/b.txt.json'), expected.length > 0);
      assert.deepEqual(stored().suppressions, [entry('1')]);
    });

  it('a file under a name of which something is stored keeps that, and gets nothing of another text when it is undone', async () => {
    await sidecars.change(openDocument('file:///ws/a.txt', '改革。'), { addSuppressions: [entry('1')] });
    const written = openDocument('file:///ws/b.txt', '开放。');
    await sidecars.change(written, { addSuppressions: [entry('2')] });
    close(written);
    await saveAs('file:///ws/b.txt', '改革。');
    const said = (): readonly string[] => sidecars.get('file:///ws/b.txt').suppressions.map(({ id }) => id);
    assert.deepEqual(said(), ['2']);
    const document = openDocument('file:///ws/b.txt', '改革。');
    await sidecars.change(document, { removeSuppressions: [entry('2')] });
    await sidecars.load(document);
    assert.deepEqual(said(), []);
  });

  it('changes made at once are all kept', async () => {
    const document = openDocument('file:///ws/a.txt');
    const changes = ['1', '2', '3'].map((id) => sidecars.change(document, { addSuppressions: [entry(id)] }));
    assert.deepEqual(await Promise.all(changes), ['file', 'file', 'file']);
    assert.deepEqual(stored().suppressions, [entry('1'), entry('2'), entry('3')]);
  });

  it('a change that cannot be written is told, and leaves nothing behind', async () => {
    const document = openDocument('file:///ws/a.txt');
    await sidecars.change(document, { addSuppressions: [entry('1')] });
    Object.assign(vscode.workspace.fs, { rename: () => Promise.reject(new Error('full')) });
    assert.equal(await sidecars.change(document, { addSuppressions: [entry('2')] }), 'refused');
    assert.deepEqual(editor.said, ['client.sidecar.notKept']);
    assert.deepEqual([...editor.files.keys()], [file]);
    assert.deepEqual(stored().suppressions, [entry('1')]);
  });

  it('nothing is written for a document of which nothing was said', async () => {
    editor.isTrusted = false;
    openDocument('file:///ws/a.txt');
    editor.isTrusted = true;
    events.trust.fire();
    await settled();
    assert.equal(editor.files.size, 0);
  });

  for (const uri of ['file:///ws/a.txt', 'file:///elsewhere/a.txt'])
    it(`what was said of a document without a name goes with it: ${uri}`, async () => {
      const untitled = openDocument('untitled:Untitled-1', '改革。');
      assert.equal(await sidecars.change(untitled, { addSuppressions: [entry('1')] }), 'untitled');
      // The editor makes the file, shows it empty, and puts the text in.
      let text = '';
      const file = Object.assign(openDocument(uri), { getText: () => text });
      await settled();
      text = '改革。';
      events.save.fire(file);
      await settled();
      close(untitled);
      assert.deepEqual(told, [['1'], ['1']]);
      close(file);
      openDocument(uri, text);
      await settled();
      assert.deepEqual(told, [['1'], ['1'], ['1']]);
    });

  const readings: readonly [name: string, stored: string | null, memory: string[], expected: string[]][] = [
    [
      'is what its file says',
      JSON.stringify({ version: 1, suppressions: [entry('1')], notApplicable: [] }),
      [],
      ['1'],
    ],
    ['is what was said without a place, where there is no file', null, ['2'], ['2']],
    ['is nothing where there is neither', null, [], []],
    ['is what was said without a place, where the file cannot be read', '{', ['2'], ['2']],
  ];
  for (const [name, stored, said, expected] of readings)
    it(`what is said of a document that is closed ${name}`, async () => {
      if (said.length > 0) {
        editor.isTrusted = false;
        const document = openDocument('file:///ws/a.txt');
        await sidecars.change(document, { addSuppressions: said.map(entry) });
        close(document);
        editor.isTrusted = true;
      }
      if (stored !== null) editor.files.set(file, stored);
      const { uri } = openDocument('file:///ws/b.txt');
      const read = await sidecars.read(uri.with({ path: '/ws/a.txt' }));
      assert.deepEqual(
        read.suppressions.map(({ id }) => id),
        expected,
      );
    });

  const homeless: readonly [uri: string, why: string][] = [
    ['file:///elsewhere/a.txt', 'noFolder'],
    ['far:///ws/a.txt', 'readOnly'],
  ];
  for (const [uri, why] of homeless)
    it(`what is kept in memory (${why}) is there when the document is opened again`, async () => {
      editor.readOnlySchemes.add('far');
      const document = openDocument(uri);
      assert.equal(await sidecars.change(document, { addSuppressions: [entry('1')] }), why);
      close(document);
      openDocument(uri);
      await settled();
      assert.deepEqual(told, [['1'], ['1']]);
      assert.equal(editor.files.size, 0);
    });
});
