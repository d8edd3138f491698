import {
  chooseFeatures,
  isExampleOf,
  leaves,
  outputs,
  rowsOf,
  type FeatureSpace,
  type Scales,
} from './dataset';
import type { Extracted, FeatureDocument } from './features';
import { trainInThread } from './inThread';
import { joinNetworks, scoreRows, type Network, type NetworkOptions } from './network';

/** What a training run can be told. */
export interface TrainingOptions {
  readonly scales: Scales;
  readonly least: Readonly<Record<string, number>>;
  /** Fewest documents a feature must occur in. */
  readonly leastDocuments: number;
  readonly network: NetworkOptions;
  /** Networks trained from different seeds and put side by side. */
  readonly networks: number;
  /** Seed of the first network; the others follow. */
  readonly seed: number;
}

/** A network and the features it reads. */
export interface Trained {
  readonly space: FeatureSpace;
  readonly network: Network;
}

/** The features that a model of these documents keeps. */
export function chosenBy(
  { names, documents }: Extracted,
  { scales, least, leastDocuments }: TrainingOptions,
): FeatureSpace {
  return chooseFeatures(names, documents, scales, least, leastDocuments);
}

/** The networks are trained at the same time, each in a thread. */
export async function trainModel(
  names: readonly string[],
  documents: readonly FeatureDocument[],
  options: TrainingOptions,
): Promise<Trained> {
  const space = chosenBy({ names, documents }, options);
  const units = documents.flatMap(({ units: all }) => all);
  const targets = Uint8Array.from(
    units.flatMap(({ codes }) => outputs.map((output) => Number(isExampleOf(output, codes)))),
  );
  const rows = rowsOf(units, space);
  const networks = await Promise.all(
    Array.from({ length: options.networks }, (_, at) =>
      trainInThread(rows, space.names.length, outputs.length, targets, options.network, options.seed + at),
    ),
  );
  return { space, network: joinNetworks(networks) };
}

/** Probabilities of the leaves for the units of one document, `units × leaves`; 0 where the subject bars the unit. */
export function scoreUnits({ space, network }: Trained, document: FeatureDocument): Float64Array {
  const all = scoreRows(network, rowsOf(document.units, space));
  const scores = new Float64Array(document.units.length * leaves.length);
  document.units.forEach((_, i) => {
    if (document.subject.bars(i)) return;
    scores.set(all.subarray(i * outputs.length, i * outputs.length + leaves.length), i * leaves.length);
  });
  return scores;
}
