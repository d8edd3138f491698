import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { explain } from '../../../src/core/match/explain';
import { smallEnvironment } from '../support/environment';

describe('the nearest indicator', () => {
  const environment = smallEnvironment();

  /** The phrase of R2.3 that comes nearest to a sentence, and what both have. */
  function nearest(text: string): string {
    const analysis = analyze(text, 'plain', environment);
    const [found] = explain(analysis, environment, { start: 0, end: text.length }, 'R2.3');
    const { phrase, shared } = found?.categories[0]?.nearest ?? { phrase: '', shared: '' };
    return `${phrase} ${shared}`;
  }

  for (const [name, text, expected] of [
    ['shares a whole word', '聘请经理人。', '技术经理人 经理人'],
    ['shares as many words in a row as it can', '我们的技术经理不多。', '技术经理人 技术经理'],
    ['shares no characters of two words (科技|术语)', '推广科技术语。', ' '],
    ['is none that stands there whole, which is found, not near', '缺少技术经理人。', ' '],
    ['is none where only one character is the same', '做人。', ' '],
  ] as const)
    it(name, () => assert.equal(nearest(text), expected));
});
