import type { Environment } from '../../model';
import { isProblemOrRemedy } from '../../taxonomy/kinds';
import type { Category } from '../../taxonomy/model';
import { ContextFeatures } from './context';
import { EvidenceExtractor } from '../evidence/evidence';
import { FeatureTable, wordKind } from '../evidence/featureTable';
import { handWeight } from './handWeights';
import type { HitStance } from '../indicators/hits';
import { compileLexicon, type Lexicon } from '../indicators/lexicon';
import type { Model } from './modelFile';

/** Scores above this make a tag where no threshold was learned. */
const plainThreshold = 0.5;

/** A category that can be tagged: leaves of P, R and S, and all of A, T and M. */
export interface Target {
  readonly category: Category;
  /** Column in the model, -1 where it has none. */
  readonly column: number;
  /** True of actors, dimensions and mechanisms, which are pointed out, not judged. */
  readonly isPlain: boolean;
}

/** All that is worked out once for an environment. */
export interface Compiled {
  readonly lexicon: Lexicon;
  readonly model: Model | null;
  readonly table: FeatureTable;
  readonly extractor: EvidenceExtractor;
  readonly context: ContextFeatures;
  readonly targets: readonly Target[];
  /** Per target: a score from here on makes a tag of it. */
  readonly thresholds: Float64Array;
  /** Per lexicon entry: index of its target, -1 for none. */
  readonly targetOf: Int32Array;
  /** Per lexicon entry: true where the model has no weight for it, so that the weight set by hand counts. */
  readonly isByHand: readonly boolean[];
  /** Per lexicon entry: 1 where its indicator is an instrument of policy. */
  readonly isInstrument: Uint8Array;
}

/** What training gathers features with instead of the model's. */
export interface Gathering {
  /** A table that grows. */
  readonly table: FeatureTable;
  /** Words that the model will know; all where null. */
  readonly vocabulary: ReadonlySet<string> | null;
}

/** @param gathering While training data are gathered. */
export function compile(environment: Environment, gathering: Gathering | null = null): Compiled {
  const { model } = environment;
  const lexicon = compileLexicon(environment.taxonomy);
  const table = gathering?.table ?? new FeatureTable(model?.names ?? [], false);
  const isKnown = gathering
    ? (word: string): boolean => gathering.vocabulary?.has(word) ?? true
    : (word: string): boolean => knowsWord(table, word);
  const targets: Target[] = [];
  for (const category of environment.taxonomy.categories) {
    const isPlain = !isProblemOrRemedy(category.kind);
    if (category.isLeaf || isPlain)
      targets.push({ category, column: model?.leaves.indexOf(category.code) ?? -1, isPlain });
  }
  const numbers = new Map(targets.map(({ category }, index) => [category.code, index]));
  const targetOf = Int32Array.from(lexicon.entries, ({ indicator }) => numbers.get(indicator.category) ?? -1);
  const isByHand = lexicon.entries.map(({ indicator }, entry) => {
    const target = targets[targetOf[entry] ?? -1];
    if (!target || target.column < 0 || !model) return true;
    return !model.knows(indicator.id);
  });
  return {
    lexicon,
    model,
    table,
    extractor: new EvidenceExtractor(lexicon, table, isKnown),
    context: new ContextFeatures(lexicon, table),
    targets,
    thresholds: Float64Array.from(targets, ({ column }) => thresholdOf(model, column)),
    targetOf,
    isByHand,
    isInstrument: Uint8Array.from(lexicon.entries, ({ indicator }) => Number(indicator.instrument)),
  };
}

const compiledOf = new WeakMap<Environment, Compiled>();

/** What has been worked out for an environment; done at its first use. */
export function compiledFor(environment: Environment): Compiled {
  let compiled = compiledOf.get(environment);
  if (!compiled) {
    compiled = compile(environment);
    compiledOf.set(environment, compiled);
  }
  return compiled;
}

function knowsWord(table: FeatureTable, text: string): boolean {
  const word = table.word(text);
  return word >= 0 && table.one(wordKind, word) >= 0;
}

function thresholdOf(model: Model | null, column: number): number {
  return model && column >= 0 ? (model.thresholds[column] ?? plainThreshold) : plainThreshold;
}

/** Weight of a hit set by hand. */
export function weightByHand(compiled: Compiled, entry: number, stance: HitStance): number {
  const found = compiled.lexicon.entries[entry];
  return found ? handWeight(found.indicator.strength, stance, found.isProblem) : 0;
}
