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
      'official numbering below an announcement in bold in Markdown without blank lines',
      'markdown',
      '# 题\n\n**主要任务如下：**\n（一）甲乙\n（二）丙丁\n',
      ['1 甲乙', '1 丙丁'],
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
});
