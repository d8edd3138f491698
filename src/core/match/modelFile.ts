import { rowSums, type RowSums } from './rowSums';

/** The learned model as it is stored: see docs/model-card.md and scripts/train. */
export interface ModelFile {
  /** Changes whenever a weight does; part of the environment's fingerprint. */
  readonly id: string;
  /** The taxonomy it was trained for; it serves that one and those that extend it. */
  readonly taxonomy: string;
  /** Codes of the leaves. */
  readonly leaves: readonly string[];
  /** Names of the features, one row each. */
  readonly features: readonly string[];
  /** Base64 of signed bytes, `features × hidden`; a weight is a byte times the hidden unit's step. */
  readonly inner: string;
  /** Per hidden unit: the weight of one byte. */
  readonly steps: readonly number[];
  /** Per hidden unit. */
  readonly innerBias: readonly number[];
  /** `hidden × leaves`. */
  readonly outer: readonly number[];
  /** Per leaf. */
  readonly outerBias: readonly number[];
  /** Per leaf: a score from here on makes a tag. */
  readonly thresholds: readonly number[];
}

/**
 * The learned model, decoded: one hidden layer of rectified units over named features. For a given sentence it is
 * linear, so that every feature has an exact share in every score (reasons.ts).
 */
export interface Model {
  readonly id: string;
  readonly taxonomy: string;
  readonly leaves: readonly string[];
  readonly names: readonly string[];
  readonly hidden: number;
  /** `features × hidden`, in steps of the hidden unit: whole numbers, so that sums are exact in any order. */
  readonly inner: RowSums;
  /** Per hidden unit, in its steps. */
  readonly innerBias: Float32Array;
  /** `hidden × leaves`, per step of the hidden unit. */
  readonly outer: Float32Array;
  readonly outerBias: Float32Array;
  readonly thresholds: Float64Array;
  /** True where the model has seen the indicator. */
  knows(indicator: string): boolean;
}

/** Decodes a model; throws on a file that does not fit together, which only a broken build can cause. */
export function decodeModel(file: ModelFile): Model {
  const hidden = file.steps.length;
  const bytes = atob(file.inner);
  if (bytes.length !== file.features.length * hidden) throw new Error('The model file is cut short.');
  const inner = new Int8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) inner[i] = bytes.charCodeAt(i);
  // A unit whose weights are all zero has no step; it is left shut.
  const innerBias = Float32Array.from(file.innerBias, (bias, unit) =>
    file.steps[unit] ? bias / file.steps[unit] : 0,
  );
  const outer = Float32Array.from(
    file.outer,
    (weight, i) => weight * (file.steps[Math.floor(i / file.leaves.length)] ?? 0),
  );
  const known = new Set(
    file.features.filter((name) => name.startsWith('indicator:')).map((name) => name.slice(10).split('@')[0]),
  );
  return {
    id: file.id,
    taxonomy: file.taxonomy,
    leaves: file.leaves,
    names: file.features,
    hidden,
    inner: rowSums(inner, hidden),
    innerBias,
    outer,
    outerBias: Float32Array.from(file.outerBias),
    thresholds: Float64Array.from(file.thresholds),
    knows: (indicator) => known.has(indicator),
  };
}
