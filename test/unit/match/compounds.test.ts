import assert from 'node:assert/strict';
import fc from 'fast-check';
import { partsOfCompound } from '../../../src/core/match/words/compounds';

describe('compounds', () => {
  const known = new Set(['人才', '资源', '管理', '模式', '才资', '数字化', '字化', '转型', '数字', '产']);
  const isKnown = (word: string): boolean => known.has(word);

  const cases: readonly (readonly [string, readonly string[] | null])[] = [
    ['人才资源', ['人才', '资源']],
    ['资源管理模式', ['资源', '管理', '模式']],
    ['数字化转型', ['数字化', '转型']],
    ['人才', null],
    ['人才产', null],
    ['人才市场', null],
    ['人才AI', null],
    ['人才'.repeat(8), Array<string>(8).fill('人才')],
    ['人才'.repeat(9), null],
    ['', null],
  ];
  for (const [token, parts] of cases)
    it(`${token || 'nothing'}: ${parts?.join(' + ') ?? 'cannot be taken apart'}`, () => {
      assert.deepEqual(partsOfCompound(token, isKnown), parts);
    });

  it('takes the longest last part of equally few', () => {
    const words = new Set(['甲乙丙', '丁戊', '甲乙', '丙丁戊']);
    assert.deepEqual(
      partsOfCompound('甲乙丙丁戊', (word) => words.has(word)),
      ['甲乙', '丙丁戊'],
    );
  });

  it('join to the compound, are all known, and are found where there are any', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), fc.array(letters), (parts, others) => {
        const words = new Set([...parts, ...others]);
        const token = parts.join('');
        const found = partsOfCompound(token, (word) => words.has(word));
        if (token.length < 4) return found === null;
        assert.ok(found);
        assert.equal(found.join(''), token);
        assert.ok(found.every((part) => words.has(part)));
        return found.length <= parts.length;
      }),
    );
  });
});
