import { layersOf, mostHidden, type Layers } from './layers';

/**
 * The learned model as it is stored, without its inner weights: see docs/model-card.md and scripts/train. Those stand
 * in a file of their own as signed bytes, `features × hidden`; a weight is a byte times the hidden unit's step.
 */
export interface ModelFile {
  /** Changes whenever a weight does; part of the environment's fingerprint. */
  readonly id: string;
  /** The taxonomy it was trained for; it serves that one and those that extend it. */
  readonly taxonomy: string;
  /** Codes of the leaves. */
  readonly leaves: readonly string[];
  /** Ids of all indicators of that taxonomy, also of those too rare to be a feature. */
  readonly indicators: readonly string[];
  /** Names of the features, one row each. */
  readonly features: readonly string[];
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
  readonly layers: Layers;
  /** Per hidden unit, in its steps. */
  readonly innerBias: Int32Array;
  /** Per leaf: the log-odds that one of `layers`' sums of leaves stands for. */
  readonly outerSteps: Float64Array;
  readonly outerBias: Float32Array;
  readonly thresholds: Float64Array;
  /** True for the indicators it was trained with: what it makes of one, be it nothing, is what was measured. */
  knows(indicator: string): boolean;
}

/** Largest weight of the outer layer in its leaf's steps. */
const mostOuter = 32_767;

/** Decodes a model; throws on files that do not fit together, which only a broken build can cause. */
export function decodeModel(file: ModelFile, weights: Uint8Array): Model {
  const hidden = file.steps.length;
  if (weights.length !== file.features.length * hidden)
    throw new Error('The weights are not those of the model: model.bin is cut short or of another version.');
  const leaves = file.leaves.length;
  const lengths = { innerBias: hidden, outer: hidden * leaves, outerBias: leaves, thresholds: leaves };
  for (const name of ['innerBias', 'outer', 'outerBias', 'thresholds'] as const)
    if (file[name].length !== lengths[name])
      throw new Error(`The model is damaged: ${name} must have ${String(lengths[name])} numbers.`);
  if (hidden > mostHidden)
    throw new Error(
      `The model has ${String(hidden)} hidden units; sums hold for ${String(mostHidden)} at most.`,
    );
  const inner = new Int8Array(weights.buffer, weights.byteOffset, weights.length);
  // A unit whose weights are all zero has no step; it is left shut.
  const innerBias = Int32Array.from(file.innerBias, (bias, unit) =>
    file.steps[unit] ? Math.round(bias / file.steps[unit]) : 0,
  );
  const perStep = file.outer.map((weight, i) => weight * (file.steps[Math.floor(i / leaves)] ?? 0));
  const outerSteps = new Float64Array(leaves);
  perStep.forEach((weight, i) => {
    outerSteps[i % leaves] = Math.max(outerSteps[i % leaves] ?? 0, Math.abs(weight) / mostOuter);
  });
  const outer = Int16Array.from(perStep, (weight, i) => {
    const step = outerSteps[i % leaves] ?? 0;
    return step > 0 ? Math.round(weight / step) : 0;
  });
  const known = new Set(file.indicators);
  return {
    id: file.id,
    taxonomy: file.taxonomy,
    leaves: file.leaves,
    names: file.features,
    layers: layersOf({ hidden, inner, leaves, outer }),
    innerBias,
    outerSteps,
    outerBias: Float32Array.from(file.outerBias),
    thresholds: Float64Array.from(file.thresholds),
    knows: (indicator) => known.has(indicator),
  };
}
