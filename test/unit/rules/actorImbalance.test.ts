import assert from 'node:assert/strict';
import type { Sidecar } from '../../../src/core/suppress/model';
import { findingsOf } from '../support/analysis';

/** Where the finding stands, its message with the arguments, and the categories it is about. */
const imbalance = (text: string, sidecar: Sidecar | null = null): string[] =>
  findingsOf('PL110', text, { sidecar }).map(({ start, end, message: { id, args }, categories }) =>
    [text.slice(start, end), id, ...args, ...categories].join('/'),
  );

describe('a side that is left out', () => {
  const memo = (market: number, firms: number, rest = ''): string =>
    `引才方案\n没人才。\n${'引人才。\n'.repeat(market)}${'做转化。\n'.repeat(firms)}${rest}`;
  const cases: readonly [string, string, readonly string[]][] = [
    [
      'is told of with all leaves that rest on it',
      memo(0, 12),
      ['引才方案/PL110.none/category:A1/12/category:R1.2 R1.3/R1.2/R1.3'],
    ],
    ['is none where both are there', memo(6, 6), []],
    ['is none of in a text that speaks of few pathways', memo(0, 11), []],
    ['is none by a heading, which is no measure', memo(0, 11, '一、做转化\n'), []],
    ['may have one sentence', memo(25, 1), ['引才方案/PL110.message/category:A2/1/26/category:R2.3/R2.3']],
    ['is there with one of twenty-five', memo(24, 1), []],
    [
      'is no matter in a text of one subject that states no problem',
      memo(12, 0).replace('没人才。\n', ''),
      [],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(imbalance(text), expected));

  it('is told of without what does not apply, and not at all where nothing of it does', () => {
    const without = (...codes: readonly string[]): Sidecar => ({
      version: 1,
      suppressions: [],
      notApplicable: codes.map((category) => ({ category, reason: '' })),
    });
    assert.deepEqual(imbalance(memo(0, 12), without('R1.3')), [
      '引才方案/PL110.none/category:A1/12/category:R1.2/R1.2',
    ]);
    assert.deepEqual(imbalance(memo(0, 12), without('R1.2', 'R1.3')), []);
  });
});
