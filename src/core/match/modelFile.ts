import { columnsOf, contextSize, type Columns } from './neighbours';

/** The learned model as it is stored: see docs/model-card.md and scripts/train. */
export interface ModelFile {
  /** Changes whenever a weight does; part of the environment's fingerprint. */
  readonly id: string;
  /** The taxonomy it was trained for; it serves that one and those that extend it. */
  readonly taxonomy: string;
  /** Codes of the leaves; the columns are these, their groups and kinds (neighbours.ts). */
  readonly leaves: readonly string[];
  /** Names of the features, one row each. */
  readonly features: readonly string[];
  /** Base64 of signed bytes, `features × hidden`; a weight is a byte times the hidden unit's step. */
  readonly inner: string;
  /** Per hidden unit: the weight of one byte. */
  readonly steps: readonly number[];
  /** Per hidden unit. */
  readonly innerBias: readonly number[];
  /** `hidden × columns`. */
  readonly outer: readonly number[];
  /** Per column. */
  readonly outerBias: readonly number[];
  /** Second step, for problems and for remedies: weight of the inputs named in neighbours.ts, and the bias. */
  readonly second: { readonly problem: readonly number[]; readonly remedy: readonly number[] };
  /** Per leaf: a final score from here on makes a tag. */
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
  readonly columns: Columns;
  readonly names: readonly string[];
  readonly hidden: number;
  /** `features × hidden`. */
  readonly inner: Float32Array;
  readonly innerBias: Float32Array;
  /** `hidden × columns`. */
  readonly outer: Float32Array;
  readonly outerBias: Float32Array;
  readonly second: { readonly problem: Float64Array; readonly remedy: Float64Array };
  readonly thresholds: Float64Array;
  /** True where the model has seen the indicator. */
  knows(indicator: string): boolean;
}

/** Decodes a model; throws on a file that does not fit together, which only a broken build can cause. */
export function decodeModel(file: ModelFile): Model {
  const bytes = atob(file.inner);
  const hidden = file.steps.length;
  if (bytes.length !== file.features.length * hidden) throw new Error('The model file is cut short.');
  const steps = Float32Array.from(file.steps);
  const inner = new Float32Array(bytes.length);
  for (let feature = 0, i = 0; feature < file.features.length; feature++)
    for (let unit = 0; unit < hidden; unit++, i++) {
      const code = bytes.charCodeAt(i);
      inner[i] = (code > 127 ? code - 256 : code) * (steps[unit] as number);
    }
  const second = (list: readonly number[]): Float64Array => {
    if (list.length !== contextSize + 1)
      throw new Error('The model file has other surroundings than the engine.');
    return Float64Array.from(list);
  };
  const known = new Set(
    file.features.filter((name) => name.startsWith('indicator:')).map((name) => name.slice(10).split('@')[0]),
  );
  return {
    id: file.id,
    taxonomy: file.taxonomy,
    leaves: file.leaves,
    columns: columnsOf(file.leaves),
    names: file.features,
    hidden,
    inner,
    innerBias: Float32Array.from(file.innerBias),
    outer: Float32Array.from(file.outer),
    outerBias: Float32Array.from(file.outerBias),
    second: { problem: second(file.second.problem), remedy: second(file.second.remedy) },
    thresholds: Float64Array.from(file.thresholds),
    knows: (indicator) => known.has(indicator),
  };
}
