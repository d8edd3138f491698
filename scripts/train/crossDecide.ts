import { leaves } from './dataset';
import type { FeatureDocument } from './features';

/** Thresholds that are tried. */
const grid = Array.from({ length: 40 }, (_, i) => 0.02 + i * 0.015);

/** Documents are dealt to folds by size, so that folds hold about as many units each. */
function foldsOf(documents: readonly FeatureDocument[], folds: number): number[] {
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
 * Tags of documents that no model was trained on, with thresholds that come from the other folds of them.
 *
 * @param scores Of every document, `units × leaves`.
 * @returns The same as decisions, 1 for a tag.
 */
export function crossDecide(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
  folds: number,
): Float64Array[] {
  const fold = foldsOf(documents, folds);
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

/** For each leaf a threshold: one for problems and one for remedies, those that give the best F1. */
export function chooseThresholds(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
): number[] {
  const best = (isOfKind: (leaf: string) => boolean): number => {
    const right = grid.map(() => 0);
    const wrong = grid.map(() => 0);
    let examples = 0;
    documents.forEach(({ units }, d) =>
      units.forEach(({ codes }, i) =>
        leaves.forEach((leaf, column) => {
          if (!isOfKind(leaf)) return;
          const isExample = codes.includes(leaf);
          if (isExample) examples++;
          const score = scores[d]?.[i * leaves.length + column] ?? 0;
          const counts = isExample ? right : wrong;
          for (let g = 0; g < grid.length && score >= (grid[g] as number); g++) counts[g]!++;
        }),
      ),
    );
    const f1 = grid.map((_, g) => (2 * right[g]!) / (right[g]! + wrong[g]! + examples || 1));
    return grid[f1.indexOf(Math.max(...f1))] ?? 0.5;
  };
  const problem = best((leaf) => leaf.startsWith('P'));
  const remedy = best((leaf) => !leaf.startsWith('P'));
  return leaves.map((leaf) => (leaf.startsWith('P') ? problem : remedy));
}
