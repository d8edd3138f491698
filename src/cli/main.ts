import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isoDay } from '../files/isoDay';
import { readEngineData } from '../files/node';
import { brokenOutput } from './brokenOutput';
import type { CliIo } from './io';
import { run } from './run';

const io: CliIo = {
  stdin: process.stdin,
  write: async (chunk) => {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  },
  error: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  columns: process.stdout.columns || 80,
  isTerminal: process.stdout.isTTY,
  interactive: process.stderr.isTTY,
  today: isoDay(new Date()),
  loadData: () => readEngineData(__dirname),
  loadConverter: () =>
    import(pathToFileURL(join(__dirname, 'convert.js')).href) as ReturnType<CliIo['loadConverter']>,
  workerFile: join(__dirname, 'worker.js'),
};

const args = process.argv.slice(2);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const { code, message } = brokenOutput(error, args);
  process.stderr.write(message, () => process.exit(code));
});

// Nobody reads the notices: what the run is for goes on, and so does its exit code.
process.stderr.on('error', () => undefined);

void run(args, io).then((code) => {
  process.exitCode = code;
});
