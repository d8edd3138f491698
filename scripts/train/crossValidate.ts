import { leaves } from './dataset';
import type { FeatureDocument } from './features';
import { measure, type Measured } from './measure';
import { scoreUnits, trainModel, type TrainingOptions } from './model';

export interface CrossValidated {
  /** Of every document, by a model that has not seen it, `units × leaves`. */
  readonly scores: readonly Float64Array[];
  /** The same as decisions, 1 for a tag, by thresholds of other documents. */
  readonly tags: readonly Float64Array[];
  readonly measured: Measured;
}

/** Documents are dealt to folds by size, so that folds hold about as many units each. */
export function foldsOf(documents: readonly FeatureDocument[], folds: number): number[] {
  const order = documents
    .map((_, i) => i)
    .sort((a, b) => (documents[b]?.units.length ?? 0) - (documents[a]?.units.length ?? 0));
  const load = new Array<number>(folds).fill(0);
  const fold = new Array<number>(documents.length).fill(0);
  for (const i of order) {
    const least = load.indexOf(Math.min(...load));
    fold[i] = least;
    load[least] = (load[least] ?? 0) + (documents[i]?.units.length ?? 0);
  }
  return fold;
}

/**
 * Leave-documents-out cross-validation: every document is scored by a model that has not seen it, with thresholds
 * that come from the other folds. What was written for this project only ever trains; a retelling does not where the
 * document it retells is measured.
 *
 * @param written Documents of our own and retellings.
 */
export async function crossValidate(
  names: readonly string[],
  real: readonly FeatureDocument[],
  written: readonly FeatureDocument[],
  options: TrainingOptions,
  folds: number,
): Promise<CrossValidated> {
  const fold = foldsOf(real, folds);
  const scores: Float64Array[] = [];
  for (let f = 0; f < folds; f++) {
    const measured = new Set(real.filter((_, i) => fold[i] === f).map(({ name }) => name));
    const unrelated = written.filter(({ retells }) => retells === null || !measured.has(retells));
    const trained = await trainModel(names, [...real.filter((_, i) => fold[i] !== f), ...unrelated], options);
    real.forEach((document, i) => {
      if (fold[i] === f) scores[i] = scoreUnits(trained, document);
    });
  }
  const tags = decide(real, scores, fold, folds);
  return {
    scores,
    tags,
    measured: measure(
      real,
      tags,
      leaves.map(() => 0.5),
    ),
  };
}

/** Decides with thresholds chosen, for each fold, on the other folds. */
function decide(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
  fold: readonly number[],
  folds: number,
): Float64Array[] {
  const tags: Float64Array[] = [];
  for (let f = 0; f < folds; f++) {
    const others = documents.map((_, i) => i).filter((i) => fold[i] !== f);
    const thresholds = chooseThresholds(
      others.map((i) => documents[i] as FeatureDocument),
      others.map((i) => scores[i] as Float64Array),
    );
    documents.forEach((_, i) => {
      if (fold[i] !== f) return;
      tags[i] = (scores[i] as Float64Array).map((score, at) =>
        score >= (thresholds[at % leaves.length] ?? 0.5) ? 1 : 0,
      );
    });
  }
  return tags;
}

/**
 * One threshold for problems and one for remedies that give the best F1, then a step towards each leaf's own best
 * one, the larger the more examples the leaf has.
 */
export function chooseThresholds(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
): number[] {
  const grid = Array.from({ length: 40 }, (_, i) => 0.02 + i * 0.015);
  const counts = leaves.map((leaf, column) => {
    const positive: number[] = [];
    const negative: number[] = [];
    documents.forEach((document, d) =>
      document.units.forEach(({ codes }, i) => {
        (codes.includes(leaf) ? positive : negative).push(scores[d]?.[i * leaves.length + column] ?? 0);
      }),
    );
    return grid.map((threshold) => [
      positive.filter((score) => score >= threshold).length,
      negative.filter((score) => score >= threshold).length,
      positive.filter((score) => score < threshold).length,
    ]);
  });
  const best = (columns: readonly number[]): number => {
    const f1 = grid.map((_, g) => {
      const [tp, fp, fn] = [0, 1, 2].map((k) =>
        columns.reduce((sum, c) => sum + (counts[c]?.[g]?.[k] ?? 0), 0),
      );
      return (2 * (tp ?? 0)) / (2 * (tp ?? 0) + (fp ?? 0) + (fn ?? 0) || 1);
    });
    return grid[f1.indexOf(Math.max(...f1))] ?? 0.5;
  };
  const shared = {
    P: best(leaves.flatMap((leaf, i) => (leaf.startsWith('P') ? [i] : []))),
    R: best(leaves.flatMap((leaf, i) => (leaf.startsWith('P') ? [] : [i]))),
  };
  return leaves.map((leaf, column) => {
    const common = leaf.startsWith('P') ? shared.P : shared.R;
    const examples = (counts[column]?.[0]?.[0] ?? 0) + (counts[column]?.[0]?.[2] ?? 0);
    const trust = examples / (examples + 150);
    return common + trust * (best([column]) - common) * 0.5;
  });
}
