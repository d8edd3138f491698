import { leaves } from './dataset';
import type { FeatureDocument } from './features';

/** A straight line through log-odds, after which a score is the share of tags of that score that are right. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

/** Steps of Newton's method; five are enough for two unknowns. */
const steps = 12;

/**
 * Fits, for problems and for remedies, the line that turns scores on unseen documents into probabilities (Platt 1999).
 * Training leaves inputs and units out at random, which makes the plain scores too careful.
 *
 * @param scores Of every document by a model that has not seen it, `units × leaves`.
 */
export function calibrate(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
): Readonly<Record<'P' | 'R', Calibration>> {
  const fit = (isOfKind: (leaf: string) => boolean): Calibration => {
    const columns = leaves.flatMap((leaf, column) => (isOfKind(leaf) ? [column] : []));
    const points = documents.flatMap(({ units, subject }, d) =>
      units.flatMap(({ codes }, i) =>
        subject.bars(i)
          ? []
          : columns.map((column) => ({
              x: logOdds(scores[d]?.[i * leaves.length + column] ?? 0),
              y: codes.includes(leaves[column] ?? '') ? 1 : 0,
            })),
      ),
    );
    return line(points);
  };
  return { P: fit((leaf) => leaf.startsWith('P')), R: fit((leaf) => !leaf.startsWith('P')) };
}

/** Scores after calibration; a score of 0 (the subject bars the unit) stays 0. */
export function calibrated(
  scores: Float64Array,
  calibration: Readonly<Record<'P' | 'R', Calibration>>,
): Float64Array {
  return scores.map((score, at) => {
    if (score === 0) return 0;
    const { slope, shift } = calibrationOf(leaves[at % leaves.length] ?? '', calibration);
    return logistic(slope * logOdds(score) + shift);
  });
}

export function calibrationOf(
  leaf: string,
  calibration: Readonly<Record<'P' | 'R', Calibration>>,
): Calibration {
  return calibration[leaf.startsWith('P') ? 'P' : 'R'];
}

/** Logistic regression with one input. */
function line(points: readonly { readonly x: number; readonly y: number }[]): Calibration {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < steps; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { x, y } of points) {
      const p = logistic(slope * x + shift);
      const w = p * (1 - p);
      ga += (y - p) * x;
      gb += y - p;
      haa += w * x * x;
      hab += w * x;
      hbb += w;
    }
    const determinant = haa * hbb - hab * hab || 1;
    slope += (ga * hbb - gb * hab) / determinant;
    shift += (gb * haa - ga * hab) / determinant;
  }
  return { slope, shift };
}

function logOdds(p: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(inside / (1 - inside));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
