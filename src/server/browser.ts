import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { inOrder } from './lifeCycle';
import { startServer } from './startServer';

declare const self: DedicatedWorkerGlobalScope;

/** A turn of the event loop without the 4 ms that nested timers cost. */
const turn = new MessageChannel();
const waiting: (() => void)[] = [];
turn.port2.onmessage = () => waiting.shift()?.();

/** The server as a web worker; a worker from a Blob has no neighbour file, so the client sends the bytes. */
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), inOrder()), {
  clock: {
    now: () => performance.now(),
    defer: (task) => {
      waiting.push(task);
      turn.port1.postMessage(null);
    },
  },
  loadData: ({ data }) =>
    data ? Promise.resolve(data) : Promise.reject(new Error('The client sent no tokenizer and model.')),
});
