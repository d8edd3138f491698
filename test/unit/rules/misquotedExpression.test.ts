import assert from 'node:assert/strict';
import { findingsOf } from '../support/analysis';
import { within } from '../support/time';

const misquoted = (text: string): string[] =>
  findingsOf('PL109', `关于某事的报告\n${text}\n`).map(({ message: { args } }) => args.slice(0, 2).join('→'));

describe('misquoted expressions', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['constructs of the paper beside each other', '主要是“融合不全”和“融合不通”。', ['融合不通→融合不畅']],
    ['everyday words beside an expression of another source', '“揭榜挂帅”和“融合不通”。', []],
    ['everyday words in quotation marks', '农业与旅游“融合不足”“融合不深入”。', []],
    ['everyday words without them', '“融合不全”与融合不通畅并存。', []],
    ['everyday words behind one mark', '主要是“融合不全”和“融合不通问题”。', []],
    ['everyday words before one mark', '主要是“融合不全”和“要素融合不通”。', []],
    ['what is wrong anywhere', '实行接榜挂帅。', ['接榜挂帅→揭榜挂帅']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(misquoted(text), expected));

  it('takes time in proportion to a paragraph of nothing but everyday words in quotation marks', () => {
    const found = within(10, () => misquoted('“融合不足”'.repeat(40_000)));
    assert.deepEqual(found, []);
  });
});
