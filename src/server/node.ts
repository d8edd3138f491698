import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readEngineData } from '../files/node';
import { inOrder } from './lifeCycle';
import { startServer } from './startServer';

/** The server as a Node process; the transport is on its command line (`--node-ipc`, `--stdio`). */
startServer(createConnection(ProposedFeatures.all, inOrder()), {
  clock: { now: () => performance.now(), defer: (task) => void setImmediate(task) },
  loadData: () => readEngineData(__dirname),
});
