import assert from 'node:assert/strict';
import { panelState } from '../../../src/client/documents/panelState';

describe('what the views say', () => {
  const overview = {};
  const cases: readonly [expected: string, ...Parameters<typeof panelState>][] = [
    ['none', undefined, 'running', undefined],
    ['none', 'foreign', 'running', overview],
    ['version', 'version', 'running', undefined],
    ['off', 'off', 'running', overview],
    ['garbled', 'garbled', 'idle', undefined],
    ['empty', 'empty', 'idle', undefined],
    ['notChinese', 'notChinese', 'idle', undefined],
    ['waiting', 'open', 'idle', undefined],
    ['waiting', 'open', 'starting', undefined],
    ['failed', 'open', 'failed', undefined],
    ['silent', 'open', 'running', null],
    ['active', 'open', 'running', overview],
    ['active', 'open', 'starting', overview],
  ];
  for (const [expected, admission, server, known] of cases)
    it(`${String(admission)}, server ${server}, ${known === null ? 'no policy text' : known ? 'known' : 'unknown'}: ${expected}`, () => {
      assert.equal(panelState(admission, server, known), expected);
    });
});
