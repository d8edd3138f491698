/** A document beside another version of it: it stays there, and so do the user's eyes. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { ids, knowing } from '../support/services';
import * as vscode from 'vscode';
import { selectionIn, subjectOf } from '../../../src/client/commands/arguments';
import type { Services } from '../../../src/client/commands/services';
import { editorOf } from '../../../src/client/documents/editors';

const services = {
  words: ids,
  states: knowing({}),
  current: { document: undefined },
} as unknown as Services;

describe('a document in a comparison', () => {
  const older = 'git:///ws/a.md?HEAD';
  const newer = 'file:///ws/a.md';
  let documents: Record<'older' | 'newer', vscode.TextDocument>;

  /** The editors of the sides, which have no column, unlike those in tabs of their own. */
  const shownBeside = (document: vscode.TextDocument, viewColumn?: number): vscode.TextEditor =>
    ({ document, viewColumn, selection: {} }) as unknown as vscode.TextEditor;

  beforeEach(() => {
    resetEditor();
    documents = { older: openDocument(older), newer: openDocument(newer) };
    editor.tabs = [new vscode.TabInputTextDiff(vscode.Uri.parse(older), vscode.Uri.parse(newer))];
    editor.visible = [shownBeside(documents.newer), shownBeside(documents.older)];
    editor.show = (document) => shownBeside(document, 1);
  });

  const focused = () => editor.commands.map(([name]) => String(name).split('.').at(-1));

  for (const [side, command] of [
    ['newer', 'focusPrimarySide'],
    ['older', 'focusSecondarySide'],
  ] as const)
    it(`is shown where it stands (${side} side)`, async () => {
      assert.equal((await editorOf(documents[side])).viewColumn, undefined);
      assert.deepEqual(focused(), [command]);
    });

  it('has a tab of its own where the comparison lies behind another', async () => {
    editor.tabs.unshift(new vscode.TabInputWebview('policyLens.report'));
    assert.equal((await editorOf(documents.newer)).viewColumn, 1);
    assert.deepEqual(focused(), []);
  });

  it('is what a menu of its older version is about', async () => {
    const subject = await subjectOf(services, vscode.Uri.parse(older));
    assert.equal(subject?.document, documents.newer);
  });

  const cursors: readonly [name: string, side: 'older' | 'newer', said: readonly string[]][] = [
    ['is where the cursor is', 'newer', []],
    ['is not guessed where the cursor is in the older version', 'older', ['client.otherSide']],
  ];
  for (const [name, side, said] of cursors)
    it(`its selection ${name}`, async () => {
      editor.active = shownBeside(documents[side]);
      const selection = await selectionIn(services, documents.newer);
      assert.equal(selection === undefined, said.length > 0);
      assert.deepEqual(editor.said, said);
    });
});
