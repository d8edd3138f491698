import assert from 'node:assert/strict';
import { paperSections } from './sections';

describe('the paper tagged by its own taxonomy', () => {
  const holding = (kinds: string): string[] | null =>
    paperSections()
      ?.filter(({ code, holds }) => kinds.includes(code.charAt(0)) && holds)
      .map(({ code }) => code) ?? null;

  it('each of the 22 sections on problems, pathways and safeguards has its own code as the most frequent', function () {
    const held = holding('PRS');
    if (!held) return this.skip();
    assert.equal(held.length, 22, held.join(' '));
  });

  it('so does each of the 6 sections on dimensions and mechanisms', function () {
    const held = holding('TM');
    if (!held) return this.skip();
    assert.equal(held.length, 6, held.join(' '));
  });
});
