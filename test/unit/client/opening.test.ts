/** What the server is told when a document is opened. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { openDocument, resetEditor } from '../support/vscode';
import { untitledLike } from '../../../src/client/documents/savedAs';
import { opening } from '../../../src/client/connection/opening';

describe('a document that is opened', () => {
  beforeEach(resetEditor);

  const cases: readonly [name: string, language: string, isIncluded: boolean, told: readonly string[]][] = [
    ['is told to the server', 'markdown', false, ['open']],
    ['is told after its inclusion', 'markdown', true, ['file:///ws/a.md', 'open']],
    ['is not told where it is nobody’s text', 'python', true, []],
  ];
  for (const [name, languageId, isIncluded, expected] of cases)
    it(name, async () => {
      const document = Object.assign(openDocument('file:///ws/a.md'), { languageId });
      const told: string[] = [];
      const { didOpen } = opening({ has: () => isIncluded }, (uri) => told.push(uri.toString()));
      await didOpen(document, () => Promise.resolve(void told.push('open')));
      assert.deepEqual(told, expected);
    });

  it('is compared with those that have no name, and no other text is read', () => {
    const read: string[] = [];
    const open = (uri: string): vscode.TextDocument => {
      const document = openDocument(uri);
      const getText = (): string => {
        read.push(uri);
        return '改革。';
      };
      return Object.assign(document, { getText });
    };
    const saved = open('file:///ws/a.md');
    open('file:///ws/b.md');
    assert.deepEqual(untitledLike(saved), []);
    assert.deepEqual(read, [], 'where there is none without a name, not even its own');
    const untitled = open('untitled:Untitled-1');
    assert.deepEqual(untitledLike(saved), [untitled]);
    assert.deepEqual(read, ['file:///ws/a.md', 'untitled:Untitled-1']);
  });
});
