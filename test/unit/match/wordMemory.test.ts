/** What is known of tokens. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordMemory } from '../../../src/core/match/evidence/wordMemory';

describe('the memory of tokens', () => {
  it('is like a map of strings', () => {
    const unit = fc.constantFrom('\0', 'a', '#', '科', '技', '\ud83d', '\udc4d', '\uffff');
    const token = fc.array(unit, { minLength: 1, maxLength: 6 }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(token, { maxLength: 200 }), fc.array(token), (known, others) => {
        const memory = new WordMemory<string>();
        const map = new Map<string, string>();
        for (const each of known) {
          memory.add(each, `of ${each}`);
          map.set(each, `of ${each}`);
        }
        assert.equal(memory.size, map.size);
        for (const each of [...known, ...others]) assert.equal(memory.get(each), map.get(each));
      }),
    );
  });

  it('grows', () => {
    const memory = new WordMemory<number>();
    const tokens = Array.from({ length: 30_000 }, (_, index) => String.fromCodePoint(0x4e00 + index, 0x5e74));
    tokens.forEach((token, index) => memory.add(token, index));
    tokens.forEach((token, index) => assert.equal(memory.get(token), index));
    assert.equal(memory.get('年'), undefined);
  });
});
