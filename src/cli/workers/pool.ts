import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../outcome';
import type { Answer, Task, Work, WorkerSetup } from './protocol';

/** Documents a worker holds at once: one in work, the rest so that it never waits. */
const perWorker = 3;

/** Finished documents that may wait for a slower one before them, for each worker. */
const waiting = 12;

/**
 * Megabytes for new objects in a thread, and by how many per cent a thread's heap may grow above what was alive at the
 * last collection. Left to itself each thread takes twice the memory for a tenth of the time; 24 and 50 are 6 % faster,
 * but take 45 MB more (measured, 2,000 documents, two threads).
 */
const youngest = 8;
const growth = 20;

/** Threads that analyse documents; results come back in the order of the work, with bounded memory. */
export class WorkerPool {
  private readonly workers: Worker[];
  private readonly load: number[];
  private readonly done = new Map<number, Outcome>();
  private failure: unknown = null;
  private wake: () => void = () => undefined;

  /** @param script The bundled worker. */
  constructor(script: string, count: number, setup: WorkerSetup) {
    this.load = new Array<number>(count).fill(0);
    setFlagsFromString(`--heap-growing-percent=${String(growth)}`);
    this.workers = this.load.map((_, index) => {
      const worker = new Worker(script, {
        workerData: setup,
        resourceLimits: { maxYoungGenerationSizeMb: youngest },
      });
      worker.on('message', ({ index: task, outcome }: Answer) => {
        this.done.set(task, outcome);
        this.load[index] = (this.load[index] ?? 0) - 1;
        this.wake();
      });
      worker.on('error', (error) => this.fail(error));
      return worker;
    });
  }

  /**
   * @param source Read only as workers get free, and at most a window ahead of what has been taken from the result;
   * a result is given out although the next piece of work has not come yet.
   */
  async *inOrder(source: AsyncIterator<Work>): AsyncGenerator<Outcome> {
    const window = this.workers.length * (perWorker + waiting);
    let given = 0;
    let taken = 0;
    let isPulling = false;
    let isEnded = false;
    const pull = (): void => {
      if (isPulling || isEnded || given - taken >= window || this.freest() < 0) return;
      isPulling = true;
      source
        .next()
        .then(({ done, value }) => {
          isPulling = false;
          if (done) isEnded = true;
          else if ('outcome' in value) this.done.set(given++, value.outcome);
          else this.give({ index: given++, work: value });
        })
        .catch((error: unknown) => this.fail(error))
        .finally(() => this.wake());
    };
    for (;;) {
      pull();
      const outcome = this.done.get(taken);
      if (outcome) {
        this.done.delete(taken++);
        yield outcome;
      } else if (this.failure !== null) throw this.failure;
      else if (isEnded && taken === given) return;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private give(task: Task): void {
    const at = this.freest();
    this.load[at] = (this.load[at] ?? 0) + 1;
    this.workers[at]?.postMessage(task);
  }

  /** The worker with the least to do; -1 when all have enough. */
  private freest(): number {
    const least = Math.min(...this.load);
    return least < perWorker ? this.load.indexOf(least) : -1;
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    this.wake();
  }
}
