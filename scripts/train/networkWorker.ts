/** Trains one network in a thread of its own: networks do not know of each other. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainNetwork } from './network';

void trainNetwork(...(workerData as Parameters<typeof trainNetwork>)).then((network) =>
  parentPort?.postMessage(network),
);
