/** Texts that the editor has opened in another encoding than their files have. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { reopenCommands } from '../../../src/client/commands/reopen';
import type { Services } from '../../../src/client/commands/services';
import { openIn } from '../../../src/client/documents/encoding';

const uri = 'file:///ws/a.txt';
const garbled = '\uFFFD'.repeat(40);

describe('a text that shows as garbled', () => {
  const opened: unknown[] = [];
  beforeEach(() => {
    resetEditor();
    opened.length = 0;
    Object.assign(vscode.workspace, {
      openTextDocument: (asked: vscode.Uri, options?: unknown) => {
        opened.push(options);
        const document = editor.documents.find((each) => each.uri.toString() === asked.toString());
        if (document) Object.assign(document, { version: document.version + 1 });
        return Promise.resolve(document ?? openDocument(asked.toString()));
      },
    });
  });

  const cases: readonly [
    name: string,
    text: string | null,
    encoding: string,
    isDirty: boolean,
    expected: readonly unknown[],
  ][] = [
    ['is read anew in the encoding of its file', garbled, 'gb18030', false, [{ encoding: 'gb18030' }]],
    ['stays where it has unsaved changes', garbled, 'gb18030', true, []],
    ['stays where the editor finds out the encoding itself', garbled, 'utf-8', false, []],
    ['stays where it is legible, whatever it was opened in', '改革', 'gb18030', false, []],
    ['is opened in the encoding of its file', null, 'gb18030', false, [{ encoding: 'gb18030' }]],
    ['is opened as the editor does', null, 'utf-8', false, [undefined]],
  ];
  for (const [name, text, encoding, isDirty, expected] of cases)
    it(name, async () => {
      if (text !== null) Object.assign(openDocument(uri, text), { isDirty });
      await openIn(vscode.Uri.parse(uri), encoding);
      assert.deepEqual(opened, expected);
    });

  /** Runs the command on a file of these bytes; the commands of the editor that it ran. */
  async function reopened(bytes: readonly number[]): Promise<readonly unknown[]> {
    const current = openDocument(uri, garbled);
    editor.bytes.set(uri, new Uint8Array(bytes));
    await reopenCommands({ current: { document: current } } as unknown as Services)['reopenDecoded']?.();
    return editor.commands.map(([command]) => command);
  }

  it('is reopened at a click', async () => {
    const gbk = [0xb9, 0xd8, 0xd3, 0xda, 0xbd, 0xf8, 0xd2, 0xbb];
    assert.deepEqual(await reopened(Array(10).fill(gbk).flat() as number[]), []);
    assert.deepEqual(opened, [{ encoding: 'gb18030' }]);
  });

  it('is left to the question of the editor where its encoding is not clear', async () => {
    assert.deepEqual(await reopened([0xff, 0xff, 0xff]), ['workbench.action.editor.changeEncoding']);
    assert.deepEqual(opened, []);
  });
});
