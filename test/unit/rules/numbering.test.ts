import assert from 'node:assert/strict';
import type { DocumentFormat } from '../../../src/core/text/model';
import { findingsOf } from '../support/analysis';

const broken = (text: string, format?: DocumentFormat): string[] =>
  findingsOf('PL108', text, format && { format }).map(({ message }) => message.args.slice(0, 2).join('→'));

describe('numbering', () => {
  const cases: readonly [string, string, readonly string[], DocumentFormat?][] = [
    ['in sequence', '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n二、戊己\n（一）甲乙。\n', []],
    ['a skipped part', '方案\n一、甲乙\n三、丙丁\n四、戊己\n', ['三、→二、']],
    ['a repeated part', '方案\n一、甲乙\n二、丙丁\n二、戊己\n', ['二、→三、']],
    [
      'a wrong number that makes the next one right',
      '方案\n一、甲乙\n三、丙丁\n三、戊己\n四、庚辛\n',
      ['三、→二、'],
    ],
    [
      'two numbers in the wrong order',
      '方案\n一、甲\n二、乙\n三、丙\n五、丁\n四、戊\n',
      ['五、→四、', '四、→五、'],
    ],
    ['a repeated part before a right one', '方案\n一、甲乙\n一、丙丁\n三、戊己\n', ['一、→二、']],
    [
      'a second gap counts from the numbers put right',
      '方案\n一、甲\n三、乙\n四、丙\n六、丁\n',
      ['三、→二、', '六、→四、'],
    ],
    ['an item that begins with （二）', '方案\n一、甲乙\n（二）甲乙。\n', ['（二）→（一）']],
    ['items that run on', '方案\n一、甲乙\n（一）甲乙。\n二、丙丁\n（二）甲乙。\n（三）甲乙。\n', []],
    [
      'items that ran on before a part was moved',
      '方案\n一、甲\n（三）乙。\n（四）丙。\n二、丁\n（一）戊。\n（二）己。\n三、庚\n（五）辛。\n（六）壬。\n',
      ['（三）→（一）', '（一）→（三）'],
    ],
    ['a skipped article', '条例\n第一章 总则\n第一条 甲乙。\n第三条 丙丁。\n', ['第三条→第二条']],
    ['numbers digit by digit', '条例\n第九条 甲乙。\n第一〇条 丙丁。\n第一一条 戊己。\n', []],
    [
      'a skipped number digit by digit',
      '条例\n第九九条 甲乙。\n第一〇〇条 丙丁。\n第一〇二条 戊己。\n',
      ['第一〇二条→第一〇一条'],
    ],
    ['articles through chapters', '条例\n第一章 总则\n第一条 甲乙。\n第二章 措施\n第二条 丙丁。\n', []],
    [
      'paragraphs of articles',
      '条例\n第一条 有下列情形：\n（一）甲；\n（二）乙；\n（四）丙。\n第二条 有下列情形：\n（一）甲。\n',
      ['（四）→（三）'],
    ],
    [
      'Markdown headings',
      '# 题\n\n## 一、甲\n\n### （一）乙\n\n### （三）丙\n\n## 二、丁\n',
      ['（三）→（二）'],
      'markdown',
    ],
    ['an annex begins anew', '# 题\n\n## 一、甲\n\n## 二、乙\n\n# 附件\n\n## 一、丙\n', [], 'markdown'],
    ['annexes numbered from the line that announces them', '题\n正文在此。\n附件：1.甲乙\n2.丙丁\n', []],
    ['annexes below other items', '题\n一、甲\n1.乙。\n2.丙。\n附件：1．甲乙\n2．丙丁\n', []],
    ['annexes announced in short', '题\n一、甲\n附：1.甲乙\n2.丙丁\n', []],
    ['a skipped annex', '题\n一、甲\n附件：1.甲乙\n2.丙丁\n4.戊己\n', ['4.→3.']],
    ['an annex skipped behind the line that announces them', '题\n附件：1.甲乙\n3.丙丁\n', ['3.→2.']],
    ['a first number behind inner ones', '方案\n（一）甲\n（二）乙\n三、丙\n', []],
    ['annexes from 2 on', '题\n一、甲\n附件：\n2.甲乙\n', ['2.→1.']],
    ['answers to items of a list', '汇总\n办理情况\n第1条：已办。\n第3条：已办。\n第8条：已办。\n', []],
    ['an answer to a proposal', '答复\n第5条建议留作参考。\n第2条提案已办。\n第1条、第4条已办。\n', []],
    ['cited articles', '说明\n第三条规定，甲乙。\n第一条第二款，丙丁。\n', []],
    ['ordinals in one paragraph', '一是甲；三是乙。', ['三是→二是']],
    ['ordinals that go on from another paragraph', '二是甲；三是乙。', []],
    ['ordinals behind a colon', '有两个短板：一是甲；三是乙。', ['三是→二是']],
    ['ordinals behind commas', '一是甲，二是乙，四是丙。', ['四是→三是']],
    ['ordinals behind commas in sequence', '有三点：一是甲，包括一是子，二是丑；二是乙，三是丙。', []],
    ['a word of number and verb', '甲乙，二是否可行；四是乙。', []],
    [
      'ordinals before words that are counted, too',
      '一是甲。二是个别乙；三是项目丙。五是家庭丁。',
      ['五是→四是'],
    ],
    [
      'a list with its own numbers between parts',
      '规划\n一、甲乙\n二、丙丁\n专栏　重点工程\n一、子工程：建设平台。\n二、丑工程：引进人才。\n三、寅工程：开放数据。\n三、戊己\n四、庚辛\n',
      [],
    ],
    [
      'a list with its own numbers, and a skipped part behind it',
      '规划\n一、甲乙\n二、丙丁\n专栏　重点工程\n一、子工程：建设平台。\n二、丑工程：引进人才。\n三、戊己\n五、庚辛\n',
      ['五、→四、'],
    ],
    [
      'a list with its own numbers below a heading without one',
      '规划\n一、甲乙\n二、丙丁\n重点工程\n一、子工程：建设三个公共平台，面向企业开放。\n二、丑工程：引进人才。\n三、寅工程：开放数据。\n三、戊己\n',
      [],
    ],
    ['an annex with parts of its own', '通知\n一、甲乙\n附：编制说明\n一、丙丁\n二、戊己\n', []],
    ['an annex that goes on with the items', '通知\n一、甲乙\n附：编制说明\n三、丙丁\n', ['三、→二、']],
    ['ordinals in bold', '有两点：**一是**甲；**三是**乙。', ['三是→二是'], 'markdown'],
    ['Markdown lists number themselves', '# 题\n\n1. 甲\n1. 乙\n1. 丙\n', [], 'markdown'],
    ['cells of a table', '| 1. | 5. |\n|---|---|\n| 3. | 9. |\n', [], 'markdown'],
  ];
  for (const [name, text, expected, format] of cases)
    it(name, () => assert.deepEqual(broken(text, format), expected));
});

