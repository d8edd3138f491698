/** Taking back what was written into a text, wherever that text is by now. */
import assert from 'node:assert/strict';
import { close, editor, openDocument, rename, resetEditor } from '../support/vscode';
import { ids, idsAndArguments, knowing } from '../support/services';
import * as vscode from 'vscode';
import { suppressionCommands } from '../../../src/client/commands/suppressions';
import type { Services } from '../../../src/client/commands/services';
import { UndoStack, type Undoable } from '../../../src/client/commands/undoStack';
import { Renamings } from '../../../src/client/documents/renamings';
import { applyChange, type SidecarChange } from '../../../src/client/sidecar/change';
import { TreeEntry } from '../../../src/client/views/nodeTree';
import type { NotApplicable, Sidecar } from '../../../src/core/suppress/model';

const comment = '<!-- 不适用 -->';

/** A document of one line. */
function lineIn(uri: string, text: string): ReturnType<typeof openDocument> {
  return Object.assign(openDocument(uri, text), {
    getText: (range?: vscode.Range) =>
      range ? text.slice(range.start.character, range.end.character) : text,
    offsetAt: ({ character }: vscode.Position) => character,
    positionAt: (character: number) => ({ line: 0, character }),
  });
}

describe('a suppression that was written into the text', () => {
  beforeEach(resetEditor);

  /** Suppresses something in a text, and hands back what takes it back. */
  async function suppressed(document: vscode.TextDocument): Promise<() => Promise<string>> {
    const undo = new UndoStack();
    const start = { line: 0, character: 0 };
    const services = {
      undo,
      renamings: new Renamings(),
      words: ids,
      current: { document },
      states: knowing({}),
      server: {
        request: () =>
          Promise.resolve({ entry: null, edits: [{ range: { start, end: start }, newText: comment }] }),
      },
    } as unknown as Services;
    const range = new vscode.Range(0, 0, 0, 1);
    await suppressionCommands(services)['suppress']?.(undefined, {
      rule: 'PL101',
      range,
      scope: 'file',
      reason: '',
    });
    editor.edits.length = 0;
    return () => undo.undo(undo.lastFor(undefined) as Undoable);
  }

  const uri = 'file:///ws/a.policy.md';
  const cases: readonly [string, string | null, string, number | null][] = [
    ['is taken out where it stands', `${comment}甲`, 'done', 0],
    ['is taken out where it has moved to', `甲乙${comment}丙`, 'done', 2],
    ['is not looked for where it has gone', '甲', 'gone', null],
    ['is gone with its file', null, 'gone', null],
  ];
  for (const [name, now, outcome, at] of cases)
    it(`${name} when its text was closed`, async () => {
      const document = lineIn(uri, `${comment}甲乙丙`);
      const undo = await suppressed(document);
      close(document);
      Object.assign(vscode.workspace, {
        openTextDocument: () =>
          now === null ? Promise.reject(new Error('gone')) : Promise.resolve(lineIn(uri, now)),
      });
      assert.equal(await undo(), outcome);
      const places = editor.edits.map(([, edit]) => (edit as { range: vscode.Range }).range.start.character);
      assert.deepEqual(places, at === null ? [] : [at]);
    });

  it('is taken out of a text that was renamed, and its folder with it', async () => {
    const document = lineIn(uri, `${comment}甲`);
    const undo = await suppressed(document);
    close(document);
    rename(uri, 'file:///ws/b.policy.md');
    rename('file:///ws', 'file:///new');
    lineIn('file:///new/b.policy.md', `甲${comment}`);
    assert.equal(await undo(), 'done');
    assert.deepEqual(
      editor.edits.map(([address]) => address),
      ['file:///new/b.policy.md'],
    );
  });

  it('is taken out of a text that was renamed while it was written', async () => {
    const document = lineIn(uri, `${comment}甲`);
    const { applyEdit } = vscode.workspace;
    Object.assign(vscode.workspace, {
      applyEdit: (edit: vscode.WorkspaceEdit) => {
        rename(uri, 'file:///ws/b.policy.md');
        return applyEdit(edit);
      },
    });
    const undo = await suppressed(document);
    close(document);
    lineIn('file:///ws/b.policy.md', comment);
    assert.equal(await undo(), 'done');
  });

  it('is gone with an untitled text', async () => {
    const document = lineIn('untitled:Untitled-1', comment);
    const undo = await suppressed(document);
    close(document);
    assert.equal(await undo(), 'gone');
    assert.deepEqual(editor.edits, []);
  });
});

describe('a suppression in a text that is set to read-only in its editor', () => {
  beforeEach(resetEditor);

  it('stands beside the text', async () => {
    const document = lineIn('file:///ws/a.policy.md', '甲');
    editor.visible = [{ document, edit: () => Promise.resolve(true) } as unknown as vscode.TextEditor];
    const kept: SidecarChange[] = [];
    const entry = { id: '1' };
    const start = { line: 0, character: 0 };
    const inText = { entry: null, edits: [{ range: { start, end: start }, newText: comment }] };
    const services = {
      undo: new UndoStack(),
      renamings: new Renamings(),
      words: ids,
      current: { document },
      states: knowing({}),
      server: {
        request: (_: unknown, { where }: { where: string }) =>
          Promise.resolve(where === 'text' ? inText : { entry, edits: [] }),
      },
      sidecars: {
        change: (_: unknown, change: SidecarChange) => {
          kept.push(change);
          return Promise.resolve('file');
        },
      },
    } as unknown as Services;
    const range = new vscode.Range(0, 0, 0, 1);
    const wish = { rule: 'PL101', range, scope: 'file', reason: '' };
    await suppressionCommands(services)['suppress']?.(undefined, wish);
    assert.deepEqual(kept, [{ addSuppressions: [entry] }]);
    assert.deepEqual(editor.edits, []);
    assert.deepEqual(editor.said, ['client.suppress.inSidecar']);
  });
});

