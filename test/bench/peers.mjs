/**
 * Throughput of `coverage` on one core beside a Python script that counts the same categories with jieba and a
 * dictionary (Debian: python3-jieba), on the same generated documents in the same run. Fails below 3 times.
 *
 * usage: peers.mjs [DOCUMENTS]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { corpus } from './corpus.mjs';
import { cliFile, measure } from './measure.mjs';

const wanted = 3;
const documents = Number(process.argv[2] ?? 300);
const runs = 3;

const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import jieba'], { stdio: 'ignore' }).status === 0,
);
if (!python) {
  console.log('skipped: no Python with jieba (Debian: apt-get install python3-jieba)');
  process.exit(0);
}

await corpus({ documents, characters: 3500 }, async (folder) => {
  const size = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6;
  const { categories } = JSON.parse(readFileSync(join(root, 'src/generated/taxonomy.json'), 'utf8'));
  const terms = join(folder, 'terms.json');
  writeFileSync(
    terms,
    JSON.stringify(
      Object.fromEntries(
        categories
          .filter(({ isLeaf, kind }) => isLeaf || 'ATM'.includes(kind))
          .map(({ code, indicators }) => [code, indicators.flatMap(({ phrases }) => phrases)]),
      ),
    ),
  );
  const peer = best(() => timed(python, [join(root, 'test/bench/peers/jieba_count.py'), terms, folder]));
  let own = Infinity;
  for (let i = 0; i < runs; i++) {
    const { cpu } = await measure([cliFile, 'coverage', folder, '--include', '*.txt', '--jobs', '1']);
    own = Math.min(own, cpu);
  }
  const rate = (seconds) => (size / seconds).toFixed(2);
  console.log(
    `${documents} documents, ${size.toFixed(1)} MB, CPU time with start-up: python ${rate(peer)} MB/s, policy-lens ${rate(own)} MB/s, ${(peer / own).toFixed(2)} times`,
  );
  process.exitCode = peer / own >= wanted ? 0 : 1;
});

/** CPU seconds of a command, from the difference that the shell's `times` shows. */
function timed(command, args) {
  const { stdout, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>&1; } 2>&1', 'bash', command, ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${command} failed`);
  return stdout
    .trim()
    .split(' ')
    .reduce((sum, part) => sum + Number(part), 0);
}

function best(run) {
  return Math.min(...Array.from({ length: runs }, run));
}
