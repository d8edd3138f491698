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
  /** Base64 of signed bytes, `features × columns`; a weight is a byte times the column's step. */
  readonly weights: string;
  /** Per column: the weight of one unit. */
  readonly steps: readonly number[];
  /** Per column. */
  readonly bias: readonly number[];
  /** Second step, for problems and for remedies: weight of the inputs named in neighbours.ts, and the bias. */
  readonly second: { readonly problem: readonly number[]; readonly remedy: readonly number[] };
  /** Per leaf: a final score from here on makes a tag. */
  readonly thresholds: readonly number[];
}

/** The learned model, decoded. */
export interface Model {
  readonly id: string;
  readonly taxonomy: string;
  readonly leaves: readonly string[];
  readonly columns: Columns;
  readonly names: readonly string[];
  /** `features × columns`. */
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  readonly second: { readonly problem: Float64Array; readonly remedy: Float64Array };
  readonly thresholds: Float64Array;
  /** True where the model has seen the indicator. */
  knows(indicator: string): boolean;
}

/** Decodes a model; throws on a file that does not fit together, which only a broken build can cause. */
export function decodeModel(file: ModelFile): Model {
  const bytes = atob(file.weights);
  const columns = columnsOf(file.leaves);
  const { count } = columns;
  if (bytes.length !== file.features.length * count) throw new Error('The model file is cut short.');
  const weights = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes.charCodeAt(i);
    weights[i] = (code > 127 ? code - 256 : code) * (file.steps[i % count] ?? 0);
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
    columns,
    names: file.features,
    weights,
    bias: Float64Array.from(file.bias),
    second: { problem: second(file.second.problem), remedy: second(file.second.remedy) },
    thresholds: Float64Array.from(file.thresholds),
    knows: (indicator) => known.has(indicator),
  };
}
