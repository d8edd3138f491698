import type { EngineData } from '../../core/engineData';
import type { AnalystOptions } from '../analyst';
import type { Input, SourceText } from '../input/source';
import type { Outcome, OutcomeOptions } from '../outcome';

/** Handed to a worker at its start. */
export interface WorkerSetup {
  readonly analysis: AnalystOptions;
  readonly settings: OutcomeOptions;
  readonly data: EngineData;
}

/** A file to read and analyse, a text to analyse, or a result that is known already and only keeps its place. */
export type Work =
  | { readonly input: Input & { readonly file: string } }
  | { readonly source: SourceText }
  | { readonly outcome: Outcome };

/** One piece of work; `index` comes back with the answer. */
export interface Task {
  readonly index: number;
  readonly work: Work;
}

export interface Answer {
  readonly index: number;
  readonly outcome: Outcome;
}