describe('a suppression in a text behind another', () => {
  beforeEach(resetEditor);

  it('is not undone unseen: of the text in front it is asked what to take back', async () => {
    const undone: string[] = [];
    const undo = new UndoStack();
    undo.push({
      label: 'a',
      address: () => 'file:///ws/a.md',
      undo: () => {
        undone.push('a');
        return Promise.resolve('done');
      },
    });
    const services = {
      undo,
      words: { ...ids, current: ids },
      current: { document: openDocument('file:///ws/b.md') },
      states: knowing({ missing: [], suppressed: [] }),
      sidecars: {},
    } as unknown as Services;
    await suppressionCommands(services)['undoSuppression']?.();
    assert.deepEqual([undone, editor.said], [[], ['client.undo.nothing']]);
  });
});

describe('a suppression that stands beside the text', () => {
  beforeEach(resetEditor);

  const uri = 'file:///ws/a.policy.md';
  const cases: readonly [string, readonly string[], string][] = [
    ['is taken back where the text is', [], uri],
    ['is taken back where the text was moved to', ['file:///ws/b.policy.md'], 'file:///ws/b.policy.md'],
    [
      'is taken back after several renamings',
      ['file:///ws/b.policy.md', 'file:///ws/c.policy.md'],
      'file:///ws/c.policy.md',
    ],
  ];
  for (const [name, names, expected] of cases)
    it(name, async () => {
      const undo = new UndoStack();
      const changed: [string, SidecarChange][] = [];
      const entry = { category: 'R1.2', reason: '另有专项' };
      const document = openDocument(uri);
      const services = {
        undo,
        renamings: new Renamings(),
        words: ids,
        current: { document },
        states: knowing({ missing: [{ category: 'R1.2', notApplicable: null }] }),
        sidecars: {
          read: () => Promise.resolve({ suppressions: [], notApplicable: [entry] }),
          change: (target: vscode.TextDocument, change: SidecarChange) => {
            changed.push([target.uri.toString(), change]);
            return Promise.resolve('file');
          },
        },
      } as unknown as Services;
      await suppressionCommands(services)['markNotApplicable']?.(undefined, 'R1.2', '另有专项');
      let at = uri;
      for (const next of names) {
        rename(at, next);
        at = next;
      }
      if (names.length > 0) {
        close(document);
        openDocument(at);
      }
      assert.equal(await undo.undo(undo.lastFor(undefined) as Undoable), 'done');
      assert.deepEqual(
        changed.map(([address, { addNotApplicable = [], removeNotApplicable = [] }]) => [
          address,
          addNotApplicable,
          removeNotApplicable,
        ]),
        [
          [uri, [entry], []],
          [expected, [], [entry]],
        ],
      );
    });
});

describe('restoring what stands beside a text', () => {
  beforeEach(resetEditor);

  const restore = 'undoSuppression';
  let entries: NotApplicable[];
  let services: Services;

  beforeEach(() => {
    entries = [];
    const document = openDocument('file:///ws/a.policy.md');
    const sidecar = (): Sidecar => ({ version: 1, suppressions: [], notApplicable: entries });
    services = {
      undo: new UndoStack(),
      renamings: new Renamings(),
      words: { ...idsAndArguments, current: idsAndArguments },
      taxonomy: { current: undefined },
      current: { document },
      states: {
        whenIdle: () => Promise.resolve(),
        get: () => ({
          overview: {
            suppressed: [],
            missing: ['R1.2', 'R1.3', 'R2.1'].map((category) => {
              const reason = entries.find((entry) => entry.category === category)?.reason;
              return { category, notApplicable: reason ?? null };
            }),
          },
        }),
      },
      sidecars: {
        get: sidecar,
        read: () => Promise.resolve(sidecar()),
        change: (_: unknown, change: SidecarChange) => {
          entries = [...applyChange(sidecar(), change).notApplicable];
          return Promise.resolve('file');
        },
      },
    } as unknown as Services;
  });

  const run = (command: string, ...args: unknown[]): Promise<unknown> | undefined =>
    suppressionCommands(services)[command]?.(...args) as Promise<unknown> | undefined;
  const mark = (category: string) => run('markNotApplicable', undefined, category, '另有专项');
  /** From the list of what is suppressed, as its menu does. */
  const restoreRow = (category: string) =>
    run(
      restore,
      Object.assign(Object.create(TreeEntry.prototype) as TreeEntry, {
        node: { target: { uri: 'file:///ws/a.policy.md', category, notApplicable: true } },
      }),
    );
  const left = () => entries.map(({ category }) => category);

  it('does not suppress again when it is asked for once more', async () => {
    for (const category of ['R1.2', 'R1.3', 'R2.1']) await mark(category);
    await restoreRow('R1.3');
    assert.deepEqual(left(), ['R1.2', 'R2.1']);
    await run(restore);
    assert.deepEqual(left(), ['R1.2']);
    // The step in between was taken back from the list: the one before it is meant.
    await run(restore);
    assert.deepEqual(left(), []);
    editor.said.length = 0;
    await run(restore);
    assert.deepEqual([left(), editor.said], [[], ['client.undo.nothing']]);
  });

  it('says what was restored, and the notice takes it back', async () => {
    await mark('R1.2');
    editor.answer = (_, button) => Promise.resolve(button);
    await restoreRow('R1.2');
    assert.ok(editor.said.includes('client.suppress.restored R1.2'));
    await new Promise(setImmediate);
    assert.deepEqual(entries, [{ category: 'R1.2', reason: '另有专项' }]);
    await run(restore);
    assert.deepEqual(left(), []);
  });
});
