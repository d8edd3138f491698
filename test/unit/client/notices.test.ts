import assert from 'node:assert/strict';
import { editor, resetEditor } from '../support/vscode';
import { plain, showDetail, showError, showInformation, showWarning } from '../../../src/client/notices';

/** What the editor makes a link of in a notice (`linkedText.ts` in its source). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

const hostile = '打不开 [修复](command:workbench.action.terminal.sendSequence?%7B%22text%22:%22x%22%7D)';

describe('a notice', () => {
  beforeEach(resetEditor);

  it('has no links, whoever wrote what it says', () => {
    assert.match(hostile, link);
    for (const show of [showInformation, showWarning, showError, (text: string) => showDetail(text, '')])
      void show(hostile);
    assert.equal(editor.said.length, 4);
    for (const said of editor.said) assert.doesNotMatch(said, link);
    for (const target of ['https://e.cn/', 'file:///etc/passwd', 'command:a "b"'])
      assert.doesNotMatch(plain(`[[a]](${target})[b](${target})`), link);
  });

  it('shows marks that turn the direction of writing, and whatever else steers the program that shows it', () => {
    for (const mark of ['\u202A', '\u202E', '\u2066', '\u2069', '\u001b', '\u0085', '\r'])
      assert.equal(plain(`memo${mark}fdp.docx`), 'memo\ufffdfdp.docx', mark);
  });

  it('is otherwise as it was written', () => {
    for (const text of ['已写入 a（1）.md', 'a[1].docx (2/3)', 'ENOENT\n\tat read', ''])
      assert.equal(plain(text), text);
    assert.equal(plain('fatal: 1\r\n2'), 'fatal: 1\n2');
  });
});
