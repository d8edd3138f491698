import { contextSize } from './neighbours';

/** The learned model as it is stored: see docs/model-card.md and scripts/train. */
export interface ModelFile {
  /** Changes whenever a weight does; part of the environment's fingerprint. */
  readonly id: string;
  /** Codes of the leaves, one column each. */
  readonly leaves: readonly string[];
  /** Names of the features, one row each. */
  readonly features: readonly string[];
  /** Base64 of signed bytes, `features × leaves`; a weight is a byte times the leaf's step. */
  readonly weights: string;
  /** Per leaf: the weight of one unit. */
  readonly steps: readonly number[];
  readonly bias: readonly number[];
  /** Second step, for problems and for remedies: weight of the inputs named in neighbours.ts, and the bias. */
  readonly second: { readonly problem: readonly number[]; readonly remedy: readonly number[] };
  /** Per leaf: a final score from here on makes a tag. */
  readonly thresholds: readonly number[];
}

/** The learned model, decoded. */
export interface Model {
  readonly id: string;
  readonly leaves: readonly string[];
  readonly names: readonly string[];
  /** `features × leaves`. */
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  readonly second: { readonly problem: Float64Array; readonly remedy: Float64Array };
  readonly thresholds: Float64Array;
  /** Group number of each leaf. */
  readonly groups: Int32Array;
  /** True where the model has seen the indicator. */
  knows(indicator: string): boolean;
}

/** Decodes a model; throws on a file that does not fit together, which only a broken build can cause. */
export function decodeModel(file: ModelFile): Model {
  const bytes = atob(file.weights);
  const columns = file.leaves.length;
  if (bytes.length !== file.features.length * columns) throw new Error('The model file is cut short.');
  const weights = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes.charCodeAt(i);
    weights[i] = (code > 127 ? code - 256 : code) * (file.steps[i % columns] ?? 0);
  }
  const second = (list: readonly number[]): Float64Array => {
    if (list.length !== contextSize + 1) throw new Error('The model file has other surroundings than the engine.');
    return Float64Array.from(list);
  };
  const known = new Set(
    file.features.filter((name) => name.startsWith('indicator:')).map((name) => name.slice(10).split('@')[0]),
  );
  const groups = [...new Set(file.leaves.map((leaf) => leaf.split('.')[0]))];
  return {
    id: file.id,
    leaves: file.leaves,
    names: file.features,
    weights,
    bias: Float64Array.from(file.bias),
    second: { problem: second(file.second.problem), remedy: second(file.second.remedy) },
    thresholds: Float64Array.from(file.thresholds),
    groups: Int32Array.from(file.leaves, (leaf) => groups.indexOf(leaf.split('.')[0])),
    knows: (indicator) => known.has(indicator),
  };
}