describe('what is said of a broken number', () => {
  /** The message with its arguments, and what it points at. */
  const said = (text: string): string[] =>
    findingsOf('PL108', text).map(({ message: { id, args }, related }) =>
      [id, ...args, ...related.map(({ start, end }) => `@${start}${text.slice(start, end)}`)].join('/'),
    );
  const cases: readonly [string, string, readonly string[]][] = [
    ['the label before it', '方案\n一、甲\n三、乙\n', ['PL108.message/三、/二、/一、/@3一、']],
    [
      'the label before it as it is once put right',
      '方案\n一、甲\n三、乙\n四、丙\n六、丁\n',
      ['PL108.message/三、/二、/一、/@3一、', 'PL108.renumbered/六、/四、/三、/@11四、'],
    ],
    ['no label before the first', '方案\n一、甲\n（二）乙。\n', ['PL108.first/（二）/（一）']],
  ];
  for (const [name, text, expected] of cases)
    it(`names ${name}`, () => assert.deepEqual(said(text), expected));
});

describe('a flood of findings', () => {
  it('is cut off: twenty of one rule say it all', () => {
    const text = Array.from({ length: 60 }, (_, index) => `第${2 * index + 1}条 甲乙丙。\n`).join('');
    assert.equal(broken(text).length, 20);
  });
});
