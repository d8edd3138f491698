/** Underlines: where they are drawn, and their switch: what it writes, and what it says of it. */
import assert from 'node:assert/strict';
import { editor, never, openDocument, resetEditor } from '../support/vscode';
import type * as vscode from 'vscode';
import { Highlights } from '../../../src/client/decorations/highlights';
import type { DocumentStates } from '../../../src/client/documents/documentStates';

describe('underlines', () => {
  it('are drawn of the version that is shown, and of no older one: the editor moves those that it has', () => {
    resetEditor();
    const document = openDocument('file:///ws/a.txt', '引人才');
    const drawn: unknown[] = [];
    editor.visible = [
      { document, setDecorations: (_: unknown, ranges: unknown[]) => drawn.push(...ranges) },
    ] as unknown as vscode.TextEditor[];
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    const state = { version: document.version, highlights: [{ kind: 'pathway', category: 'R1.2', range }] };
    const states = { onDidUpdate: never, get: () => state };
    const memory = { get: () => false };
    const highlights = new Highlights(
      states as unknown as DocumentStates,
      memory as unknown as vscode.Memento,
    );
    highlights.draw(document);
    assert.equal(drawn.length, 1);
    Object.assign(document, { version: document.version + 1 });
    highlights.draw(document);
    assert.equal(drawn.length, 1);
  });
});

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
      const states = { onDidUpdate: never };
      const memory = { get: () => false, update: () => Promise.resolve() };
      const highlights = new Highlights(
        states as unknown as DocumentStates,
        memory as unknown as vscode.Memento,
      );
      const document = openDocument('file:///ws/a.txt');
      assert.equal(await highlights.toggle(document), true);
      assert.deepEqual(editor.settings.get(key), { ...before, [target]: true });
      assert.equal(await highlights.toggle(document), false);
    });
});
