import type { FeatureDocument, Unit } from './features';
import type { Rows } from './network';
import { groupOf } from '../../src/core/taxonomy/codes';

/** The 27 leaves that people code, in the order of the model's columns. */
export const leaves =
  'P1.1 P1.2 P1.3 P2.1 P2.2 P2.3 P3.1 P3.2 R1.1 R1.2 R1.3 R2.1 R2.2 R2.3 R3.1 R3.2 R3.3 S1.1 S1.2 S2.1 S2.2 S3.1 S3.2 S3.3 S4.1 S4.2 S4.3'.split(
    ' ',
  );

/**
 * What the network learns to tell: the leaves, then their groups, then "any problem" and "any remedy". Only the leaves
 * are kept; the others make the hidden units fit for what leaves have in common.
 */
export const outputs: readonly string[] = [
  ...leaves,
  ...new Set(leaves.map((leaf) => groupOf(leaf))),
  'P',
  'RS',
];

/** True where a unit with these codes is a positive example of the output. */
export function isExampleOf(output: string, codes: readonly string[]): boolean {
  if (output.includes('.')) return codes.includes(output);
  return codes.some((code) => (output === 'RS' ? !code.startsWith('P') : code.startsWith(output)));
}

/** Value of a feature by its kind, 1 where none is given: the larger, the faster it is learned. 0 leaves it out. */
export type Scales = Readonly<Record<string, number>>;

/** Numbers of the features kept, and their values. */
export interface FeatureSpace {
  /** Column of a raw feature number, -1 where it is left out. */
  readonly column: Int32Array;
  readonly names: readonly string[];
  readonly values: Float32Array;
}

/**
 * Keeps features that occur in enough documents; a feature of one document cannot generalise to another.
 *
 * @param leastDocuments Fewest documents a feature must occur in.
 * @param least Fewest units a feature of a kind must occur in, by kind; `*` for the rest.
 */
export function chooseFeatures(
  names: readonly string[],
  documents: readonly FeatureDocument[],
  scales: Scales,
  least: Readonly<Record<string, number>>,
  leastDocuments: number,
): FeatureSpace {
  const units = new Int32Array(names.length);
  const inDocuments = new Int32Array(names.length);
  const lastDocument = new Int32Array(names.length).fill(-1);
  documents.forEach((document, index) => {
    for (const { features } of document.units)
      for (const feature of features) {
        units[feature]!++;
        if (lastDocument[feature] !== index) {
          lastDocument[feature] = index;
          inDocuments[feature]!++;
        }
      }
  });
  const column = new Int32Array(names.length).fill(-1);
  const kept: string[] = [];
  const values: number[] = [];
  names.forEach((name, feature) => {
    const kind = name.slice(0, name.indexOf(':'));
    const scale = scales[kind] ?? 1;
    if (scale === 0 || (units[feature] as number) < (least[kind] ?? least['*'] ?? 2)) return;
    if ((inDocuments[feature] as number) < leastDocuments) return;
    column[feature] = kept.length;
    kept.push(name);
    values.push(scale);
  });
  return { column, names: kept, values: Float32Array.from(values) };
}

/** Rows of all units of the documents, in order. */
export function rowsOf(units: readonly Unit[], space: FeatureSpace): Rows {
  const starts = new Int32Array(units.length + 1);
  const features: number[] = [];
  const values: number[] = [];
  units.forEach((unit, index) => {
    for (const feature of unit.features) {
      const column = space.column[feature] ?? -1;
      if (column < 0) continue;
      features.push(column);
      values.push(space.values[column] as number);
    }
    starts[index + 1] = features.length;
  });
  return {
    starts,
    features: Int32Array.from(features),
    values: Float32Array.from(values),
    count: units.length,
  };
}
