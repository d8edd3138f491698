/** Sums of a table's rows by vectors. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainSums, rowSums } from '../../../src/core/match/rowSums';

describe('sums of rows', () => {
  const table = fc
    .record({ width: fc.constantFrom(1, 5, 16, 31, 160), count: fc.integer({ min: 1, max: 40 }) })
    .chain(({ width, count }) =>
      fc.record({
        width: fc.constant(width),
        rows: fc.int8Array({ minLength: width * count, maxLength: width * count }),
        numbers: fc.array(fc.nat(count - 1), { maxLength: 60 }),
      }),
    );

  it('are the same as one by one', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(1, 3), ({ rows, width, numbers }, step) => {
        const apart = Int32Array.from({ length: numbers.length * step }, (_, i) =>
          i % step === 0 ? (numbers[i / step] as number) : -1,
        );
        const [one, other] = [new Int32Array(width).fill(7), new Int32Array(width).fill(7)];
        const held = rowSums(rows, width);
        held.add(apart, step, one);
        plainSums(rows, width).add(apart, step, other);
        assert.deepEqual(one, other);
        assert.deepEqual(Array.from(held.rows), Array.from(rows));
      }),
    );
  });

  for (const extreme of [-128, 127])
    it(`of ${extreme} many times over do not run over`, () => {
      const sums = new Int32Array(16);
      rowSums(new Int8Array(16).fill(extreme), 16).add(new Int32Array(3000), 3, sums);
      assert.deepEqual([...sums], Array<number>(16).fill(1000 * extreme));
    });
});
