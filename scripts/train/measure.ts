import { leaves } from './dataset';
import type { FeatureDocument } from './features';

export interface Figure {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

export interface Measured {
  readonly leaf: Figure;
  readonly group: Figure;
  readonly problem: Figure;
  readonly remedy: Figure;
  readonly missing: Figure;
  readonly byLeaf: readonly Figure[];
}

const groups = [...new Set(leaves.map((leaf) => leaf.split('.')[0] ?? ''))];

/** Micro figures over leaves and groups, and of "missing" over documents, as `tools/score.mjs` counts them. */
export function measure(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
  thresholds: readonly number[],
): Measured {
  const byLeaf = leaves.map(() => [0, 0, 0]);
  const group = [0, 0, 0];
  const missing = [0, 0, 0];
  documents.forEach((document, d) => {
    const said = new Set<string>();
    const present = new Set<string>();
    document.units.forEach(({ codes }, i) => {
      const goldGroups = new Set<string>();
      const saidGroups = new Set<string>();
      leaves.forEach((leaf, column) => {
        const isGold = codes.includes(leaf);
        const isSaid = (scores[d]?.[i * leaves.length + column] ?? 0) >= (thresholds[column] ?? 0.5);
        if (isGold) (present.add(leaf), goldGroups.add(leaf.split('.')[0] ?? ''));
        if (isSaid) (said.add(leaf), saidGroups.add(leaf.split('.')[0] ?? ''));
        count(byLeaf[column] as number[], isGold, isSaid);
      });
      for (const name of groups) count(group, goldGroups.has(name), saidGroups.has(name));
    });
    for (const leaf of leaves) if (!leaf.startsWith('P')) count(missing, !present.has(leaf), !said.has(leaf));
  });
  const sum = (keep: (leaf: string) => boolean): Figure =>
    figure(
      byLeaf
        .filter((_, i) => keep(leaves[i] ?? ''))
        .reduce((a, b) => a.map((x, i) => x + (b[i] ?? 0)), [0, 0, 0]),
    );
  return {
    leaf: sum(() => true),
    group: figure(group),
    problem: sum((leaf) => leaf.startsWith('P')),
    remedy: sum((leaf) => !leaf.startsWith('P')),
    missing: figure(missing),
    byLeaf: byLeaf.map(figure),
  };
}

function count(cell: number[], isGold: boolean, isSaid: boolean): void {
  if (isGold && isSaid) cell[0]!++;
  else if (isSaid) cell[1]!++;
  else if (isGold) cell[2]!++;
}

function figure(cell: readonly number[]): Figure {
  const [tp = 0, fp = 0, fn = 0] = cell;
  const p = tp / (tp + fp || 1);
  const r = tp / (tp + fn || 1);
  return { p, r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}
