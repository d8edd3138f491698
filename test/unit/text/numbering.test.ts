import assert from 'node:assert/strict';
import {
  formatByPlace,
  formatChineseNumber,
  isByPlace,
  parseChineseNumber,
} from '../../../src/core/text/outline/chineseNumber';
import { headingAt, isShortLine } from '../../../src/core/text/outline/headings';
import { numberingAt, numberingLabel } from '../../../src/core/text/outline/numbering';
import { opensEndMatter, signatureIn } from '../../../src/core/text/outline/signature';
import type { NumberingScheme } from '../../../src/core/text/model';
import { splitSentences } from '../../../src/core/text/sentences';

describe('Chinese numbers', () => {
  it('are read as they are written, up to 9999, and digit by digit', () => {
    for (let value = 1; value < 10_000; value++) {
      assert.equal(parseChineseNumber(formatChineseNumber(value)), value);
      if (value > 9) assert.equal(parseChineseNumber(formatByPlace(value)), value);
      assert.equal(isByPlace(formatByPlace(value)), value > 9);
    }
  });

  const cases: readonly [string, number | null][] = [
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一千', 1000],
    ['一千零一', 1001],
    ['一千零一十', 1010],
    ['一千一百', 1100],
    ['九千九百九十九', 9999],
  ];
  for (const [text, value] of cases)
    it(`${text} is ${String(value)}`, () => assert.equal(formatChineseNumber(value ?? 0), text));

  const read: readonly [string, number | null][] = [
    ['廿', 20],
    ['廿三', 23],
    ['两百', 200],
    ['〇', 0],
    ['两〇', 20],
    ['', null],
    ['甲', null],
    ['一甲', null],
    ['2', null],
  ];
  for (const [text, value] of read)
    it(`${text || 'nothing'} is read as ${String(value)}`, () =>
      assert.equal(parseChineseNumber(text), value));

  for (const value of [0, -1, 10_000, 1.5])
    it(`${String(value)} has none`, () => assert.equal(formatChineseNumber(value), String(value)));
});

describe('a number at the start of a line', () => {
  const cases: readonly [string, NumberingScheme, number, string][] = [
    ['第一编　甲', 'part', 1, '第一编　'],
    ['第2部分 甲', 'part', 2, '第2部分 '],
    ['第三章甲', 'chapter', 3, '第三章'],
    ['第四节 甲', 'section', 4, '第四节 '],
    ['第五条 甲', 'article', 5, '第五条 '],
    ['第１０条 甲', 'article', 10, '第１０条 '],
    ['第一〇条 甲', 'article', 10, '第一〇条 '],
    ['一、甲', 'chinese', 1, '一、'],
    ['二．甲', 'chinese', 2, '二．'],
    ['三.甲', 'chinese', 3, '三.'],
    ['二十一、甲', 'chinese', 21, '二十一、'],
    ['四、     甲', 'chinese', 4, '四、    '],
    ['（一）甲', 'chineseParenthesised', 1, '（一）'],
    ['(十二)、甲', 'chineseParenthesised', 12, '(十二)、'],
    ['1.甲', 'arabic', 1, '1.'],
    ['12． 甲', 'arabic', 12, '12． '],
    ['３、甲', 'arabic', 3, '３、'],
    ['（1）甲', 'arabicParenthesised', 1, '（1）'],
    ['(１２) 甲', 'arabicParenthesised', 12, '(１２) '],
    ['一是甲', 'ordinal', 1, '一是'],
    ['十二是甲', 'ordinal', 12, '十二是'],
    ['第二，甲', 'ordinal', 2, '第二，'],
    ['首先，甲', 'ordinal', 1, '首先，'],
    ['其次,甲', 'ordinal', 2, '其次,'],
    ['再次，甲', 'ordinal', 3, '再次，'],
    ['最后，甲', 'ordinal', 4, '最后，'],
  ];
  for (const [text, scheme, value, label] of cases)
    it(`${text} is ${String(value)} of the kind ${scheme}`, () =>
      assert.deepEqual(numberingAt(`甲${text}`, 1, text.length + 1), {
        scheme,
        value,
        label: { start: 1, end: 1 + label.length },
      }));

  const none: readonly string[] = [
    ...[
      '1.5亿元',
      '1234、甲',
      '一二三四五六七、甲',
      '甲、乙',
      '一些地方',
      '二是否可行',
      '一是个别企业',
      '第二',
    ],
    ...['第3条：已办', '第一条、第二条', '第一条和第三条', '第一条至第三条', '第三条规定', '第三条的规定'],
    ...[
      '第5条建议已办',
      '第5条提案已办',
      '第5条意见已办',
      '第5条诉求已办',
      '（甲）乙',
      '（1甲',
      '首先甲',
      '1234）',
    ],
  ];
  for (const text of none)
    it(`${text} has none`, () => assert.equal(numberingAt(text, 0, text.length), null));
  it('stands before the end that is given', () => {
    assert.equal(numberingAt('一、甲', 0, 1), null);
    assert.equal(numberingAt('一、甲', 0, 2)?.value, 1);
  });

  const labels: readonly [NumberingScheme, string, number, string][] = [
    ['chineseParenthesised', '（二）', 3, '（三）'],
    ['chinese', '十、', 11, '十一、'],
    ['arabic', '9. ', 10, '10. '],
    ['arabicParenthesised', '（９）', 10, '（１０）'],
    ['article', '第九条　', 10, '第十条　'],
    ['article', '第九九条', 100, '第一〇〇条'],
    ['article', '第9条', 10, '第10条'],
    ['ordinal', '九是', 10, '十是'],
    ['ordinal', '第九，', 10, '第十，'],
    ['ordinal', '首先，', 2, '首先，'],
  ];
  for (const [scheme, before, value, after] of labels)
    it(`${before} with ${String(value)} in its place is ${after}`, () =>
      assert.equal(numberingLabel(scheme, value, before), after));
});

