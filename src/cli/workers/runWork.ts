import type { Taxonomy } from '../../core/taxonomy/model';
import { createAnalyst, type AnalystOptions } from '../analyst';
import type { CliIo } from '../io';
import { outcomeMaker, type Outcome, type OutcomeOptions } from '../outcome';
import type { Work } from './protocol';

/** What all pieces of work of one run share. */
export interface RunSettings {
  readonly analysis: AnalystOptions;
  /** For `analysis`; workers make their own. */
  readonly taxonomy: Taxonomy;
  readonly settings: OutcomeOptions;
}

/** Does the work here, or in `jobs` threads where that is more than one; outcomes come in the order of the work. */
export async function* runWork(
  work: AsyncGenerator<Work, void>,
  jobs: number,
  { analysis, taxonomy, settings }: RunSettings,
  io: CliIo,
): AsyncGenerator<Outcome, void> {
  const data = await io.loadData();
  if (jobs > 1 && io.workerFile !== null) {
    const { WorkerPool } = await import('./pool');
    const pool = new WorkerPool(io.workerFile, jobs, { analysis, settings, data });
    try {
      yield* pool.inOrder(work);
    } finally {
      await pool.close();
    }
    return;
  }
  const outcomeOf = outcomeMaker(createAnalyst(analysis, taxonomy, data), settings);
  for await (const each of work) yield await outcomeOf(each);
}
