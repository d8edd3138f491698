import assert from 'node:assert/strict';
import { reviewNote, type ReportInput } from '../../../src/core/report';
import type { DiagnosticResult } from '../../../src/core/report/contract';
import { inputFor, makeDocument } from './support';

const made = makeDocument('a.md', [
  { text: '关于融合的意见' },
  { text: '成果转化率低。', tags: ['P2.1'] },
  { text: '进一步加强领导，*不断*完善。', tags: ['R2.3'] },
  { text: '投入__万元。' },
]);

const blank = ['PL111', '__', '这里还有空位待填。'] as const;

function input(
  findings: readonly (readonly [rule: string, quote: string, message: string])[],
  language: 'zh-CN' | 'en' = 'zh-CN',
): ReportInput {
  const diagnostics = findings.map(([rule, quote, message]): DiagnosticResult => {
    const start = made.text.indexOf(quote);
    return { rule, severity: 'hint', start, end: start + quote.length, quote, message, categories: [] };
  });
  return inputFor([{ ...made, result: { ...made.result, diagnostics } }], {}, language);
}

describe('review note', () => {
  it('cannot steer the terminal it is shown on, whatever a text has in it', () => {
    const hostile = makeDocument('a.md', [
      { text: '# 关于\u202e融合\u001b[31m的意见' },
      { text: '成果\u001b]0;x\u0007转化率低。', tags: ['P2.1'] },
    ]);
    const diagnostics: DiagnosticResult[] = [
      {
        rule: 'PL101',
        severity: 'hint',
        start: 0,
        end: hostile.text.length,
        quote: hostile.text,
        message: '\u009b31m没有对策。',
        categories: [],
      },
    ];
    const title = '关于\u202e融合\u001b[31m的意见';
    const note = reviewNote(inputFor([{ ...hostile, result: { ...hostile.result, title, diagnostics } }]));
    assert.ok(note.includes('关于融合') && note.includes('没有对策'));
    assert.doesNotMatch(note, /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('gives what was found under headings, with lines and quotes, without codes', () => {
    const note = reviewNote(
      input([
        ['PL105', '进一步加强领导，*不断*完善。', '只有一句，没有具体做法。'],
        ['PL101', '成果转化率低。', '问题 P2.1 转化不足 没有首要对策：R2.3、S9.9。'],
        ['PL108', '关于融合的意见', '编号不对。'],
        blank,
      ]),
    );
    // In the middle of a list, Markdown would take one for an item's.
    assert.doesNotMatch(note, /[^\n]\n#/);
    const lines = note.split('\n').filter((line) => line !== '');
    assert.deepEqual(lines.slice(0, -1), [
      '# 审核意见：关于融合的意见',
      '<!-- Policy Lens report -->',
      '经逐句查看全文，提出以下意见，供修改时参考。',
      '## 一、所述问题缺少相应对策',
      '1. 第 2 行“成果转化率低。”：问题“转化不足”没有首要对策：“技术转移与成果转化”、S9.9。',
      '## 二、缺少具体做法的表述',
      '1. 第 3 行“进一步加强领导，\\*不断\\*完善。”：只有一句，没有具体做法。',
      '## 三、尚待填写之处',
      '1. 第 4 行“投入\\_\\_万元。”',
      '## 四、其他',
      '1. 第 1 行“关于融合的意见”：编号不对。',
    ]);
  });

  it('lists what is missing only where a rule found it, and no more than fits a page', () => {
    assert.doesNotMatch(reviewNote(input([])), /尚缺的对策内容/);
    const note = reviewNote(input([['PL102', '关于融合的意见', '缺 18 类。']]));
    const missing = made.result.coverage.missing.length;
    assert.equal(note.match(/：全文没有写到。$/gmu)?.length, 8);
    assert.match(note, new RegExp(`另有 ${String(missing - 8)} 处`));
  });

  const longStart = '由市科技局会同有关部门'.repeat(8);
  const blanks: readonly [text: string, quote: string][] = [
    ['各县先行。由科技局投入__万元；年底前完成。\n下一行', '由科技局投入\\_\\_万元；'],
    ['由科技局投入__\n年底前完成。', '由科技局投入\\_\\_'],
    ['- 到__年建成', '到\\_\\_年建成'],
    ['主要目标\n到__年建成', '到\\_\\_年建成'],
    ['主要目标\n__年建成', '\\_\\_年建成'],
    ['**设立基金。** 由市财政出资__亿元，**年内**到位。', '由市财政出资\\_\\_亿元，年内到位。'],
    ['建设“人才码”平台，服务人才__人次。', '建设‘人才码’平台，服务人才\\_\\_人次。'],
    ['1. 到__年建成\r\n2. 其他', '到\\_\\_年建成'],
    [`${longStart}在__年前建成。`, `…${longStart.slice(-29)}在\\_\\_年前建成。`],
    [`${'甲'.repeat(40)}𠮷${'乙'.repeat(29)}__年。`, `…${'乙'.repeat(29)}\\_\\_年。`],
  ];
  for (const [text, quote] of blanks)
    it(`quotes the sentence of a blank: ${text.slice(-20).trim()}`, () => {
      const document = makeDocument('b.md', [{ text }]);
      const start = document.text.indexOf('__');
      const diagnostic: DiagnosticResult = {
        rule: 'PL111',
        severity: 'information',
        start,
        end: start + 2,
        quote: '__',
        message: '空',
        categories: [],
      };
      const diagnostics = [diagnostic];
      const note = reviewNote(inputFor([{ ...document, result: { ...document.result, diagnostics } }]));
      assert.ok(note.includes(`“${quote}”\n`), note);
    });

  it('lists the missing remedies that the finding names, and not what may be passed over', () => {
    const { output, ...rest } = input([['PL102', '关于融合的意见', '缺 18 类。']]);
    const documents = output.documents.map((document) => ({
      ...document,
      diagnostics: document.diagnostics.map((each) => ({ ...each, categories: ['S3.1', 'S4.3'] })),
    }));
    const items = reviewNote({ ...rest, output: { ...output, documents } }).match(/^\d+\. .*$/gmu);
    assert.deepEqual(items, ['1. 人才引进与激励：全文没有写到。', '2. 先进技术引进：全文没有写到。']);
  });

  it('has nothing to say of a text in which nothing was found, and speaks English', () => {
    const { texts, ...rest } = input([], 'en');
    assert.ok(texts);
    assert.match(
      reviewNote(rest),
      /^# Review note: 关于融合的意见\n\n<!-- Policy Lens report -->\n\nHaving read .* no comments\.$/mu,
    );
    assert.match(reviewNote(input([blank], 'en')), /^## 1\. Left to be filled in\n\n1\. line 4, “投入/mu);
  });
});
