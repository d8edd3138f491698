/** Documents that are analysed because the user asked for them. */
import assert from 'node:assert/strict';
import { events, openDocument, resetEditor, settled } from '../support/vscode';
import type * as vscode from 'vscode';
import { Included } from '../../../src/client/connection/included';

describe('a document that is analysed anyway', () => {
  const cases: readonly [name: string, from: string, to: string, expected: string][] = [
    ['stays so under a new name', '/ws/d/a.txt', '/ws/d/b.txt', '/ws/d/b.txt'],
    ['stays so in a moved folder', '/ws/d', '/ws/e', '/ws/e/a.txt'],
    ['is another one than a file whose name begins alike', '/ws/d/a', '/ws/d/b', '/ws/d/a.txt'],
  ];
  for (const [name, from, to, expected] of cases)
    it(name, async () => {
      resetEditor();
      let stored: readonly string[] = [];
      const memory = { get: () => [], update: (_: string, value: string[]) => (stored = value) };
      const included = new Included(memory as unknown as vscode.Memento);
      await included.force(openDocument('file:///ws/d/a.txt'), true);
      const [oldUri, newUri] = [from, to].map((path) => openDocument(`file://${path}`).uri);
      events.rename.fire({ files: [{ oldUri: oldUri!, newUri: newUri! }] });
      await settled();
      assert.equal(included.isForced(openDocument(`file://${expected}`)), true);
      assert.deepEqual(stored, [`file://${expected}`]);
    });
});
