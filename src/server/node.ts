import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './startServer';

/** The server as a Node process; the transport is on its command line (`--node-ipc`, `--stdio`). */
startServer(createConnection(ProposedFeatures.all), {
  clock: { now: () => performance.now(), defer: (task) => void setImmediate(task) },
  loadData: async () => ({
    tokenizer: await readFile(join(__dirname, 'jieba.wasm')),
    weights: await readFile(join(__dirname, 'model.bin')),
  }),
});
