import assert from 'node:assert/strict';
import type { ReportInput } from '../../../src/core/report';
import type { DiagnosticResult } from '../../../src/core/report/contract';
import { reviewComments } from '../../../src/core/report/reviewComments';
import { inputFor, makeDocument } from './support';

const made = makeDocument('a.md', [
  { text: '关于融合的意见', tags: ['R1.1'], heading: true },
  { text: '成果转化率低，企业投入少。', tags: ['P2.1', 'P2.3', 'A2'] },
  { text: '建设中试基地。', tags: ['R2.3'] },
]);

function input(
  findings: readonly (readonly [rule: string, quote: string, message: string, categories?: string[]])[],
  language: 'zh-CN' | 'en' = 'zh-CN',
): ReportInput {
  const diagnostics = findings.map(([rule, quote, message, categories = []]): DiagnosticResult => {
    const start = made.text.indexOf(quote);
    return { rule, severity: 'hint', start, end: start + quote.length, quote, message, categories };
  });
  return inputFor([{ ...made, result: { ...made.result, diagnostics } }], {}, language);
}

const place = (words: string) => {
  const start = made.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('review comments', () => {
  it('say at its place what was found, without codes, in text order', () => {
    const { comments } = reviewComments(
      input([
        ['PL104', '建设中试基地。', '第 3 项措施没有回应 P2.1 转化不足，见 第 4 项。'],
        ['PL101', '成果转化率低', '问题 P2.1 转化不足 没有首要对策：R2.3、S9.9。'],
      ]),
    );
    assert.deepEqual(comments, [
      {
        ...place('成果转化率低'),
        text: '问题“转化不足”没有首要对策：“技术转移与成果转化”、S9.9。',
      },
      { ...place('建设中试基地。'), text: '第 3 项措施没有回应“转化不足”，见 第 4 项。' },
    ]);
  });

  it('list what is missing in the opening, only where a rule found it', () => {
    const { opening, comments } = reviewComments(
      input([['PL102', '关于融合的意见', '缺 2 类。', ['R2.1', 'S4.2']]]),
    );
    assert.deepEqual(comments, []);
    assert.deepEqual(opening.slice(0, -1), [
      '经逐句查看全文，提出以下意见，供修改时参考。',
      '尚缺的对策内容：',
      '1. 企业创新主体：全文没有写到。',
      '2. 跨国企业与平台：全文没有写到。',
    ]);
    assert.match(opening.at(-1) ?? '', /请对照原文核定。（policy-lens /u);
    const { opening: limited } = reviewComments({ ...input([]), isRestricted: true });
    assert.match(limited.at(-1) ?? '', /没有读取已存的排除记录/u);
  });

  it('name the sentence that comes nearest', () => {
    const base = input([['PL102', '关于融合的意见', '缺 1 类。', ['R2.1']]]);
    const [document] = base.output.documents;
    const tag = document?.annotations.find(({ category }) => category === 'R2.3');
    assert.ok(document && tag);
    const nearest = [{ ...tag, category: 'R2.1', quote: '企业说“不会”。' }];
    const { opening } = reviewComments({
      ...base,
      output: { ...base.output, documents: [{ ...document, nearest }] },
    });
    assert.equal(opening[2], '1. 企业创新主体：最接近的是“企业说‘不会’。”，尚不足以认定已写到。');
  });

  it('say that there is nothing to say', () => {
    const { opening } = reviewComments(input([]));
    assert.equal(opening[0], '经逐句查看全文，没有发现需要提出意见之处。');
    assert.equal(opening.length, 2);
  });

  it('say of each sentence what it was taken for, where that is asked for; headings and actors are left out', () => {
    const { comments, opening } = reviewComments(input([]), true);
    assert.deepEqual(comments, [
      { ...place('成果转化率低，企业投入少。'), text: '问题：转化不足；企业缺位' },
      { ...place('建设中试基地。'), text: '对策：技术转移与成果转化' },
    ]);
    assert.match(opening[0] ?? '', /没有发现/u);
  });

  it('speak English', () => {
    const { opening, comments } = reviewComments(
      input([['PL102', '关于融合的意见', '2 are missing.', ['R2.1']]], 'en'),
      true,
    );
    assert.equal(opening[1], 'Remedies that are missing:');
    assert.match(comments[0]?.text ?? '', /^Problem: .+; /u);
  });
});
