import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyst, taxonomyFor } from './analyst';
import { outcomeMaker, type Outcome } from './outcome';
import type { Answer, Task, WorkerSetup } from './workers/protocol';

/** A worker thread of the command line: work in, outcomes out, one after the other. */
const { analysis, settings, data } = workerData as WorkerSetup;
const ready = taxonomyFor(analysis).then((taxonomy) =>
  outcomeMaker(createAnalyst(analysis, taxonomy, data), settings),
);

parentPort?.on('message', ({ index, work }: Task) => {
  void ready
    .then((outcomeOf) => outcomeOf(work))
    .then((outcome) => parentPort?.postMessage({ index, outcome: made(outcome) } satisfies Answer))
    .catch((error: unknown) => {
      // Becomes the worker's error event, which ends the run with a message.
      setImmediate(() => {
        throw error;
      });
    });
});

/** Only data can be sent: what would be made as it is written is made here. */
function made(outcome: Outcome): Outcome {
  return 'pieces' in outcome ? { ...outcome, pieces: [...outcome.pieces] } : outcome;
}
