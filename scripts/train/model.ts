import {
  belongsTo,
  columnsOf,
  contextNames,
  contextSize,
  leastFirst,
  Surroundings,
  type ContextName,
} from '../../src/core/match/neighbours';
import { chooseFeatures, leaves, rowsOf, type FeatureSpace, type Scales } from './dataset';
import type { FeatureDocument } from './features';
import { newton } from './newton';
import { joinNetworks, scoreRows, trainNetwork, type Network, type NetworkOptions } from './network';

/** What a training run can be told. */
export interface TrainingOptions {
  readonly scales: Scales;
  readonly least: Readonly<Record<string, number>>;
  /** Fewest documents a feature must occur in. */
  readonly leastDocuments: number;
  /** Weight of a unit of our own writing against one of a real document or of a retelling. */
  readonly ownWeight: number;
  readonly network: NetworkOptions;
  /** Networks trained from different seeds and put side by side. */
  readonly networks: number;
  /** Ridge penalty of the second step. */
  readonly contextPenalty: number;
}

/** The first step: a network over the kept features. */
export interface FirstStep {
  readonly space: FeatureSpace;
  readonly network: Network;
}

/** Weights of the second step by kind of leaf, in the order of the context's names, then the bias. */
export type SecondStep = Readonly<Record<'P' | 'R', Float64Array>>;

export const columns = columnsOf(leaves);

export function trainFirst(
  names: readonly string[],
  documents: readonly FeatureDocument[],
  options: TrainingOptions,
): FirstStep {
  const space = chooseFeatures(names, documents, options.scales, options.least, options.leastDocuments);
  const units = documents.flatMap(({ units: all }) => all);
  const weights = documents.flatMap(({ units: all, isOwn, retells }) =>
    all.map(() => (isOwn && retells === null ? options.ownWeight : 1)),
  );
  const targets = new Uint8Array(units.length * columns.count);
  units.forEach(({ codes }, i) => {
    for (let column = 0; column < columns.count; column++)
      if (belongsTo(columns, column, codes)) targets[i * columns.count + column] = 1;
  });
  const rows = rowsOf(units, space);
  const networks = Array.from({ length: options.networks }, (_, seed) =>
    trainNetwork(
      rows,
      space.names.length,
      columns.count,
      targets,
      Float32Array.from(weights),
      options.network,
      seed + 1,
    ),
  );
  return { space, network: joinNetworks(networks) };
}

/** First-step probabilities of one document, `units × columns`. */
export function scoreFirst({ space, network }: FirstStep, document: FeatureDocument): Float64Array {
  return scoreRows(network, rowsOf(document.units, space));
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
        if (document.subject.bars(i)) return;
        leaves.forEach((leaf, column) => {
          if ((leaf[0] === 'P') !== (kind === 'P')) return;
          if ((scores[d]?.[i * columns.count + column] ?? 0) < leastFirst) return;
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
    if (document.subject.bars(i)) return;
    leaves.forEach((leaf, column) => {
      if ((first[i * columns.count + column] as number) < leastFirst) return;
      const weights = step[leaf[0] === 'P' ? 'P' : 'R'];
      surroundings.fill(i, column, out);
      let sum = weights[contextSize] as number;
      for (let k = 0; k < contextSize; k++) sum += (weights[k] as number) * (out[k] as number);
      scores[i * leaves.length + column] = logistic(sum);
    });
  });
  return scores;
}
