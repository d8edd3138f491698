/**
 * Binary logistic regression with an L2 penalty, solved in the dual by coordinate descent (Yu, Huang and Lin 2011,
 * "Dual coordinate descent methods for logistic regression and maximum entropy models"). Deterministic: the order
 * of the examples comes from a fixed seed.
 */

/** Examples in compressed rows; every feature present has the value of its kind. */
export interface Rows {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  /** Value per entry of `features`. */
  readonly values: Float32Array;
  readonly count: number;
}

export interface Solution {
  readonly weights: Float64Array;
  readonly bias: number;
}

const innerSteps = 12;
const tolerance = 1e-3;

/** Fixed-seed generator (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param labels 1 or -1 per row.
 * @param costs Upper bound of the dual variable per row: the weight of the row's loss against the penalty.
 */
export function solve(
  rows: Rows,
  featureCount: number,
  labels: Int8Array,
  costs: Float64Array,
  passes: number,
  biasValue = 1,
): Solution {
  const { starts, features, values, count } = rows;
  const weights = new Float64Array(featureCount);
  let bias = 0;
  const alpha = new Float64Array(count);
  const other = new Float64Array(count);
  const norm = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const c = costs[i] as number;
    alpha[i] = Math.min(0.001 * c, 1e-8);
    other[i] = c - (alpha[i] as number);
    let square = biasValue * biasValue;
    const step = (labels[i] as number) * (alpha[i] as number);
    for (let p = starts[i] as number; p < (starts[i + 1] as number); p++) {
      const value = values[p] as number;
      square += value * value;
      weights[features[p] as number]! += step * value;
    }
    bias += step * biasValue;
    norm[i] = square;
  }
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = randomOf(7);
  let inner = 1e-2;
  for (let pass = 0; pass < passes; pass++) {
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const swapped = order[i] as number;
      order[i] = order[j] as number;
      order[j] = swapped;
    }
    let largest = 0;
    let newtonSteps = 0;
    for (let at = 0; at < count; at++) {
      const i = order[at] as number;
      const c = costs[i] as number;
      if (c <= 0) continue;
      const y = labels[i] as number;
      let margin = bias * biasValue;
      for (let p = starts[i] as number; p < (starts[i + 1] as number); p++)
        margin += (weights[features[p] as number] as number) * (values[p] as number);
      margin *= y;
      const a = norm[i] as number;
      const b = margin;
      // Work with the smaller of alpha and C - alpha for precision.
      const first = alpha[i] as number;
      const second = other[i] as number;
      const isSwapped = 0.5 * a * (second - first) + b < 0;
      const sign = isSwapped ? -1 : 1;
      const old = isSwapped ? second : first;
      let z = old;
      if (c - z < 0.5 * c) z = 0.1 * z;
      let gradient = a * (z - old) + sign * b + Math.log(z / (c - z));
      largest = Math.max(largest, Math.abs(gradient));
      for (let step = 0; step <= innerSteps; step++) {
        if (Math.abs(gradient) < inner) break;
        const curvature = a + c / (c - z) / z;
        const next = z - gradient / curvature;
        z = next <= 0 ? z * 0.1 : next;
        gradient = a * (z - old) + sign * b + Math.log(z / (c - z));
        newtonSteps++;
      }
      if (z !== old) {
        alpha[i] = isSwapped ? c - z : z;
        other[i] = isSwapped ? z : c - z;
        const move = sign * (z - old) * y;
        for (let p = starts[i] as number; p < (starts[i + 1] as number); p++)
          weights[features[p] as number]! += move * (values[p] as number);
        bias += move * biasValue;
      }
    }
    if (largest < tolerance) break;
    if (newtonSteps <= count / 10) inner = Math.max(tolerance / 10, 0.1 * inner);
  }
  return { weights, bias: bias * biasValue };
}
