import assert from 'node:assert/strict';
import { insideQuotes } from '../../../src/core/text/quotes';

describe('a piece inside of quotation marks', () => {
  const cases: readonly [string, string, string][] = [
    ['without any', '成果转化率低', '成果转化率低'],
    ['a quotation', '建设“人才码”平台', '建设‘人才码’平台'],
    ['nothing but a quotation', '“两张皮”', '两张皮'],
    ['quotations side by side', '“引而不用”“用非所长”', '‘引而不用’‘用非所长’'],
    ['one inside another', '他说“政策‘最后一公里’不通”', '他说‘政策“最后一公里”不通’'],
    ['single ones on the outside', '‘双创’平台', '‘双创’平台'],
    ['cut behind its opening', '成果转化的“断点', '成果转化的‘断点’'],
    ['cut before its end', '断点”依然存在', '断点依然存在'],
    ['clipped', '坚持“四个面…', '坚持‘四个面…'],
    ['an apostrophe', 'People’s 智库', 'People’s 智库'],
  ];
  for (const [name, piece, expected] of cases) it(name, () => assert.equal(insideQuotes(piece), expected));
});
