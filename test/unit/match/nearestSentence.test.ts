/** The sentence that comes nearest to a missing remedy is one of the body, where one speaks for it. */
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { builtinEnvironment } from '../support/environment';

/** What is nearest to each missing remedy. */
function nearestIn(text: string): string[] {
  const { nearest } = analyze(text, 'plain', builtinEnvironment());
  return nearest.map(({ category, quote }) => `${category} ${quote}`);
}

describe('the nearest sentence', () => {
  it('is one of the body though a heading comes nearer', () => {
    assert.deepEqual(nearestIn('实施意见\n一、国际交流\n有关部门要重视交流。\n'), [
      'S4.1 有关部门要重视交流。',
    ]);
  });

  it('is a heading where no sentence below comes near', () => {
    assert.deepEqual(nearestIn('实施意见\n一、国际交流\n做好工作。\n'), ['S4.1 一、国际交流']);
  });

  it('is not the title, which is no place to mend', () => {
    const title = '关于促进产学研合作的若干措施';
    assert.deepEqual(nearestIn(`${title}\n由市科技局牵头，与境外高校开展学术往来。\n`), []);
  });
});
