import assert from 'node:assert/strict';
import { shownHints } from '../../../src/client/hints/mode';

describe('hints by setting and by the toggle', () => {
  const cases: readonly [...Parameters<typeof shownHints>, ReturnType<typeof shownHints>][] = [
    ['cursorParagraph', undefined, 'cursorParagraph'],
    ['cursorParagraph', 'hidden', 'off'],
    ['cursorParagraph', 'shown', 'cursorParagraph'],
    ['all', undefined, 'all'],
    ['all', 'hidden', 'off'],
    ['onDemand', undefined, 'off'],
    ['onDemand', 'shown', 'all'],
    ['onDemand', 'hidden', 'off'],
    ['off', undefined, 'off'],
    ['off', 'shown', 'all'],
  ];
  for (const [setting, wish, expected] of cases)
    it(`${setting}, ${wish ?? 'nothing asked for'}: ${expected}`, () =>
      assert.equal(shownHints(setting, wish), expected));
});
