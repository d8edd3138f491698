/** Pages of our own stay in one column: beside the text, never over it. */
import assert from 'node:assert/strict';
import { editor, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { VirtualDocuments } from '../../../src/client/commands/virtualDocuments';

describe('a page beside the text', () => {
  const { executeCommand } = vscode.commands;
  const { tabGroups } = vscode.window;
  beforeEach(resetEditor);
  afterEach(() => {
    Object.assign(vscode.commands, { executeCommand });
    Object.assign(vscode.window, { tabGroups });
  });

  const text = new vscode.TabInputText(vscode.Uri.parse('file:///ws/a.policy.md'));
  const page = new vscode.TabInputWebview('markdown.preview');
  const toSide = 'markdown.showPreviewToSide';
  const cases: readonly [name: string, column: number, tab: unknown, run: readonly string[]][] = [
    ['is opened beside a text', 1, text, [toSide]],
    ['is opened beside a text in any column', 2, text, [toSide]],
    ['takes the column of the page in front', 2, page, ['workbench.action.focusPreviousGroup', toSide]],
    ['takes the first column where a page is in front there', 1, page, ['markdown.showPreview']],
  ];
  for (const [name, viewColumn, input, expected] of cases)
    it(name, async () => {
      const run: string[] = [];
      Object.assign(vscode.commands, {
        executeCommand: (command: string) => Promise.resolve(void run.push(command)),
      });
      Object.assign(vscode.workspace, {
        registerTextDocumentContentProvider: () => ({ dispose: () => undefined }),
      });
      Object.assign(vscode.window, { tabGroups: { activeTabGroup: { viewColumn, activeTab: { input } } } });
      const pages = new VirtualDocuments(() => '');
      await pages.show(vscode.Uri.parse('policy-lens-explain:/a.md'));
      assert.deepEqual(run, expected);
      assert.deepEqual(editor.said, []);
      pages.dispose();
    });
});
