import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { wordCommands } from '../../../src/client/report/wordCommand';
import { answerTo } from '../../../src/convert/answer';
import type { ConverterRequest } from '../../../src/convert/model';

describe('export of a text to Word', () => {
  /** What the converter throws. */
  let fault: Error | undefined;

  beforeEach(() => {
    resetEditor();
    fault = undefined;
  });

  /** Runs the command on the current document; gives what was asked of the converter. */
  function exported(
    address: string | null,
    text = '# 题目\n\n建设平台__个。',
    title?: string,
  ): Promise<string[]> {
    return ask(address === null ? undefined : openDocument(address, text), undefined, [], title);
  }

  /** Runs the command on a file of the explorer; gives the texts asked of the converter. */
  const exportedFile = async (address: string): Promise<string[]> => {
    const texts: string[] = [];
    await ask(undefined, vscode.Uri.parse(address), texts);
    return texts;
  };

  async function ask(
    current: vscode.TextDocument | undefined,
    uri?: vscode.Uri,
    texts: string[] = [],
    title?: string,
  ): Promise<string[]> {
    const asked: string[] = [];
    const convert = async (request: ConverterRequest): Promise<unknown> => {
      asked.push(request.task === 'word' ? request.format : '');
      if (request.task === 'word') texts.push(request.text);
      if (fault) throw fault;
      return editor.token.isCancellationRequested ? undefined : (await answerTo(request)).answer;
    };
    const request = (): Promise<unknown> => Promise.resolve(title === undefined ? null : { title });
    const server = { log: { info: () => undefined }, request };
    const services = {
      convert,
      current: { document: current },
      words: wordsIn('zh-CN'),
      server,
    };
    await wordCommands(services as unknown as Services)['exportWord']?.(uri);
    return asked;
  }

  for (const [address, format, place] of [
    ['file:///ws/a/意见.policy.md', 'markdown', 'file:///ws/a/意见.docx'],
    ['file:///ws/意见.txt', 'plain', 'file:///ws/意见.docx'],
    ['untitled:Untitled-1', 'markdown', 'file:///ws/Untitled-1.docx'],
    ['untitled:/ws/a/实施方案.policy.md', 'markdown', 'file:///ws/a/实施方案.docx'],
  ] as const)
    it(`writes ${address} beside it, and says what is open`, async () => {
      assert.deepEqual(await exported(address), [format]);
      assert.deepEqual([...editor.files.keys()], [place]);
      assert.equal(editor.files.get(place)?.slice(0, 2), 'PK');
      assert.match(editor.said.join(), /^已导出为 .*\.docx。还有 1 处空位未填。$/u);
    });

  it('reads a file that is not open in the encoding it is in', async () => {
    // “建设平台” in GB18030.
    const bytes = Uint8Array.of(0xbd, 0xa8, 0xc9, 0xe8, 0xc6, 0xbd, 0xcc, 0xa8);
    editor.bytes.set('file:///ws/旧文.txt', bytes);
    assert.deepEqual(await exportedFile('file:///ws/旧文.txt'), ['建设平台']);
    assert.deepEqual([...editor.files.keys()], ['file:///ws/旧文.docx']);
  });

  it('takes what is typed in a file that is open', async () => {
    editor.files.set('file:///ws/意见.md', '旧。');
    openDocument('file:///ws/意见.md', '新。');
    assert.deepEqual(await exportedFile('file:///ws/意见.md'), ['新。']);
  });

  for (const [name, bytes, said] of [
    ['no text', Uint8Array.of(1, 0, 2), /^没有导出为 Word。不是文本文件/u],
    ['gone', undefined, /^没有导出为 Word。读取失败/u],
  ] as const)
    it(`says why it does not export a file that is ${name}`, async () => {
      if (bytes) editor.bytes.set('file:///ws/a.txt', bytes);
      assert.deepEqual(await exportedFile('file:///ws/a.txt'), []);
      assert.match(editor.said.join(), said);
      assert.equal(editor.files.size, 0);
    });

  for (const [address, title, name] of [
    ['untitled:Untitled-1', '关于平台/建设的意见', '关于平台-建设的意见'],
    ['untitled:Untitled-1', '', 'Untitled-1'],
    ['untitled:/ws/实施方案.policy.md', '关于平台建设的意见', '实施方案'],
    ['file:///ws/意见.md', '关于平台建设的意见', '意见'],
  ] as const)
    it(`calls the file of ${address} ${name} where its title is “${title}”`, async () => {
      await exported(address, undefined, title);
      assert.deepEqual([...editor.files.keys()], [`file:///ws/${name}.docx`]);
    });

  it('never writes over the text itself', async () => {
    editor.place = () => 'file:///ws/意见.policy.md';
    assert.deepEqual(await exported('file:///ws/意见.policy.md'), []);
    assert.equal(editor.files.size, 0);
    assert.match(editor.said.join(), /不会覆盖/u);
  });

  it('writes nothing without words, and says why', async () => {
    await exported('file:///ws/意见.md', '<!-- 无 -->');
    assert.equal(editor.files.size, 0);
    assert.deepEqual(editor.said, ['没有导出为 Word。文中没有文字可以导出。']);
  });

  it('says why where the converter fails', async () => {
    fault = new Error('out of memory');
    await exported('file:///ws/意见.md');
    assert.equal(editor.files.size, 0);
    assert.deepEqual(editor.said, ['没有导出为 Word。无法写成 Word 文件：out of memory']);
  });

  it('says why where the file cannot be written', async () => {
    editor.readOnlySchemes.add('file');
    await exported('file:///ws/意见.md');
    assert.deepEqual(editor.said, ['没有导出为 Word。无法写成 Word 文件：No permission']);
  });

  for (const [name, prepare, said] of [
    ['no place is chosen', () => (editor.place = () => undefined), 0],
    ['it is cancelled', () => (editor.token.isCancellationRequested = true), 0],
  ] as const)
    it(`writes nothing where ${name}`, async () => {
      prepare();
      await exported('file:///ws/意见.md');
      assert.equal(editor.files.size, 0);
      assert.equal(editor.said.length, said);
    });

  it('says so where there is no text', async () => {
    await exported(null);
    assert.match(editor.said.join(), /没有可用的政策文稿/u);
  });
});
