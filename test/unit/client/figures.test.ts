import assert from 'node:assert/strict';
import { figures } from '../../../src/client/status/figures';
import type { Overview } from '../../../src/protocol';

describe('the figures in the status bar', () => {
  const item = (status: 'missing' | 'thin', notApplicable: string | null) => ({ status, notApplicable });
  const cases: readonly [name: string, items: readonly object[], expected: readonly number[]][] = [
    ['are those of the text', [item('missing', null), item('thin', null)], [9, 1, 1, 0, 11]],
    [
      'tell apart what does not apply, and keep it in the denominator, as reports do',
      [item('missing', null), item('missing', '无关'), item('thin', null)],
      [9, 1, 1, 1, 12],
    ],
    ['call thin what is thin, although it is said not to apply', [item('thin', '无关')], [9, 1, 0, 0, 10]],
  ];
  for (const [name, missing, expected] of cases)
    it(name, () => {
      const count = (wanted: string) =>
        missing.filter((each) => (each as { status: string }).status === wanted).length;
      const remedies = { covered: 9, thin: count('thin'), missing: count('missing') };
      const found = figures({ remedies, missing } as unknown as Overview);
      assert.deepEqual(
        [found.covered, found.thin, found.missing, found.notApplicable, found.total],
        expected,
      );
    });
});
