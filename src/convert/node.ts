/** The converter for Node: to be called by the command line, or as a worker thread by the extension. */
import { parentPort } from 'node:worker_threads';
import { convertDocument } from './convertDocument';
import type { ConversionAnswer, ConversionRequest } from './model';

export { convertDocument };

parentPort?.on('message', ({ name, bytes }: ConversionRequest) => {
  void convertDocument(name, bytes).then((converted) => {
    const answer: ConversionAnswer = { converted };
    parentPort?.postMessage(answer);
  });
});
