import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joined, Phrases } from '../../../src/core/match/reasons/phrases';

type Share = readonly [words: string, weight: number];

function phrasesOf(text: string, shares: readonly Share[], from = 0): string[] {
  const phrases = new Phrases();
  // What an earlier tag said is forgotten.
  phrases.clear({ start: 0, end: text.length });
  phrases.add(0, text.length, 100);
  phrases.clear({ start: from, end: text.length });
  for (const [words, weight] of shares) {
    const start = text.indexOf(words);
    assert.ok(start >= 0, `${words} is not in the text`);
    phrases.add(start, start + words.length, weight);
  }
  return phrases.strongest(text).map(({ start, end }) => text.slice(start, end));
}

describe('phrases that speak for a tag', () => {
  const cases: readonly [string, string, readonly Share[], readonly string[]][] = [
    [
      'join what stands together: a verb and its object',
      '市里要尽快建设概念验证中心',
      [
        ['建设', 1],
        ['概念验证', 1.5],
        ['验证中心', 1],
      ],
      ['建设概念验证中心'],
    ],
    [
      'reach over small gaps',
      '市里要尽快建设一批验证中心',
      [
        ['建设', 1],
        ['验证中心', 2],
      ],
      ['建设一批验证中心'],
    ],
    [
      'but not over words that speak against the tag',
      '引进人才的问题平台',
      [
        ['引进人才', 2],
        ['的问题', -3],
        ['平台', 0.5],
      ],
      ['引进人才'],
    ],
    [
      'end where a clause does; a second clause that is as strong has one, too',
      '先引进人才，再搭建平台，后说别的',
      [
        ['引进人才', 2],
        ['搭建平台', 1.9],
        ['别的', 0.1],
      ],
      ['引进人才', '搭建平台'],
    ],
    [
      'a much weaker second one is left out',
      '先引进人才，再搭建平台',
      [
        ['引进人才', 2],
        ['平台', 0.4],
      ],
      ['引进人才'],
    ],
    [
      'words that say nothing are passed over',
      '还没有，但是引进人才',
      [
        ['没有', 3],
        ['人才', 2],
      ],
      ['人才'],
    ],
    ['and left out at the ends', '搞的人才和事', [['的人才和', 2]], ['人才']],
    ['an “and so on” belongs to what stands before it', '芯片等产品研发', [['等产品研发', 2]], ['产品研发']],
    ['but 等级 and 与 in 参与 are words', '等级评定参与者', [['等级评定参与', 2]], ['等级评定参与']],
    ['a quotation is taken whole at its end', '推行“揭榜挂帅”制度', [['推行“揭榜', 2]], ['推行“揭榜挂帅”']],
    ['and at its beginning', '推行“揭榜挂帅”制度', [['挂帅”制度', 2]], ['“揭榜挂帅”制度']],
    ['there are none where nothing speaks for the tag', '天气很好', [['天气', -1]], []],
    ['nor where nothing but the surroundings do', '天气很好', [], []],
  ];
  for (const [name, text, shares, expected] of cases)
    it(name, () => assert.deepEqual(phrasesOf(text, shares), expected));

  it('rather hold an indicator than other words that add as much', () => {
    const text = '乡镇农技专家长期缺位';
    const phrases = new Phrases();
    phrases.clear({ start: 0, end: text.length });
    phrases.add(0, 4, 1);
    phrases.add(4, 10, 1);
    phrases.add(3, 4, -1);
    phrases.addIndicator(4, 10);
    assert.deepEqual(
      phrases.strongest(text).map(({ start, end }) => text.slice(start, end)),
      ['专家长期缺位'],
    );
  });

  it('begin behind a numbering', () =>
    assert.deepEqual(phrasesOf('第二章人才培养', [['第二章人才培养', 2]], 3), ['人才培养']));

  it('care for nothing that stands in a numbering alone', () =>
    assert.deepEqual(
      phrasesOf(
        '第二章人才培养',
        [
          ['第二章', 9],
          ['人才', 2],
        ],
        3,
      ),
      ['人才'],
    ));

  it('lie in the sentence and apart from each other, whatever the shares', () => {
    const text = '甲乙，丙“丁戊”的、己“庚，辛壬”癸：（子）丑等。';
    const share = fc.tuple(
      fc.integer({ min: -3, max: 25 }),
      fc.integer({ min: 0, max: 9 }),
      fc.float({ min: -5, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(share, { maxLength: 12 }), (shares) => {
        const phrases = new Phrases();
        phrases.clear({ start: 1, end: text.length });
        for (const [start, length, weight] of shares) phrases.add(start, start + length, weight);
        const found = phrases.strongest(text).sort((a, b) => a.start - b.start);
        found.forEach(({ start, end }, i) => {
          assert.ok(start >= (found[i - 1]?.end ?? 1));
          assert.ok(end > start && end <= text.length);
        });
      }),
    );
  });
});

describe('phrases of indicators', () => {
  const cases: readonly [string, readonly [number, number][], readonly [number, number][]][] = [
    [
      'are all told, from left to right, overlaps joined',
      [
        [7, 8],
        [3, 6],
        [2, 4],
      ],
      [
        [2, 6],
        [7, 8],
      ],
    ],
    ['may be none', [], []],
  ];
  for (const [name, spans, expected] of cases)
    it(name, () =>
      assert.deepEqual(
        joined(spans.map(([start, end]) => ({ start, end }))).map(({ start, end }) => [start, end]),
        expected,
      ),
    );
});
