import assert from 'node:assert/strict';
import '../support/vscode';
import * as vscode from 'vscode';
import { editor, resetEditor } from '../support/vscode';
import { newText } from '../../../src/client/documents/newText';

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
