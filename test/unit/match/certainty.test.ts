import assert from 'node:assert/strict';
import { certainty } from '../../../src/core/match/scoring/certainty';

describe('certainty', () => {
  const cases: readonly (readonly [number, number])[] = [
    [0, 0],
    [0.004, 0],
    [0.244, 24],
    [0.5, 50],
    [0.985, 99],
    [0.995, 99],
    [1, 99],
  ];
  for (const [score, percent] of cases)
    it(`shows ${String(score)} as ${String(percent)} percent`, () => {
      assert.equal(certainty(score), percent);
    });
});
