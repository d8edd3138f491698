/**
 * Marginal cost of `annotate --format json` (whole processes, a text against nine times that text), beside a bare
 * script that only calls jieba-wasm's `tokenize` line by line on the same texts. Fails above 1.5 times. Both take turns,
 * and the ratio is the middle one of all rounds: the speed of a shared machine changes within minutes.
 *
 * usage: cost.mjs [FILE]   (without a file: a generated text)
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpus } from './corpus.mjs';
import { cliFile, measure } from './measure.mjs';

const runs = 5;
const limit = 1.5;

const folder = mkdtempSync(join(tmpdir(), 'policy-lens-cost-'));
try {
  const text = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : await generated();
  const files = [1, 9].map((times) => {
    const file = join(folder, `${times}.txt`);
    writeFileSync(file, text.repeat(times));
    return file;
  });
  const rounds = [];
  for (let i = 0; i < runs; i++)
    rounds.push({
      bare: await marginal(files, (file) => ['test/bench/bare.mjs', file]),
      cli: await marginal(files, (file) => [cliFile, 'annotate', '--format', 'json', file]),
    });
  const ratio = (unit) => middle(rounds.map(({ bare, cli }) => cli[unit] / bare[unit]));
  for (const unit of ['cpu', 'wall'])
    console.log(
      `${unit}: tokenize alone ${perMillion(middle(rounds.map(({ bare }) => bare[unit])))}, annotate ${perMillion(middle(rounds.map(({ cli }) => cli[unit])))} s per million characters, ratio ${ratio(unit).toFixed(2)}`,
    );
  console.log(
    `peak memory ${Math.round(middle(rounds.map(({ cli }) => cli.memory)))} MB; limit of the ratio (cpu) ${limit}`,
  );
  process.exitCode = ratio('cpu') <= limit ? 0 : 1;

  function perMillion(seconds) {
    return ((seconds / (text.length * 8)) * 1e6).toFixed(2);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function marginal([one, nine], argsFor) {
  const small = await measure(argsFor(one));
  const large = await measure(argsFor(nine));
  return { cpu: large.cpu - small.cpu, wall: large.wall - small.wall, memory: large.memory };
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function generated() {
  return corpus({ documents: 60, characters: 4000 }, (from) =>
    readdirSync(from)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readFileSync(join(from, file), 'utf8'))
      .join(''),
  );
}
