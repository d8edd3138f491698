/** Edits that were computed elsewhere, put into the document they were computed for. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { applyIfUnchanged, nearestIndex } from '../../../src/client/commands/edits';

describe('edits from the server', () => {
  const edit = {
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
    newText: '新',
  };

  const uri = 'file:///ws/a.md';
  beforeEach(resetEditor);

  /** The document in an editor in sight, which takes changes or, as a read-only one does, takes none without a word. */
  function shown(document: vscode.TextDocument, isReadOnly: boolean): void {
    const replaced = (range: vscode.Range, newText: string): void => {
      if (isReadOnly) return;
      editor.edits.push([{ range, newText }]);
      Object.assign(document, { version: document.version + 1 });
    };
    const edit = (change: (builder: unknown) => void): Promise<boolean> => {
      change({ replace: replaced });
      return Promise.resolve(true);
    };
    editor.visible = [{ document, edit } as unknown as vscode.TextEditor];
  }

  it('are applied to the version they were made for, of a text out of sight', async () => {
    const document = openDocument(uri);
    assert.equal(await applyIfUnchanged(document, document.version, [edit]), 'done');
    assert.equal(JSON.stringify(editor.edits), JSON.stringify([[uri, edit]]));
  });

  it('are applied by the editor of a text in sight', async () => {
    const document = openDocument(uri);
    shown(document, false);
    assert.equal(await applyIfUnchanged(document, document.version, [edit]), 'done');
    assert.equal(JSON.stringify(editor.edits), JSON.stringify([[edit]]));
  });

  it('are kept away from a text whose editor is set to read-only', async () => {
    const document = openDocument(uri);
    shown(document, true);
    assert.equal(await applyIfUnchanged(document, document.version, [edit]), 'readOnly');
    assert.deepEqual(editor.edits, []);
  });

  it('are applied to the text on the earlier side of a comparison, which takes no typing', async () => {
    const document = openDocument(uri);
    shown(document, true);
    editor.tabs = [new vscode.TabInputTextDiff(document.uri, vscode.Uri.parse('file:///ws/b.md'))];
    assert.equal(await applyIfUnchanged(document, document.version, [edit]), 'done');
    assert.equal(JSON.stringify(editor.edits), JSON.stringify([[uri, edit]]));
  });

  it('are done where there are none', async () => {
    const document = openDocument(uri);
    shown(document, true);
    assert.equal(await applyIfUnchanged(document, document.version, []), 'done');
  });

  it('are left where the document has changed since', async () => {
    const document = openDocument(uri);
    assert.equal(await applyIfUnchanged(document, document.version - 1, [edit]), 'changed');
    assert.deepEqual(editor.edits, []);
  });
});

describe('the nearest occurrence', () => {
  const cases: readonly [name: string, text: string, words: string, offset: number, expected: number][] = [
    ['at the place itself', '甲乙甲乙', '甲', 2, 2],
    ['behind, where the text before grew', '甲乙乙乙乙甲', '甲', 4, 5],
    ['before, where the text before shrank', '乙甲乙乙乙甲', '甲', 2, 1],
    ['the only one, far away', '甲乙乙乙乙乙', '甲', 5, 0],
    ['beyond the end of a text that is shorter now', '甲乙', '甲', 9, 0],
    ['none', '乙', '甲', 0, -1],
    ['none for no words', '乙', '', 0, -1],
  ];
  for (const [name, text, words, offset, expected] of cases)
    it(name, () => assert.equal(nearestIndex(text, words, offset), expected));
});
