/**
 * The recipe of docs/recipes/corpora.md, run for real: 50,000 short documents through GNU parallel (Debian:
 * apt-get install parallel), which cuts the stream into blocks for several processes. The lines must come out complete,
 * in order, and the same as from one process alone.
 *
 * usage: parallel.mjs [DOCUMENTS]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { cliFile } from './measure.mjs';

const documents = Number(process.argv[2] ?? 50_000);
if (!(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '').startsWith('GNU parallel')) {
  console.log('skipped: no GNU parallel (Debian: apt-get install parallel)');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'policy-lens-parallel-'));
try {
  const input = join(folder, 'in.ndjson');
  run(
    'node',
    [
      '--import',
      'tsx',
      'test/bench/generate.ts',
      '--documents',
      String(documents),
      '--characters',
      '150',
      '--ndjson',
    ],
    null,
    input,
  );
  const filter = `node ${cliFile} coverage --stdin-ndjson`;
  const together = run(
    'parallel',
    ['--pipe', '--keep-order', '--block', '2M', '--jobs', '2', filter],
    input,
    join(folder, 'parallel.ndjson'),
  );
  const alone = run('sh', ['-c', filter], input, join(folder, 'alone.ndjson'));
  const [a, b] = await Promise.all(
    ['parallel', 'alone'].map((name) => summary(join(folder, `${name}.ndjson`))),
  );
  console.log(
    `${documents} documents: GNU parallel with 2 processes ${together.toFixed(1)} s, one process ${alone.toFixed(1)} s; ` +
      `${a.lines} lines, ${a.inOrder ? 'in order' : 'OUT OF ORDER'}, ${a.hash === b.hash ? 'the same as from one process' : 'DIFFERENT from one process'}`,
  );
  process.exitCode = a.lines === documents && a.inOrder && a.hash === b.hash ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a program between two files and gives the seconds it took. */
function run(command, args, stdin, stdout) {
  const started = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: [stdin ? openSync(stdin, 'r') : 'ignore', openSync(stdout, 'w'), 'inherit'],
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return (performance.now() - started) / 1000;
}

/** Reads the output once: how many lines, whether the ids count up, and a hash over all. */
async function summary(file) {
  const hash = createHash('sha256');
  let lines = 0;
  let inOrder = true;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    inOrder &&= JSON.parse(line).id === ++lines;
    hash.update(line);
  }
  return { lines, inOrder, hash: hash.digest('hex') };
}
