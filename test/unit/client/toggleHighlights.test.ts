/** The switch for underlines: what it writes, and what it says of it. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import type * as vscode from 'vscode';
import { Highlights } from '../../../src/client/decorations/highlights';
import type { DocumentStates } from '../../../src/client/documents/documentStates';

describe('the switch for underlines', () => {
  const key = 'highlights.enabled';
  const cases: readonly [name: string, before: Partial<Record<number, unknown>>, target: number][] = [
    ['by the user', { 1: false }, 1],
    ['by the workspace', { 1: true, 2: false }, 2],
    ['by the folder', { 2: true, 3: false }, 3],
  ];
  for (const [name, before, target] of cases)
    it(`turns on what was turned off ${name}, where it was turned off`, async () => {
      resetEditor();
      editor.settings.set(key, before);
      const states = { onDidUpdate: () => ({ dispose: () => undefined }) };
      const memory = { get: () => false, update: () => Promise.resolve() };
      const highlights = new Highlights(
        states as unknown as DocumentStates,
        memory as unknown as vscode.Memento,
        () => true,
      );
      const document = openDocument('file:///ws/a.txt');
      assert.equal(await highlights.toggle(document), true);
      assert.deepEqual(editor.settings.get(key), { ...before, [target]: true });
      assert.equal(await highlights.toggle(document), false);
    });
});
