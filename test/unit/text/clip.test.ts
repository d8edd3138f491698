import assert from 'node:assert/strict';
import { clip, clipLine } from '../../../src/core/text/clip';

describe('the beginning of a text', () => {
  const cases: readonly [text: string, most: number, expected: string][] = [
    ['', 3, ''],
    ['概念验证', 4, '概念验证'],
    ['概念验证中心', 4, '概念验证…'],
    // Two units each: the third unit is half a character.
    ['𠮷𠮷', 3, '𠮷…'],
    ['𠮷𠮷', 4, '𠮷𠮷'],
  ];
  for (const [text, most, expected] of cases)
    it(`${text} in ${String(most)}`, () => assert.equal(clip(text, most), expected));

  it('is put on one line before it is cut', () =>
    assert.equal(clipLine('  概念\n 验证\t中心 ', 5), '概念 验证…'));
});
