/** Which lines of one paragraph of Markdown are paragraphs of an official text. */
import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/text/parseDocument';

describe('lines of a paragraph', () => {
  const lines: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['that count up', '1.甲乙。\n2. 丙丁。\n3．戊己。', ['1.甲乙。', '2. 丙丁。', '3．戊己。']],
    ['in brackets', '（1）甲乙\n（2）丙丁', ['（1）甲乙', '（2）丙丁']],
    [
      'below what leads over',
      '有三件：\n1.甲乙，\n丙丁\n2.戊己。',
      ['有三件：', '1.甲乙，\n丙丁', '2.戊己。'],
    ],
    ['that do not follow', '1.甲乙。\n3.丙丁。\n4.戊己。', ['1.甲乙。\n3.丙丁。\n4.戊己。']],
    ['with other line ends', '1.甲乙。\r\n2.丙丁。\r3.戊己。', ['1.甲乙。', '2.丙丁。', '3.戊己。']],
    ['in a quote', '> 1.甲乙。\n>\t2.丙丁。\n> > 3.戊己。', ['1.甲乙。', '2.丙丁。', '3.戊己。']],
    [
      'of parts and chapters',
      '第一编 总则\n第一章 甲乙\n第二编 丙丁',
      ['第一编 总则', '第一章 甲乙', '第二编 丙丁'],
    ],
    ['that cite an article', '甲乙。\n第二条、附表丙丁。', ['甲乙。\n第二条、附表丙丁。']],
    ['behind a sentence', '甲乙。\n（二）丙丁。', ['甲乙。', '（二）丙丁。']],
    ...['项', '款', '目', '条', '的规定', '规定', '和', '与', '及', '或', '至', '所列'].map(
      (cites): [string, string, readonly string[]] => [
        `that cite a number before ${cites}`,
        `甲乙。\n（二）${cites}丙丁。`,
        [`甲乙。\n（二）${cites}丙丁。`],
      ],
    ),
    ['that begin with a figure', '甲乙。\n30、40万元。', ['甲乙。\n30、40万元。']],
    ['of annexes', '附件：\n1.甲表\n2.乙表', ['附件：\n1.甲表\n2.乙表']],
    ['in an item of Markdown’s own', '1. 甲乙。\n2.丙丁。', ['甲乙。\n2.丙丁。']],
  ];
  for (const [name, text, expected] of lines)
    it(`numbered lines without blank lines: ${name}`, () =>
      assert.deepEqual(
        parseDocument(text, 'markdown').blocks.map(({ start, end }) => text.slice(start, end)),
        expected,
      ));

  const long =
    '为做好有关工作，经研究决定在全市范围内组织开展科技成果转化对接活动，请各单位认真准备，按时报送材料，并做好宣传、统计和总结等后续工作。';
  const ends: readonly [name: string, text: string, expected: readonly string[]][] = [
    [
      'below a numbered heading',
      '一、活动时间\n2026年4月1日至2026年6月30日。',
      ['一、活动时间', '2026年4月1日至2026年6月30日。'],
    ],
    [
      'below a numbered heading with a comma',
      `（一）抓平台，夯实底座\n${long}`,
      ['（一）抓平台，夯实底座', long],
    ],
    [
      'between title, addressees and text',
      `关于开展对接活动的通知\n各县（市、区）科技局：\n${long}`,
      ['关于开展对接活动的通知', '各县（市、区）科技局：', long],
    ],
    [
      'between a title and addressees above lines that are all short',
      '关于开展对接活动的通知\n各县（市、区）科技局：\n请按时报送材料。',
      ['关于开展对接活动的通知', '各县（市、区）科技局：', '请按时报送材料。'],
    ],
    ...['一、活动时间（暂定）', '一、学习《甲办法》', '一、推行“揭榜挂帅”', '一、甲乙A'].map(
      (line): [string, string, readonly string[]] => [`below ${line}`, `${line}\n${long}`, [line, long]],
    ),
    ...['一、甲', '一、甲——', '一、甲乙丙，', '一、甲乙；丙丁'].map(
      (line): [string, string, readonly string[]] => [
        `not below ${line}`,
        `${line}\n${long}`,
        [`${line}\n${long}`],
      ],
    ),
    ...['（试行）', '(草案)', '〔2026〕', '【征求意见稿】'].map(
      (line): [string, string, readonly string[]] => [
        `of ${line} under a title`,
        `甲市实施办法\n${line}\n${long}`,
        ['甲市实施办法', line, long],
      ],
    ),
    ['around a heading without a number', `${long}\n活动安排\n${long}`, [long, '活动安排', long]],
    [
      'before and behind a signature',
      '特此通知。\n甲市科学技术局\n2026年4月1日\n（此件主动公开）',
      ['特此通知。', '甲市科学技术局\n2026年4月1日', '（此件主动公开）'],
    ],
    [
      'of several offices',
      '特此通知。\n甲市科学技术局\n甲市财政局\n2026年4月1日',
      ['特此通知。', '甲市科学技术局\n甲市财政局\n2026年4月1日'],
    ],
    [
      'of an imprint',
      '抄送：市委办公室。\n甲市科学技术局办公室　　2026年4月1日印发',
      ['抄送：市委办公室。', '甲市科学技术局办公室　　2026年4月1日印发'],
    ],
    [
      'before a list of annexes',
      '请认真落实。\n附件：1.甲表\n2.乙表',
      ['请认真落实。', '附件：1.甲表\n2.乙表'],
    ],
    [
      'below a line that leads over',
      '第七条 理事会履行下列职责：\n（一）审议章程；\n（二）审定计划。',
      ['第七条 理事会履行下列职责：', '（一）审议章程；', '（二）审定计划。'],
    ],
    ...['①', '⑴', '一是', '第一，', '（一）', '1、', '首先，'].map(
      (first): [string, string, readonly string[]] => [
        `around a heading without a number over ${first}`,
        `存在问题\n${first}甲乙不够。\n下步打算\n${first}丙丁。`,
        ['存在问题', `${first}甲乙不够。`, '下步打算', `${first}丙丁。`],
      ],
    ),
    ...['存在问题\n二是甲乙不够。', '存在问题，\n一是甲乙不够。'].map(
      (text): [string, string, readonly string[]] => [`not in ${text.replace('\n', ' ')}`, text, [text]],
    ),
    ['behind an address', `同志们：\n${long}`, ['同志们：', long]],
    [
      'of a date under a title',
      `甲市实施办法\n（2026年4月）\n${long}`,
      ['甲市实施办法', '（2026年4月）', long],
    ],
    [
      'before a numbered heading, whatever is before it',
      `关键词：甲；乙\n一、引言\n${long}`,
      ['关键词：甲；乙', '一、引言', long],
    ],
    [
      'not where a line is broken to fit',
      '（一）加快建设科技成果转化平台，完善成果转\n化服务体系，培育技术经理人队伍，支持企业与高校共\n建研发机构',
      [
        '（一）加快建设科技成果转化平台，完善成果转\n化服务体系，培育技术经理人队伍，支持企业与高校共\n建研发机构',
      ],
    ],
    [
      'not in the middle of a sentence',
      '建设中试平台\n三家，概念验证中心两家，并完善开放共享机制。',
      ['建设中试平台\n三家，概念验证中心两家，并完善开放共享机制。'],
    ],
    ['not behind a clause', `到2028年，\n${long}`, [`到2028年，\n${long}`]],
    ['not at a date in a sentence', '自2026年4月1日\n起施行。', ['自2026年4月1日\n起施行。']],
  ];
  for (const [name, text, expected] of ends)
    it(`lines ended on purpose: ${name}`, () =>
      assert.deepEqual(
        parseDocument(text, 'markdown').blocks.map(({ start, end }) => text.slice(start, end)),
        expected,
      ));

  it('joins a paragraph’s soft line breaks in Markdown, not in plain text', () => {
    assert.equal(parseDocument('引进高层次\n人才。', 'markdown').sentences.length, 1);
    assert.equal(parseDocument('引进高层次\n人才。', 'plain').sentences.length, 2);
  });

  for (const [name, text, sentences] of [
    ['a list of figures', '研发投入 12.3 亿元\n高新技术企业 350 家\n技术合同成交额 1,200 万元', 3],
    ['one of two', '研发投入 12.3 亿元\n专利 34 件', 2],
    ['with rates, brackets and bold', '**强度** 3.2%\n专利 34 件（增长 8%）\n产值：**5 亿元**', 3],
    ['of years', '2024年 12.3 亿元\n2025年 13.4 亿元', 2],
    ['below what announces it', '主要指标如下：\n研发投入 12.3 亿元\n专利 34 件', 3],
    ['in a quote', '> 研发投入 12.3 亿元\n> 专利 34 件', 2],
    ['in an item', '- 研发投入 12.3 亿元\n  专利 34 件', 2],
    ['whose last line is prose', '研发投入 12.3 亿元\n专利 34 件\n增长较快。', 1],
    ['prose of one width', '全市研发投入达到12.3亿元\n其中企业投入占到75.3%\n高新技术企业达到350家。', 1],
    ['prose with marks', '研发投入 12.3 亿元，\n专利 34 件', 1],
    ['long lines', `${'全市规模以上工业企业'.repeat(3)}投入 12 亿元\n专利 34 件`, 1],
    ['a title on two lines', '关于加快科技创新\n发展的若干意见（2025）', 1],
    ['a list without figures', '市科技局\n市财政局', 1],
    ['annexes', '附件：\n任务分工 1份\n指标表 2份', 1],
  ] as const)
    it(`takes lines for paragraphs where they are figures: ${name}`, () => {
      const document = parseDocument(text, 'markdown');
      assert.equal(document.sentences.length, sentences);
      assert.equal(document.blocks.length, sentences);
    });
});
