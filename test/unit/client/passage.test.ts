import assert from 'node:assert/strict';
import { passageIn } from '../../../src/client/report/page/passage';
import type { DocumentResult } from '../../../src/core/report/contract';

/** A result with one tag. */
function resultWith(start: number, quote: string): DocumentResult {
  const annotation = { start, end: start + quote.length, quote };
  return {
    annotations: [annotation],
    nearest: [],
    diagnostics: [],
    instruments: [],
  } as unknown as DocumentResult;
}

describe('a passage of a report in the text as it is now', () => {
  const quote = '培育\r\n技术经理人。';
  const cases: readonly [name: string, text: string, expected: string][] = [
    ['unchanged', `甲。${quote}乙。`, quote],
    ['text put in before it', `新的一句。甲。${quote}乙。`, quote],
    ['line ends made uniform', '甲。培育\n技术经理人。乙。', '培育\n技术经理人。'],
    ['deleted', '甲。乙。', ''],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      const { start, end } = passageIn(text, resultWith(2, quote), 2, 2 + quote.length);
      assert.equal(text.slice(start, end), expected);
    });

  it('is the nearest of several', () => {
    const text = '培育人才。培育人才。培育人才。';
    assert.deepEqual(passageIn(text, resultWith(6, '培育人才。'), 6, 11), { start: 5, end: 10 });
  });

  it('never leaves the text', () => {
    assert.deepEqual(passageIn('甲', resultWith(2, quote), 50, 60), { start: 1, end: 1 });
  });
});
