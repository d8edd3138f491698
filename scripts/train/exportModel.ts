import type { ModelFile } from '../../src/core/match/scoring/modelFile';
import type { Taxonomy } from '../../src/core/taxonomy/model';
import { fingerprintOf } from '../../src/core/fingerprint';
import { calibrationOf, type Calibration } from './calibrate';
import { leaves, outputs } from './dataset';
import type { Trained } from './model';

/**
 * Packs a trained model: one signed byte a weight of the inner layer, the values of the kinds and the calibration
 * folded in; leaves only.
 */
export function exportModel(
  taxonomy: Taxonomy,
  { space, network }: Trained,
  calibration: Readonly<Record<'P' | 'R', Calibration>>,
  thresholds: readonly number[],
): { model: ModelFile; weights: Uint8Array } {
  const { hidden } = network;
  const weightOf = (feature: number, unit: number): number =>
    (network.inner[feature * hidden + unit] ?? 0) * (space.values[feature] ?? 0);
  const steps = Array.from({ length: hidden }, (_, unit) => {
    let largest = 0;
    for (let feature = 0; feature < space.names.length; feature++)
      largest = Math.max(largest, Math.abs(weightOf(feature, unit)));
    return largest / 127;
  });
  const bytes = new Int8Array(space.names.length * hidden);
  for (let feature = 0; feature < space.names.length; feature++)
    for (let unit = 0; unit < hidden; unit++) {
      const step = steps[unit] ?? 0;
      bytes[feature * hidden + unit] = step > 0 ? Math.round(weightOf(feature, unit) / step) : 0;
    }
  const round = (x: number): number => Number(x.toPrecision(5));
  const ofLeaves = (row: Float32Array, isBias: boolean): number[] =>
    leaves.map((leaf, column) => {
      const { slope, shift } = calibrationOf(leaf, calibration);
      return round(slope * (row[column] ?? 0) + (isBias ? shift : 0));
    });
  const content = {
    taxonomy: taxonomy.id,
    indicators: taxonomy.categories.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
    leaves: [...leaves],
    features: [...space.names],
    steps: steps.map(round),
    innerBias: [...network.innerBias].map(round),
    outer: Array.from({ length: hidden }, (_, unit) =>
      ofLeaves(network.outer.subarray(unit * outputs.length, (unit + 1) * outputs.length), false),
    ).flat(),
    outerBias: ofLeaves(network.outerBias, true),
    thresholds: thresholds.map((x) => Number(x.toFixed(3))),
  };
  const weights = new Uint8Array(bytes.buffer);
  const id = fingerprintOf([JSON.stringify(content), Buffer.from(weights).toString('base64')]);
  return { model: { id, ...content }, weights };
}
