import assert from 'node:assert/strict';
import { copiesAmong } from '../../../src/core/coverage/copies';

describe('copies among documents', () => {
  const cases: [name: string, documents: string, expected: ReturnType<typeof copiesAmong>][] = [
    ['none', 'a=1 b=2', null],
    ['none of none', '', null],
    ['one, told with what it is a copy of', 'a=1 b=2 c=1', { count: 1, example: ['c', 'a'] }],
    ['several of one and of another', 'a=1 b=2 c=1 d=2 e=1', { count: 3, example: ['c', 'a'] }],
  ];
  for (const [name, documents, expected] of cases)
    it(name, () => {
      const pairs = documents.split(' ').filter((each) => each !== '');
      const given = pairs.map((pair) => ({ path: pair.charAt(0), sha256: pair.slice(2) }));
      assert.deepEqual(copiesAmong(given), expected);
    });
});