describe('a paragraph that begins with a heading', () => {
  const rank = (text: string): number | null =>
    headingAt(text, splitSentences(text, 0, text.length))?.rank ?? null;
  const long = (length: number): string => '建'.repeat(length);
  const cases: readonly [string, string, number | null][] = [
    ['of a part', '第一编 总则', 10],
    ['of a chapter', '第一章 总则', 11],
    ['of a section', '第一节 总则', 12],
    ['of 一、', '一、甲乙', 14],
    ['of （一）', '（一）甲乙', 15],
    ['of 1.', '1.甲乙', 16],
    ['of （1）', '（1）甲乙', 17],
    ['none of an article', '第一条 甲乙', null],
    ['none of an ordinal', '一是甲乙', null],
    ['none of one character', '一、甲', null],
    ['none without a number', '甲乙', null],
    ['none without words', '', null],
    ['of fifty characters', `一、${long(50)}`, 14],
    ['none of more', `一、${long(51)}`, null],
    ['that runs in with 42 characters', `（一）${long(41)}。甲乙。`, 15],
    ['none that runs in with more', `（一）${long(42)}。甲乙。`, null],
    ['none that runs in with another stop', '（一）甲乙；丙丁。', null],
    ['that has a stop, of 一、 and thirty characters', `一、${long(29)}。`, 14],
    ['none with a stop and more', `一、${long(30)}。`, null],
    ['none with a stop, of another number', '（一）甲乙。', null],
    ['none with another stop', '一、甲乙？', null],
    ...['，', '、', '：', ':', ','].map((mark): [string, string, number | null] => [
      `none before ${mark}`,
      `一、甲乙${mark}`,
      null,
    ]),
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(rank(text), expected));

  const short: readonly [string, boolean][] = [
    ['重点任务', true],
    ['甲A', false],
    [long(30), true],
    [long(31), false],
    ['重点，任务', false],
    ['重点任务。', false],
    ['重点任务：', false],
    ['重点任务。甲乙', false],
    ['', false],
  ];
  for (const [text, expected] of short)
    it(`${text.slice(0, 9) || 'nothing'} is ${expected ? 'a' : 'no'} short line`, () =>
      assert.equal(isShortLine(text, splitSentences(text, 0, text.length)), expected));
});

describe('a signature', () => {
  const cases: readonly [string, string, string][] = [
    ['市科技局', '市科技局', ''],
    ['中共市委　市政府', '中共市委　市政府', ''],
    ['某某（集团）公司', '某某（集团）公司', ''],
    ['2026年3月1日', '', '2026年3月1日'],
    ['二〇二六年三月', '', '二〇二六年三月'],
    ['市科技局 2026 年 3 月 1 日', '市科技局', '2026 年 3 月 1 日'],
    ['', '', ''],
    ['__市科技局', '某市科技局', ''],
    ['20__年__月__日', '', '200年0月0日'],
    ['____年X月×日', '', '00年0月0日'],
  ];
  for (const [words, office, date] of cases)
    it(`is read in ${words || 'nothing'}`, () => assert.deepEqual(signatureIn(words), { office, date }));
  for (const words of ['市科技局负责', '建设平台', '局', '2026年', '市科技局：甲', '3月1日'])
    it(`is none in ${words}`, () => assert.equal(signatureIn(words), null));

  const behind: readonly [string, boolean][] = [
    ['抄送：甲局', true],
    ['抄报:甲局', true],
    ['分送：甲局', true],
    ['发送：甲局', true],
    ['主题词：人才', true],
    ['联系人：甲', true],
    ['联系电话：12', true],
    ['（此件公开发布）', true],
    ['(联系人：甲）', true],
    ['甲市政府办公室 2026年3月1日印发', true],
    ['抄送甲局', false],
    ['请联系人：甲', false],
    ['2026年3月1日印发的方案', false],
    ['1日印发', false],
  ];
  for (const [line, expected] of behind)
    it(`${expected ? 'may' : 'may not'} have ${line} behind it`, () =>
      assert.equal(opensEndMatter.test(line), expected));
});
