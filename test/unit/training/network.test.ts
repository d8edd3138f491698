/** What training computes, beside the same written out plainly. */
import assert from 'node:assert/strict';
import { openDescent } from '../../../scripts/train/descent';
import { scoreRows, trainNetwork, type NetworkOptions, type Rows } from '../../../scripts/train/network';

const hidden = 8;
const options: NetworkOptions = {
  hidden,
  epochs: 60,
  rate: 0.1,
  rowWeight: 1,
  innerSquare: 1,
  dropInputs: 0,
  dropHidden: 0,
};

/** Each example has the inputs of its label, and one that says nothing. */
function examples(labels: number, count: number): { rows: Rows; targets: Uint8Array; features: number } {
  const features: number[] = [];
  const values: number[] = [];
  const starts = [0];
  const targets = new Uint8Array(labels * count);
  for (let i = 0; i < count; i++) {
    const label = i % labels;
    targets[i * labels + label] = 1;
    features.push(label * 2, label * 2 + 1, labels * 2);
    values.push(1, 0.5, 1);
    starts.push(features.length);
  }
  return {
    rows: {
      starts: Int32Array.from(starts),
      features: Int32Array.from(features),
      values: Float32Array.from(values),
      count,
    },
    targets,
    features: labels * 2 + 1,
  };
}

function near(actual: Float32Array, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs((actual[i] ?? NaN) - value) < 1e-6, `place ${i}`));
}

describe('training', () => {
  for (const labels of [1, 3, 4, 5])
    it(`tells ${labels} labels apart`, async () => {
      const { rows, targets, features } = examples(labels, 60);
      const network = await trainNetwork(rows, features, labels, targets, options, 1);
      const right = scoreRows(network, rows).every((score, at) => score > 0.5 === (targets[at] === 1));
      assert.ok(right);
    });

  it('gives the same network for the same seed, and another one for another', async () => {
    const { rows, targets, features } = examples(3, 30);
    const dropping = { ...options, dropInputs: 0.5, dropHidden: 0.25 };
    const train = (seed: number): ReturnType<typeof trainNetwork> =>
      trainNetwork(rows, features, 3, targets, dropping, seed);
    const [one, same, other] = [await train(5), await train(5), await train(6)];
    assert.deepEqual(one, same);
    assert.notDeepEqual(one.inner, other.inner);
  });

  it('takes the steps of gradient descent with per-weight rates', async () => {
    const { rows, targets, features } = examples(3, 1);
    const once = { ...options, epochs: 1, rowWeight: 0.5 };
    const before = await trainNetwork(rows, features, 3, targets, { ...once, rate: 0 }, 2);
    const after = await trainNetwork(rows, features, 3, targets, once, 2);
    const inputs = [...rows.features].map((feature, i) => ({ feature, value: rows.values[i] as number }));
    const states = Array.from({ length: hidden }, (_, k) =>
      inputs.reduce((sum, { feature, value }) => sum + value * (before.inner[feature * hidden + k] as number), 0),
    ).map((state) => Math.max(0, state));
    const errors = Array.from(scoreRows(before, rows), (score, c) => 0.5 * (score - (targets[c] as number)));
    const step = (gradient: number, square: number): number =>
      (once.rate * gradient) / Math.sqrt(square + gradient * gradient);
    const blame = states.map((state, k) =>
      state > 0
        ? errors.reduce((sum, error, c) => sum + error * (before.outer[k * 3 + c] as number), 0)
        : 0,
    );
    near(
      after.outer,
      [...before.outer].map((weight, i) => weight - step((errors[i % 3] ?? 0) * (states[Math.floor(i / 3)] ?? 0), 1e-3)),
    );
    near(
      after.inner,
      [...before.inner].map((weight, i) => {
        const input = inputs.find(({ feature }) => feature === Math.floor(i / hidden));
        return weight - (input ? step((blame[i % hidden] ?? 0) * input.value, options.innerSquare) : 0);
      }),
    );
    near(after.innerBias, [...before.innerBias].map((weight, k) => weight - step(blame[k] ?? 0, 1e-3)));
    near(after.outerBias, [...before.outerBias].map((weight, c) => weight - step(errors[c] ?? 0, 1e-3)));
  });

  it('leaves units that are left out and inputs that are not used as they are', async () => {
    const descent = await openDescent(4, 2, 3, 2);
    descent.innerSquares.fill(1);
    descent.outerSquares.fill(1);
    descent.inner.fill(1);
    descent.outer.fill(0.5);
    descent.begin();
    descent.use(0, 2);
    descent.gather();
    assert.deepEqual([...descent.states], [3, 3, 3, 3]);
    descent.open.set([1, 0, 2, 1]);
    descent.states.set([3, 0, 6, 3]);
    descent.spread();
    assert.deepEqual([...descent.errors], [6, 6, 6]);
    descent.errors.set([1, 0, 0]);
    descent.step(0.1);
    const step = (gradient: number): number => (0.1 * gradient) / Math.sqrt(1 + gradient * gradient);
    // Rows of the used input, of the other one, and of the bias; blame is the weight times how far a unit is open.
    near(descent.inner.subarray(0, 8), [1 - step(1), 1, 1 - step(2), 1 - step(1), 1, 1, 1, 1]);
    near(descent.inner.subarray(8), [1 - step(0.5), 1, 1 - step(1), 1 - step(0.5)]);
    near(descent.outer, [
      ...[0.5 - step(3), 0.5, 0.5, 0.5],
      ...[0.5, 0.5, 0.5, 0.5],
      ...[0.5 - step(6), 0.5, 0.5, 0.5],
      ...[0.5 - step(3), 0.5, 0.5, 0.5],
    ]);
  });

  it('refuses a number of hidden units that vectors do not fill', async () => {
    const { rows, targets, features } = examples(1, 2);
    await assert.rejects(
      trainNetwork(rows, features, 1, targets, { ...options, hidden: 6 }, 1),
      /multiple of 4/,
    );
  });
});
