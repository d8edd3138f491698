/** Names that nothing has yet, so that nothing is written over. */
import assert from 'node:assert/strict';
import { editor, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { freshFile, freshFolder } from '../../../src/client/documents/freshFile';

describe('a fresh name', () => {
  beforeEach(resetEditor);
  const folder = vscode.Uri.parse('file:///ws');

  it('is numbered where files have the others, or they are spoken for', async () => {
    const name = async (): Promise<string> =>
      (await freshFile(folder, '意见', ({ path }) => path === '/ws/意见-2.policy.md')).path;
    assert.equal(await name(), '/ws/意见.policy.md');
    editor.files.set('file:///ws/意见.policy.md', '');
    assert.equal(await name(), '/ws/意见-3.policy.md');
    editor.files.set('file:///ws/表', '');
    assert.equal((await freshFolder(folder, '表')).path, '/ws/表-2');
  });

  it('is none that may be taken, where nobody can say', async () => {
    Object.assign(vscode.workspace.fs, { stat: () => Promise.reject(new Error('no permission')) });
    await assert.rejects(freshFile(folder, '意见'), /no permission/);
  });
});
