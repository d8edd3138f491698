import { Worker } from 'node:worker_threads';
import type { Network, trainNetwork } from './network';

/** {@link trainNetwork} in a thread; the same arguments give the same network. Rejects where the thread fails. */
export function trainInThread(...args: Parameters<typeof trainNetwork>): Promise<Network> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./networkWorker.ts', import.meta.url), {
      workerData: args,
      execArgv: ['--import', 'tsx'],
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
