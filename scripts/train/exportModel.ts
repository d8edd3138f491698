import type { ModelFile } from '../../src/core/match/modelFile';
import { fingerprintOf } from '../../src/core/match/hash';
import { leaves } from './dataset';
import type { FirstStep, SecondStep } from './model';

/** Weights below this share of a column's largest one change no tag and are left out. */
const leastShare = 0.012;

/** Packs trained weights: one signed byte a weight, features without any weight left out. */
export function exportModel(
  taxonomy: string,
  first: FirstStep,
  second: SecondStep,
  thresholds: readonly number[],
): ModelFile {
  const { space, solutions } = first;
  const weightOf = (feature: number, column: number): number =>
    (solutions[column]?.weights[feature] ?? 0) * (space.values[feature] ?? 0);
  const steps = solutions.map((_, column) => {
    let largest = 0;
    for (let feature = 0; feature < space.names.length; feature++)
      largest = Math.max(largest, Math.abs(weightOf(feature, column)));
    return largest / 127;
  });
  const features: string[] = [];
  const bytes: number[] = [];
  for (let feature = 0; feature < space.names.length; feature++) {
    const row = steps.map((step, column) => {
      const units = step > 0 ? Math.round(weightOf(feature, column) / step) : 0;
      return Math.abs(units) < leastShare * 127 ? 0 : units;
    });
    if (row.every((units) => units === 0)) continue;
    features.push(space.names[feature] ?? '');
    bytes.push(...row);
  }
  const round = (x: number): number => Number(x.toPrecision(5));
  const content = {
    taxonomy,
    leaves: [...leaves],
    features,
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    steps: steps.map(round),
    bias: solutions.map(({ bias }) => round(bias)),
    second: { problem: [...second.P].map(round), remedy: [...second.R].map(round) },
    thresholds: thresholds.map((x) => Number(x.toFixed(3))),
  };
  return { id: fingerprintOf([JSON.stringify(content)]), ...content };
}
