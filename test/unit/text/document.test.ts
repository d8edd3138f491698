import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWordCharacter } from '../../../src/core/text/characters';
import type { ParsedDocument } from '../../../src/core/text/model';
import { parseDocument, sentenceAt } from '../../../src/core/text/parseDocument';
import { unreadLength } from '../../../src/core/text/unread';
import { within } from '../support/time';
import { anyFormat, anyText } from './texts';

describe('document model', () => {
  it('keeps offsets and order on any text, in both formats', () => {
    fc.assert(
      fc.property(anyText, anyFormat, (text, format) => {
        const document = parseDocument(text, format);
        assert.equal(document.text, text);
        assert.equal(document.prose.length, text.length);
        let at = 0;
        for (const block of document.blocks) {
          assert.ok(block.start >= at && block.end >= block.start && block.end <= text.length);
          at = block.end;
          for (const sentence of document.sentences.slice(block.firstSentence, block.lastSentence)) {
            assert.ok(block.start <= sentence.start && sentence.end <= block.end);
            assert.equal(sentence.block, block.index);
          }
        }
        at = 0;
        for (const sentence of document.sentences) {
          assert.ok(sentence.start >= at && sentence.end > sentence.start, 'in order, not overlapping');
          assert.equal(document.sentences[sentence.index], sentence);
          at = sentence.end;
          const { numbering } = sentence;
          if (numbering)
            assert.ok(numbering.label.start === sentence.start && numbering.label.end <= sentence.end);
        }
        for (let i = 0; i < text.length; i++) {
          const character = document.prose[i];
          assert.ok(character === text[i] || character === ' ', 'prose is the text, or blank');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('codes every word of prose in exactly one sentence', () => {
    fc.assert(
      fc.property(anyText, anyFormat, (text, format) => {
        const { prose, sentences } = parseDocument(text, format);
        const covered = new Uint8Array(prose.length);
        for (const { start, end } of sentences) covered.fill(1, start, end);
        for (let i = 0; i < prose.length; i++)
          if (isWordCharacter(prose.charCodeAt(i)))
            assert.equal(covered[i], 1, JSON.stringify(prose.slice(i, i + 9)));
      }),
      { numRuns: 150 },
    );
  });

  it('nests sections: each inside its parent, siblings apart', () => {
    fc.assert(
      fc.property(anyText, anyFormat, (text, format) => {
        const { sections, sentences } = parseDocument(text, format);
        for (const section of sections.slice(1)) {
          const parent = sections[section.parent];
          assert.ok(parent && parent.index < section.index && parent.level < section.level);
          assert.ok(
            parent.start <= section.start && section.end <= parent.end && section.start <= section.end,
          );
          const heading = sentences[section.heading];
          assert.ok(heading && section.start <= heading.start && heading.end <= section.end);
          assert.equal(heading.section, section.index);
        }
        for (const { start, end, section: index } of sentences) {
          const section = sections[index];
          assert.ok(section && section.start <= start && end <= section.end);
        }
      }),
      { numRuns: 150 },
    );
  });

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

  it('finds the sentence at an offset', () => {
    const document = parseDocument('甲乙。丙丁。\n戊己', 'plain');
    assert.deepEqual(
      [0, 2, 3, 4, 6, 7, 8, 9, 99].map((offset) => sentenceAt(document, offset)),
      [0, 0, 1, 1, 1, 2, 2, 2, -1],
    );
  });

  const headings: readonly [string, 'plain' | 'markdown', string, readonly string[]][] = [
    [
      'official numbering nests',
      'plain',
      '关于某事的意见\n一、甲乙\n（一）丙丁。正文在此。\n1.戊己\n（1）庚辛\n二、壬癸\n',
      ['1 甲乙', '2 丙丁', '3 戊己', '4 庚辛', '1 壬癸'],
    ],
    [
      'chapters and articles',
      'plain',
      '某某条例\n第一章 总则\n第一条 为了某事，制定本条例。\n第二章 附则\n',
      ['1 总则', '1 附则'],
    ],
    [
      'Markdown ranks, whatever the numbers',
      'markdown',
      '# 题\n\n## 一、甲\n\n### （一）乙\n\n## 二、丙\n',
      ['1 甲', '2 乙', '1 丙'],
    ],
    [
      'run-in headings in Markdown paragraphs',
      'markdown',
      '# 题\n\n## 一、甲\n\n（一）丙丁。正文在此。\n\n（二）戊己。正文在此。\n',
      ['1 甲', '2 丙丁', '2 戊己'],
    ],
    [
      'bold that Markdown does not read, before figures and letters',
      'markdown',
      '# 题\n\n## 一、甲乙\n\n**1.丙丁戊。**正文在此。\n\n**2.R＆D投入。**正文在此。\n',
      ['1 甲乙', '2 丙丁戊', '2 R＆D投入'],
    ],
    [
      'none where only the office in brackets stands behind a measure',
      'plain',
      '甲市任务分工方案\n一、引育人才\n（一）选派科技特派员。（牵头单位：市科技局）\n（二）引进团队三个。（牵头单位：市委人才办；配合单位：市科技局）\n二、建设平台\n（一）中试平台。（牵头单位：市科技局）\n1.建设三家平台，面向企业开放。\n（二）开放仪器。（市科技局负责）\n面向企业开放仪器。\n',
      ['1 引育人才', '1 建设平台', '2 中试平台', '2 开放仪器'],
    ],
    [
      'numbers that go on from Markdown’s headings',
      'markdown',
      '# 题\n\n## 一、甲乙\n\n（一）丙丁。正文在此。\n\n二、戊己\n\n（二）庚辛。正文在此。\n\n三、壬癸\n\n## 四、子丑\n',
      ['1 甲乙', '2 丙丁', '1 戊己', '2 庚辛', '1 壬癸', '1 子丑'],
    ],
    [
      'numbers that begin anew below Markdown’s headings',
      'markdown',
      '# 题\n\n## 一、甲乙\n\n一、丙丁\n\n二、戊己\n\n## 二、庚辛\n\n> 三、壬癸\n\n五、子丑\n',
      ['1 甲乙', '2 丙丁', '2 戊己', '1 庚辛', '2 壬癸', '2 子丑'],
    ],
    [
      'official numbering in Markdown without blank lines',
      'markdown',
      '# 题\n一、存在问题\n（一）成果转化率偏低\n（二）人才短缺。正文在此。\n二、对策\n> 一、甲乙。\n> 二、丙丁。正文。\n',
      ['1 存在问题', '2 成果转化率偏低', '2 人才短缺', '1 对策', '1 甲乙', '1 丙丁'],
    ],
    [
      'official numbering in bold in Markdown without blank lines',
      'markdown',
      '# 题\n\n**一、存在问题**\n（一）成果转化率偏低\n**（二）人才短缺。**正文在此。\n**二、对策** \n',
      ['1 存在问题', '2 成果转化率偏低', '2 人才短缺', '1 对策'],
    ],
    [
      'comments behind headings in Markdown without blank lines',
      'markdown',
      '# 题\n\n一、问题<!-- 甲 --><!-- 乙。 -->\n（一）**成果转化率**<!-- 丙！ -->\n（二）人才短缺\n二、对策 -->\n三、其他\n',
      ['1 问题', '2 成果转化率', '2 人才短缺', '1 对策 -->', '1 其他'],
    ],
    [
      'a number cited at a line’s start in Markdown',
      'markdown',
      '# 题\n\n本条例所称的平台，符合第五条\n（一）建设中试平台。按照\n第三条规定办理。\n（二）项所列情形除外。\n',
      [],
    ],
    [
      'dates and figures are no headings',
      'plain',
      '某某通知\n2025年6月18日\n1.5亿元资金已经到位，用于建设平台。\n',
      [],
    ],
    [
      'short lines above lines of more than twice their length',
      'plain',
      '关于某事的意见\n为做好工作，现通知如下。\n重点任务\n甲乙丙丁戊己庚辛。\n工作要求\n甲乙丙丁戊己庚。\n其他事项\n',
      ['1 重点任务'],
    ],
    [
      'a sentence that begins with a number word is none',
      'plain',
      '关于某事的意见\n一些地方反映，资金不足，需要研究解决。\n',
      [],
    ],
  ];
  for (const [name, format, text, expected] of headings)
    it(`headings: ${name}`, () =>
      assert.deepEqual(
        parseDocument(text, format)
          .sections.slice(1)
          .map(({ level, title }) => `${level} ${title}`),
        expected,
      ));

  const left: readonly [string, string, string][] = [
    ['front matter', '---\na: 引进人才\n---\n\n甲。\n', '甲。'],
    ['fenced and inline code', '甲。\n\n```\n引进人才\n```\n\n`引进人才`乙。\n', '甲。|乙。'],
    ['HTML and comments', '甲<!-- 引进人才 -->乙。\n\n<div>引进人才</div>\n', '甲 乙。'],
    [
      'link targets and bare addresses, but not link texts',
      '[引进人才](http://e.cn/引进人才)，见 https://e.cn/引进人才 。\n',
      '引进人才 ，见 。',
    ],
    ['images and definitions', '![引进人才](a.png)甲。\n\n[x]: http://e.cn "引进人才"\n', '甲。'],
  ];
  for (const [name, text, expected] of left)
    it(`leaves out ${name}`, () => {
      const { prose, sentences } = parseDocument(text, 'markdown');
      assert.equal(
        sentences.map(({ start, end }) => prose.slice(start, end).replace(/ +/g, ' ')).join('|'),
        expected,
      );
    });

  const front: readonly [string, string, string, string | null][] = [
    [
      'keys, lists, comments',
      '---\n机关: 市政府\n\n# 注\ntags:\n  - 引进人才\n---\n\n甲。\n',
      '甲。',
      '机关: 市政府\n\n# 注\ntags:\n  - 引进人才',
    ],
    ['other line ends', '---\r\na: 引进人才\r\n---\r\n甲。\r\n', '甲。', 'a: 引进人才\r'],
    ['blanks behind the dashes', '--- \na: 1\n---\t \n甲。\n', '甲。', 'a: 1'],
    ['a byte order mark', '\ufeff---\na: 引进人才\n---\n甲。', '甲。', 'a: 引进人才'],
    ['none with prose in it', '---\na: 1\n引进人才。\n---\n甲。\n', 'a: 1|引进人才。|甲。', null],
    ['none without an end', '---\na: 1\n甲。\n', 'a: 1|甲。', null],
    ['none with more than dashes', '----\na: 1\n---\n甲。\n', 'a: 1|甲。', null],
    ['none further down', '甲。\n---\na: 1\n---\n', '甲。|a: 1', null],
    ['none of more than fifty lines', `---\n${'a: 1\n'.repeat(51)}---\n`, `a: 1${'|a: 1'.repeat(50)}`, null],
  ];
  for (const [name, text, expected, body] of front)
    it(`leaves front matter out of plain text: ${name}`, () => {
      const { prose, sentences, frontMatter } = parseDocument(text, 'plain');
      assert.equal(sentences.map(({ start, end }) => prose.slice(start, end)).join('|'), expected);
      assert.equal(frontMatter && text.slice(frontMatter.start, frontMatter.end), body);
      assert.equal(prose.replace(/[^\r\n]/g, ''), text.replace(/[^\r\n]/g, ''));
    });

  it('reads the title and the front matter of a plain text as of Markdown', () => {
    const text = '---\na: 1\n---\n\n关于某事的意见\n\n甲乙。\n';
    const plain = parseDocument(text, 'plain');
    assert.equal(plain.title, 0);
    assert.deepEqual(plain.frontMatter, parseDocument(text, 'markdown').frontMatter);
  });

  it('counts a byte order mark that was left in the text', () => {
    const { prose, sentences, frontMatter } = parseDocument('\ufeff---\na: 1\n---\n\n甲乙。\n', 'markdown');
    assert.deepEqual(
      sentences.map(({ start, end }) => [start, prose.slice(start, end)]),
      [[15, '甲乙。']],
    );
    assert.deepEqual(frontMatter, { start: 5, end: 9 });
  });

  it('keeps text beside an address that the grammar of addresses does not know', () => {
    const text = '见http://x.cn_一、引进人才和a@b.cn。\n';
    const { prose, sentences } = parseDocument(text, 'markdown');
    assert.equal(prose.length, text.length);
    assert.ok(prose.includes('引进人才'));
    assert.equal(sentences.length, 1);
  });

  it('reads a flood of marks in time, and the text between them', () => {
    const text = `甲乙${'*_~'.repeat(60_000)}丙丁。\n\n**戊己**。\n`;
    const { prose, sentences } = within(5, () => parseDocument(text, 'markdown'));
    assert.equal(prose.length, text.length);
    assert.deepEqual(
      sentences.map(({ start, end }) => prose.slice(start, end).replace(/[^甲乙丙丁戊己]/g, '')),
      ['甲乙丙丁', '戊己'],
    );
  });

  for (const [name, head, item] of [
    ['a list', '', '* **加快**建设，到__年建成；\n'],
    ['a numbered list', '', '1. **加快**建设，到__年建成；\n'],
    ['a table', '| 任务 | 期限 |\n|---|---|\n', '| **加快**建设 | *到*__年建成 |\n'],
  ] as const)
    it(`reads all of ${name} that is longer than a flood`, () => {
      const [none, few, many] = [0, 1, 1000].map((items) =>
        within(10, () => parseDocument(head + item.repeat(items), 'markdown')),
      ) as [ParsedDocument, ParsedDocument, ParsedDocument];
      const own = few.blocks.length - none.blocks.length;
      assert.equal(many.blocks.length, none.blocks.length + 1000 * own);
      assert.equal(many.seams.length, 1000 * few.seams.length);
      assert.equal(many.prose.match(/__/g)?.length, 1000);
    });

  it('reads byte order marks by the thousand', () => {
    const text = `${'\ufeff'.repeat(100_000)}# 甲乙\n\n丙丁。\n`;
    const { prose, sentences } = parseDocument(text, 'markdown');
    assert.equal(prose.length, text.length);
    assert.deepEqual(
      sentences.map(({ start, end }) => text.slice(start, end)),
      ['甲乙', '丙丁。'],
    );
  });

  it('tells how much HTML says something, also where no tag ends', () => {
    const length = (text: string): number => within(5, () => unreadLength(parseDocument(text, 'markdown')));
    assert.equal(length('<div title="甲">a</div>\n'), 0);
    assert.equal(length('<div>甲</div>\n'), '<div>甲</div>'.length);
    assert.equal(length(`<div>\n${'<'.repeat(200_000)}`), 0);
  });

  /** What of a text is prose, where nothing but marks may be none. */
  const proseOf = (text: string): string => parseDocument(text, 'markdown').prose;
  const reads = [
    ...'%‰℃，、；：。！？,;:!?”’」』》）)]}',
    '年底前',
    '年末前',
    '年内甲',
    '年前甲',
    '月底甲',
    '月末甲',
    '日前甲',
  ];
  for (const words of reads)
    it(`gives back the blanks before ${words}`, () => {
      const text = `甲，__${words}乙__。`;
      assert.equal(proseOf(text), text);
    });
  for (const word of '由到至达仅为约超过于第')
    it(`gives back the blanks behind ${word}`, () => {
      const text = `甲，__乙${word}__。`;
      assert.equal(proseOf(text), text);
    });
  for (const mark of '%‰℃')
    it(`gives back the blanks before ${mark} behind them`, () => {
      const text = `甲，__乙__${mark}。`;
      assert.equal(proseOf(text), text);
    });
  for (const mark of '，、；：,;:')
    it(`gives back blanks around several clauses behind ${mark}`, () => {
      const text = `甲${mark}__乙，丙丁__。`;
      assert.equal(proseOf(text), text);
    });
  const given: readonly [string, string][] = [
    ['with bold words between', '甲，__%，而**乙**率仅__%。'],
    ['of three', '甲，___%，而仅___%。'],
    ['of four', '甲，____%，而仅____%。'],
    ['beside others', '甲，__%，乙__%，丙__%，丁__%。'],
  ];
  for (const [name, text] of given)
    it(`gives back blanks ${name}`, () => assert.equal(proseOf(text), text.replaceAll('**', '  ')));
  for (const text of [
    '甲，__乙__。',
    '甲，**%乙**。',
    '甲，_%乙_。',
    '__甲乙，丙丁__。',
    '甲，__乙，丙丁。__',
  ])
    it(`takes the marks in ${text} for marks`, () => assert.doesNotMatch(proseOf(text), /[_*]/));

  it('gives blanks back around more than a call takes arguments', () => {
    const text = `占比，__${'`a`建'.repeat(70_000)}仅__%。\n`;
    const { prose } = within(20, () => parseDocument(text, 'markdown'));
    assert.equal(prose.match(/__/g)?.length, 2);
  });

  it('reads quotes nested by the thousand', () => {
    const { sentences } = parseDocument(`${'> '.repeat(5000)}甲乙。\n`, 'markdown');
    assert.equal(sentences.length, 1);
  });

  it('reads plain text the same whatever ends its lines', () => {
    const text = '关于某事的意见\n一、甲乙\n\n（一）丙丁。正文在此。\n二、戊己\n';
    const read = (end: string): unknown => {
      const { sentences, sections, title, prose } = parseDocument(text.replaceAll('\n', end), 'plain');
      return [
        title,
        sections.map((each) => each.title),
        sentences.map((each) => prose.slice(each.start, each.end)),
      ];
    };
    for (const end of ['\r', '\r\n']) assert.deepEqual(read(end), read('\n'));
  });

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
