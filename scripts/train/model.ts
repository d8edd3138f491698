import {
  belongsTo,
  columnsOf,
  contextNames,
  contextSize,
  Surroundings,
  type ContextName,
} from '../../src/core/match/neighbours';
import { chooseFeatures, leaves, rowsOf, type FeatureSpace, type Scales } from './dataset';
import type { FeatureDocument } from './features';
import { solve, type Rows, type Solution } from './learner';
import { newton } from './newton';

/** What a training run can be told. */
export interface TrainingOptions {
  readonly scales: Scales;
  readonly least: Readonly<Record<string, number>>;
  /** Weight of the loss against the penalty. */
  readonly cost: number;
  /** Weight of a unit of our own writing against one of a real document. */
  readonly ownCost: number;
  /** Extra weight of positive examples, by the kind of the leaf. */
  readonly positive: Readonly<Record<'P' | 'R' | 'S', number>>;
  readonly passes: number;
  /** Ridge penalty of the second step. */
  readonly contextPenalty: number;
}

/** Weights of the first step: one solution a leaf, over the kept features. */
export interface FirstStep {
  readonly space: FeatureSpace;
  readonly solutions: readonly Solution[];
}

/** Weights of the second step by kind of leaf: own score, surroundings, bias. */
export type SecondStep = Readonly<Record<'P' | 'R', Float64Array>>;

export const columns = columnsOf(leaves);

export function trainFirst(
  names: readonly string[],
  documents: readonly FeatureDocument[],
  options: TrainingOptions,
): FirstStep {
  const space = chooseFeatures(names, documents, options.scales, options.least);
  const units = documents.flatMap(({ units: all }) => all);
  const own = documents.flatMap(({ units: all, isOwn }) => all.map(() => isOwn));
  const rows = rowsOf(units, space);
  const solutions = columns.names.map((name, column) => {
    const labels = Int8Array.from(units, ({ codes }) => (belongsTo(columns, column, codes) ? 1 : -1));
    const positive = options.positive[name[0] as 'P' | 'R' | 'S'];
    const costs = Float64Array.from(
      labels,
      (label, i) => options.cost * (own[i] ? options.ownCost : 1) * (label > 0 ? positive : 1),
    );
    return solve(rows, space.names.length, labels, costs, options.passes);
  });
  return { space, solutions };
}

/** First-step probabilities of one document, `units × columns`. */
export function scoreFirst(step: FirstStep, document: FeatureDocument): Float64Array {
  const rows = rowsOf(document.units, step.space);
  const scores = new Float64Array(rows.count * columns.count);
  for (let i = 0; i < rows.count; i++)
    step.solutions.forEach(({ weights, bias }, column) => {
      scores[i * columns.count + column] = logistic(marginOf(rows, i, weights) + bias);
    });
  return scores;
}

function marginOf(rows: Rows, i: number, weights: Float64Array): number {
  let margin = 0;
  for (let p = rows.starts[i] as number; p < (rows.starts[i + 1] as number); p++)
    margin += (weights[rows.features[p] as number] as number) * (rows.values[p] as number);
  return margin;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Inputs of the second step that problems do without: the few documents that state problems differ too much in how
 * many they state (measured: with them the figure for problems falls by two points on unseen documents).
 */
const unusedForProblems: readonly ContextName[] = [
  'document',
  'peak',
  'kindDocument',
  'section',
  'kindSection',
  'below',
];

/** @param scores First-step scores of documents the first step had not seen. */
export function trainSecond(
  documents: readonly FeatureDocument[],
  scores: readonly Float64Array[],
  penalty: number,
): SecondStep {
  const result = {} as Record<'P' | 'R', Float64Array>;
  const unused = unusedForProblems.map((name) => contextNames.indexOf(name));
  for (const kind of ['P', 'R'] as const) {
    const values: number[] = [];
    const labels: number[] = [];
    documents.forEach((document, d) => {
      const surroundings = new Surroundings(document.parsed, scores[d] as Float64Array, columns);
      const out = new Float64Array(contextSize);
      document.units.forEach((unit, i) => {
        leaves.forEach((leaf, column) => {
          if ((leaf[0] === 'P') !== (kind === 'P')) return;
          surroundings.fill(i, column, out);
          if (kind === 'P') for (const k of unused) out[k] = 0;
          values.push(...out);
          labels.push(unit.codes.includes(leaf) ? 1 : 0);
        });
      });
    });
    result[kind] = newton(Float64Array.from(values), Uint8Array.from(labels), contextSize, penalty);
  }
  return result;
}

/** Final probabilities of one document. */
export function scoreSecond(step: SecondStep, document: FeatureDocument, first: Float64Array): Float64Array {
  const surroundings = new Surroundings(document.parsed, first, columns);
  const out = new Float64Array(contextSize);
  const scores = new Float64Array(document.units.length * leaves.length);
  document.units.forEach((_, i) => {
    leaves.forEach((leaf, column) => {
      const weights = step[leaf[0] === 'P' ? 'P' : 'R'];
      surroundings.fill(i, column, out);
      let sum = weights[contextSize] as number;
      for (let k = 0; k < contextSize; k++) sum += (weights[k] as number) * (out[k] as number);
      scores[i * leaves.length + column] = logistic(sum);
    });
  });
  return scores;
}
