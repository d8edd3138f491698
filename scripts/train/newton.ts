/**
 * Logistic regression with few inputs and many examples: Newton's method on the penalised likelihood.
 *
 * @param inputs `count × width`, row by row.
 * @param labels 1 or 0.
 * @param penalty Ridge penalty on every weight but the bias.
 * @returns `width` weights, then the bias.
 */
export function newton(
  inputs: Float64Array,
  labels: Uint8Array,
  width: number,
  penalty: number,
): Float64Array {
  const size = width + 1;
  const weights = new Float64Array(size);
  const count = labels.length;
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    for (let i = 0; i < count; i++) {
      const at = i * width;
      let sum = weights[width] as number;
      for (let k = 0; k < width; k++) sum += (weights[k] as number) * (inputs[at + k] as number);
      const p = 1 / (1 + Math.exp(-sum));
      const error = p - (labels[i] as number);
      const spread = p * (1 - p);
      for (let k = 0; k <= width; k++) {
        const x = k < width ? (inputs[at + k] as number) : 1;
        gradient[k]! += error * x;
        if (spread < 1e-7) continue;
        for (let j = 0; j <= k; j++)
          hessian[k * size + j]! += spread * x * (j < width ? (inputs[at + j] as number) : 1);
      }
    }
    for (let k = 0; k < size; k++) {
      const own = k < width ? penalty : 1e-6;
      gradient[k]! += own * (weights[k] as number);
      hessian[k * size + k]! += own;
    }
    const step = choleskySolve(hessian, gradient, size);
    let largest = 0;
    for (let k = 0; k < size; k++) {
      weights[k]! -= step[k] as number;
      largest = Math.max(largest, Math.abs(step[k] as number));
    }
    if (largest < 1e-6) break;
  }
  return weights;
}

/** Solves `matrix · x = right` for a symmetric positive definite matrix given by its lower triangle. */
function choleskySolve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const lower = matrix.slice();
  for (let k = 0; k < size; k++) {
    for (let j = 0; j <= k; j++) {
      let sum = lower[k * size + j] as number;
      for (let i = 0; i < j; i++) sum -= (lower[k * size + i] as number) * (lower[j * size + i] as number);
      lower[k * size + j] = k === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * size + j] as number);
    }
  }
  const x = right.slice();
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < k; j++) x[k]! -= (lower[k * size + j] as number) * (x[j] as number);
    x[k]! /= lower[k * size + k] as number;
  }
  for (let k = size - 1; k >= 0; k--) {
    for (let j = k + 1; j < size; j++) x[k]! -= (lower[j * size + k] as number) * (x[j] as number);
    x[k]! /= lower[k * size + k] as number;
  }
  return x;
}
