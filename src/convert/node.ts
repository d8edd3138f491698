/** The converter for Node: to be called by the command line, or as a worker thread by the extension. */
import { parentPort } from 'node:worker_threads';
import { answerTo } from './answer';
import type { ConverterRequest } from './model';

export { addComments, convertDocument, exportWord } from './answer';

parentPort?.on('message', (request: ConverterRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});
