import { leaves } from './dataset';
import type { FeatureDocument } from './features';
import { groupOf } from '../../src/core/taxonomy/codes';

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

const groups = [...new Set(leaves.map((leaf) => groupOf(leaf)))];

/**
 * Micro figures over leaves and groups, and of "missing" over documents.
 *
 * @param tags Of every document, `units × leaves`, 1 for a tag.
 */
export function measure(documents: readonly FeatureDocument[], tags: readonly Float64Array[]): Measured {
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
        const isSaid = tags[d]?.[i * leaves.length + column] === 1;
        if (isGold) (present.add(leaf), goldGroups.add(groupOf(leaf)));
        if (isSaid) (said.add(leaf), saidGroups.add(groupOf(leaf)));
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

/** @param cell Right, too many, lacking. */
export function figure(cell: readonly number[]): Figure {
  const [tp = 0, fp = 0, fn = 0] = cell;
  const p = tp / (tp + fp || 1);
  const r = tp / (tp + fn || 1);
  return { p, r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

/** How many tags a document got and how many it should have, per 1,000 characters. */
export interface Density {
  readonly name: string;
  readonly tags: number;
  readonly gold: number;
}

/**
 * @param tags `units × leaves`, 1 for a tag.
 */
export function densityOf({ name, length, units }: FeatureDocument, tags: Float64Array): Density {
  const per1000 = (count: number): number => (1000 * count) / length;
  return {
    name,
    tags: per1000(tags.reduce((sum, tag) => sum + tag, 0)),
    gold: per1000(units.reduce((sum, { codes }) => sum + codes.length, 0)),
  };
}

/** Share of the tags that are right among those below a certainty, and among the others. */
export function certaintyBands(
  documents: readonly FeatureDocument[],
  tags: readonly Float64Array[],
  certainty: readonly Float64Array[],
  limit: number,
): { readonly below: number; readonly above: number } {
  const bands = { below: [0, 0], above: [0, 0] };
  documents.forEach(({ units }, d) =>
    units.forEach(({ codes }, i) =>
      leaves.forEach((leaf, column) => {
        const at = i * leaves.length + column;
        if (tags[d]?.[at] !== 1) return;
        const band = (certainty[d]?.[at] ?? 0) < limit ? bands.below : bands.above;
        band[codes.includes(leaf) ? 0 : 1]!++;
      }),
    ),
  );
  const share = ([right = 0, wrong = 0]: readonly number[]): number => right / (right + wrong || 1);
  return { below: share(bands.below), above: share(bands.above) };
}
