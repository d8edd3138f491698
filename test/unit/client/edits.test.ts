/** Edits that were computed elsewhere, put into the document they were computed for. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { applyIfUnchanged, nearestIndex } from '../../../src/client/commands/edits';

describe('edits from the server', () => {
  const edit = {
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
    newText: '新',
  };

  beforeEach(resetEditor);

  it('are applied to the version they were made for', async () => {
    const document = openDocument('file:///ws/a.md');
    assert.equal(await applyIfUnchanged(document, document.version, [edit]), true);
    assert.equal(JSON.stringify(editor.edits), JSON.stringify([['file:///ws/a.md', edit]]));
  });

  it('are left where the document has changed since', async () => {
    const document = openDocument('file:///ws/a.md');
    assert.equal(await applyIfUnchanged(document, document.version - 1, [edit]), false);
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
