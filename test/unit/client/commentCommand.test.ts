import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { commentCommands } from '../../../src/client/report/commentCommand';
import { answerTo } from '../../../src/convert/answer';
import type { ConverterRequest } from '../../../src/convert/model';
import { compact } from '../../../src/core/report/compact';
import { createTranslator } from '../../../src/l10n/translator';
import {
  AnalyzeTextsRequest,
  DocumentResultRequest,
  ReportTaxonomyRequest,
  type TextToAnalyze,
} from '../../../src/protocol';
import { commented } from '../convert/comments/commented';
import { paragraph, wordFile } from '../convert/fromWord/file';
import { makeDocument, taxonomy } from '../report/support';

const lines = ['关于融合的意见', '成果转化率低。', '建设平台__个。'];
const memo = `# ${lines[0]}\n\n${lines[1]}\n\n${lines[2]}\n`;
const word = wordFile({ body: lines.map((line) => paragraph(line)).join('') });

describe('comments in a Word file, from the editor', () => {
  /** What the server was asked to analyse. */
  let analysed: TextToAnalyze[] = [];
  /** Whether it is silent about the document that is open, or altogether. */
  let silence: 'open' | 'all' | null = null;
  /** What the converter throws, by task. */
  let faults: Partial<Record<ConverterRequest['task'], Error>> = {};

  /** The last file with comments that was made: the stand-in for the editor keeps texts only. */
  let made: Uint8Array | null = null;

  beforeEach(() => {
    resetEditor();
    analysed = [];
    made = null;
    silence = null;
    faults = {};
  });

  /** What a text says with one finding and one tag on its second sentence. */
  function resultOf(path: string, text: string) {
    const [title = '', problem = '', rest = ''] = lines;
    const { result } = makeDocument(path, [
      { text: title },
      { text: problem, tags: ['P2.1'] },
      { text: rest },
    ]);
    const start = text.indexOf(problem);
    const place = { start, end: start + problem.length, quote: problem };
    return {
      ...result,
      annotations: result.annotations.map((each) => ({ ...each, ...place })),
      nearest: [],
      diagnostics: [
        {
          rule: 'PL101',
          severity: 'hint' as const,
          ...place,
          message: 'P2.1 转化不足 没有回应。',
          categories: [],
        },
      ],
    };
  }

  function services(current?: vscode.TextDocument): Services {
    const words = createTranslator('zh-CN', taxonomy);
    const convert = async (request: ConverterRequest): Promise<unknown> => {
      const fault = faults[request.task];
      if (fault) throw fault;
      if (editor.token.isCancellationRequested) return undefined;
      const { answer } = await answerTo(request);
      if (request.task === 'comment' && 'bytes' in answer) made = answer.bytes;
      return answer;
    };
    const request = (type: unknown, params: unknown): Promise<unknown> => {
      if (type === DocumentResultRequest) {
        const { uri } = params as { uri: string };
        const text = editor.documents.find((each) => each.uri.toString() === uri)?.getText() ?? '';
        return Promise.resolve(silence ? null : resultOf('open', text));
      }
      assert.equal(type, AnalyzeTextsRequest);
      const { texts } = params as { texts: TextToAnalyze[] };
      analysed.push(...texts);
      return Promise.resolve({
        documents: silence === 'all' ? [] : texts.map(({ path, text }) => compact(resultOf(path, text))),
      });
    };
    const request0 = (type: unknown): Promise<unknown> => {
      assert.equal(type, ReportTaxonomyRequest);
      return Promise.resolve({ ...taxonomy, fingerprint: 'f' });
    };
    return {
      convert,
      current: { document: current },
      words: { t: words.t, current: words },
      server: { log: { info: () => undefined }, request, request0 },
      sidecars: { read: () => Promise.resolve({ version: 1, suppressions: [], notApplicable: [] }) },
    } as unknown as Services;
  }

  const run = (current: vscode.TextDocument | undefined, ...given: readonly unknown[]): Promise<unknown> =>
    Promise.resolve(commentCommands(services(current))['commentWord']?.(...given));

  /** The only file that was written, and its comments but for the one on the whole. */
  function written(): [place: string, ...comments: (readonly string[])[]] {
    const places = [...editor.files.keys()].filter((name) => name.includes('批注'));
    assert.equal(places.length, 1, editor.said.join());
    return [places[0] ?? '', ...commented({ bytes: made, notes: [] }).comments.slice(1)];
  }

  const finding = [lines[1], '“转化不足”没有回应。'];

  it('comments on a Word file in a copy beside it', async () => {
    editor.bytes.set('file:///ws/意见.docx', word);
    await run(undefined, vscode.Uri.parse('file:///ws/意见.docx'), [], undefined);
    assert.deepEqual(written(), ['file:///ws/意见（批注）.docx', finding]);
    const [source] = analysed;
    assert.equal(source?.isIncluded, true);
    assert.equal(source.uri, undefined, 'it would stand among the tags of the workspace');
    assert.match(source.text, /^# 关于融合的意见|^关于融合的意见/u);
  });

  it('comments on the text in front as it is analysed, with its tags where that is wished for', async () => {
    await run(openDocument('file:///ws/意见.policy.md', memo), undefined, undefined, true);
    assert.deepEqual(written(), ['file:///ws/意见（批注）.docx', finding, [lines[1], '问题：转化不足']]);
    assert.deepEqual(analysed, []);
    assert.match(editor.said.join(), /已导出为 .*还有 1 处空位未填。/u);
  });

  for (const [name, prepare] of [
    ['about which the product is silent', () => openDocument('file:///ws/意见.md', memo)],
    ['that is not open', () => void editor.files.set('file:///ws/意见.md', memo)],
  ] as const)
    it(`comments on a text ${name}, with what was said of it`, async () => {
      silence = 'open';
      prepare();
      await run(undefined, vscode.Uri.parse('file:///ws/意见.md'), undefined, false);
      assert.deepEqual(written(), ['file:///ws/意见（批注）.docx', finding]);
      assert.deepEqual(
        analysed.map(({ isIncluded, sidecar, text }) => [isIncluded, sidecar?.version, text]),
        [[true, 1, memo]],
      );
    });

  for (const [name, address, prepare, said] of [
    ['a file that is gone', 'a.docx', () => undefined, /读取失败/u],
    [
      'what is no Word file',
      'a.docx',
      () => void editor.bytes.set('file:///ws/a.docx', Uint8Array.of(1)),
      /不是 \.docx 文件/u,
    ],
    [
      'what is no text',
      'a.md',
      () => void editor.bytes.set('file:///ws/a.md', Uint8Array.of(1, 0)),
      /不是文本文件/u,
    ],
    [
      'a text without words',
      'a.md',
      () => void editor.files.set('file:///ws/a.md', '<!-- 无 -->'),
      /没有文字可以导出/u,
    ],
    [
      'a text where the server is silent',
      'a.md',
      () => {
        editor.files.set('file:///ws/a.md', memo);
        silence = 'all';
      },
      /没有回答/u,
    ],
    [
      'what the converter breaks off over',
      'a.docx',
      () => {
        editor.bytes.set('file:///ws/a.docx', word);
        faults = { import: new Error('out of memory') };
      },
      /out of memory/u,
    ],
    [
      'what it cannot write comments into',
      'a.docx',
      () => {
        editor.bytes.set('file:///ws/a.docx', word);
        faults = { comment: new Error('out of paper') };
      },
      /out of paper/u,
    ],
  ] as const)
    it(`says why it does not comment on ${name}`, async () => {
      prepare();
      const before = editor.files.size;
      await run(undefined, vscode.Uri.parse(`file:///ws/${address}`), undefined, false);
      assert.equal(editor.files.size, before);
      assert.match(editor.said.join(), said);
      assert.match(editor.said.join(), /^没有导出为 Word。/u);
    });

  it('says why it cannot write the copy', async () => {
    editor.bytes.set('file:///ws/a.docx', word);
    editor.readOnlySchemes.add('locked');
    const to = vscode.Uri.parse('locked:/ws/b.docx');
    assert.equal(await run(undefined, vscode.Uri.parse('file:///ws/a.docx'), to, false), undefined);
    assert.match(editor.said.join(), /^没有导出为 Word。.*No permission/u);
  });

  it('never writes over what it comments on', async () => {
    editor.bytes.set('file:///ws/a.docx', word);
    editor.place = () => 'file:///ws/a.docx';
    await run(undefined, vscode.Uri.parse('file:///ws/a.docx'), undefined, false);
    assert.deepEqual(editor.bytes.get('file:///ws/a.docx'), word);
    assert.match(editor.said.join(), /不会覆盖/u);
  });

  for (const [name, prepare] of [
    ['no place is chosen', () => (editor.place = () => undefined)],
    ['it is cancelled', () => (editor.token.isCancellationRequested = true)],
  ] as const)
    it(`writes nothing where ${name}`, async () => {
      editor.files.set('file:///ws/意见.md', memo);
      prepare();
      await run(undefined, vscode.Uri.parse('file:///ws/意见.md'), undefined, false);
      assert.equal(editor.files.size, 1);
      assert.deepEqual(editor.said, []);
    });
});
