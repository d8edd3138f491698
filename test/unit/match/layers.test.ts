/** The sums of the learned model's layers by vectors. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layersOf, plainLayers, type Layers, type Weights } from '../../../src/core/match/scoring/layers';

const shapes = fc.record({
  hidden: fc.constantFrom(1, 5, 16, 31, 160),
  leaves: fc.constantFrom(1, 2, 27),
  count: fc.integer({ min: 1, max: 30 }),
});
const filled = shapes.chain(({ hidden, leaves, count }) =>
  fc.record({
    hidden: fc.constant(hidden),
    leaves: fc.constant(leaves),
    inner: fc.int8Array({ minLength: hidden * count, maxLength: hidden * count }),
    outer: fc.int16Array({ minLength: hidden * leaves, maxLength: hidden * leaves }),
    numbers: fc.array(fc.nat(count - 1), { maxLength: 60 }),
    states: fc.int32Array({ minLength: hidden, maxLength: hidden, min: -40_000, max: 40_000 }),
    leaf: fc.nat(leaves - 1),
  }),
);

/** Numbers `step` places apart, with something that is none between them. */
function apart(numbers: readonly number[], step: number): Int32Array {
  return Int32Array.from({ length: numbers.length * step }, (_, i) =>
    i % step === 0 ? (numbers[i / step] as number) : -1,
  );
}

function weights(hidden: number, inner: number, outer: number, leaves = 1): Weights {
  return {
    hidden,
    inner: new Int8Array(hidden).fill(inner),
    leaves,
    outer: new Int16Array(hidden * leaves).fill(outer),
  };
}

describe('layers by vectors', () => {
  const both = (given: Weights): Layers[] => [layersOf(given), plainLayers(given)];

  it('add rows, run and tell shares as one by one', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom(1, 3), ({ numbers, states, leaf, ...given }, step) => {
        const list = apart(numbers, step);
        const open = Uint8Array.from(states, (state) => Number(state > 0));
        const [one, other] = both(given).map((layers) => {
          const rows = new Int32Array(given.hidden).fill(7);
          layers.add(list, step, rows);
          const sums = new Float64Array(given.leaves).fill(3);
          const found = new Uint8Array(given.hidden).fill(9);
          layers.run(states, rows, numbers, found, sums);
          const leverage = layers.leverage(open, leaf);
          return { rows, sums, found, shares: leverage.of(list, step), ofSum: leverage.ofSum(rows) };
        });
        assert.deepEqual(one, other);
      }),
    );
  });

  it('leave the states as they were, and tell the same of a leaf after another was asked for', () => {
    fc.assert(
      fc.property(filled, ({ numbers, states, leaf, ...given }) => {
        const layers = layersOf(given);
        const before = states.slice();
        const open = new Uint8Array(given.hidden);
        layers.run(states, states, numbers, open, new Float64Array(given.leaves));
        assert.deepEqual(states, before);
        const shares = [...layers.leverage(open, leaf).of(numbers, 1)];
        layers.leverage(new Uint8Array(given.hidden).fill(1), 0).of(numbers, 1);
        assert.deepEqual([...layers.leverage(open, leaf).of(numbers, 1)], shares);
      }),
    );
  });

  it('tell shares that add up to the sum of the leaf', () => {
    fc.assert(
      fc.property(filled, ({ numbers, leaf, ...given }) => {
        const layers = layersOf(given);
        const states = new Int32Array(given.hidden);
        const sums = new Float64Array(given.leaves);
        const open = new Uint8Array(given.hidden);
        layers.run(states, states, numbers, open, sums);
        const shares = layers.leverage(open, leaf).of(numbers, 1);
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          sums[leaf],
        );
      }),
    );
  });

  for (const extreme of [-128, 127]) {
    it(`of ${extreme} many times over do not run over`, () => {
      const sums = new Int32Array(16);
      layersOf(weights(16, extreme, 1)).add(new Int32Array(3000), 3, sums);
      assert.deepEqual([...sums], Array<number>(16).fill(1000 * extreme));
    });

    it(`of ${extreme} with the largest weights do not run over in shares`, () => {
      const leverage = layersOf(weights(192, extreme, 32_767)).leverage(new Uint8Array(192).fill(1), 0);
      const shares = leverage.of([0], 1);
      assert.deepEqual([...shares], [192 * extreme * 32_767]);
    });
  }
});
