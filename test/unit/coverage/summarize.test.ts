import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { summarize } from '../../../src/core/coverage/summarize';
import { smallEnvironment } from '../support/environment';

describe('coverage of a document', () => {
  it('has the strongest score of each category, however many tags there are', () => {
    const environment = smallEnvironment();
    const [first] = analyze('引人才。', 'plain', environment).annotations;
    assert.ok(first);
    const many = Array.from({ length: 300_000 }, (_, i) => ({
      ...first,
      id: String(i),
      score: i === 7 ? 0.9 : 0.6,
    }));
    const { strengths, covered } = summarize(many, environment.taxonomy);
    assert.deepEqual(
      strengths.map(({ category, maxScore, annotations }) => [category, maxScore, annotations.length]),
      [[first.category, 0.9, 300_000]],
    );
    assert.deepEqual(covered, [first.category]);
  });
});
