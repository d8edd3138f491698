import assert from 'node:assert/strict';
import '../support/vscode';
import * as vscode from 'vscode';
import { editor, events, openDocument, resetEditor, settled } from '../support/vscode';
import { newText, showNewText } from '../../../src/client/documents/newText';

describe('a new text without a name', () => {
  const uri = vscode.Uri.parse('untitled:Untitled-1');
  const opened = (text: string): void => {
    Object.assign(vscode.workspace, {
      openTextDocument: () => Promise.resolve({ uri, lineCount: 1, getText: () => text }),
    });
  };

  beforeEach(resetEditor);

  it('is left as it is where the editor gave it its text', async () => {
    opened('甲\n');
    await newText('markdown', '甲\n');
    assert.deepEqual(editor.edits, []);
  });

  it('does not keep what one of the same name held', async () => {
    opened('旧\n');
    await newText('markdown', '新\n');
    assert.equal(editor.edits.length, 1);
    assert.ok(JSON.stringify(editor.edits).includes('新'));
  });
});

describe('a new text that the editor gave a tab of its own before it was shown', () => {
  const tab = (uri: string): vscode.TabInputText => new vscode.TabInputText(vscode.Uri.parse(uri));
  const other = tab('file:///ws/a.policy.md');
  const names = (): string[] => editor.tabs.map((input) => (input as vscode.TabInputText).uri.toString());

  beforeEach(resetEditor);

  it('has one tab', async () => {
    const document = openDocument('untitled:Untitled-1');
    editor.tabs = [tab('untitled:Untitled-1'), other, tab('untitled:Untitled-1')];
    await showNewText(document, {});
    assert.deepEqual(names(), ['untitled:Untitled-1', 'file:///ws/a.policy.md']);
  });

  it('has one tab, also where that comes late', async () => {
    const document = openDocument('untitled:Untitled-1');
    editor.tabs = [tab('untitled:Untitled-1'), other];
    await showNewText(document, {});
    editor.tabs.push(tab('untitled:Untitled-1'));
    events.tabs.fire();
    await settled();
    assert.deepEqual(names(), ['untitled:Untitled-1', 'file:///ws/a.policy.md']);
  });

  it('keeps its only one, which another may lie before by now', async () => {
    const document = openDocument('untitled:Untitled-1');
    editor.tabs = [other, tab('untitled:Untitled-1')];
    await showNewText(document, {});
    assert.equal(names().length, 2);
  });
});
