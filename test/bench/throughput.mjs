/**
 * A corpus of 2,000 documents (20 MB) with one worker thread and with two: speed-up, peak memory, time to the first
 * result. Fails below 1.7 times or above 600 MB.
 *
 * usage: throughput.mjs [DOCUMENTS]
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { corpus } from './corpus.mjs';
import { cliFile, measure } from './measure.mjs';

const leastSpeedUp = 1.7;
const mostMemory = 600;
const documents = Number(process.argv[2] ?? 2000);

await corpus({ documents, characters: 3500 }, async (folder) => {
  const size = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6;
  console.log(`${documents} documents, ${size.toFixed(1)} MB`);
  let isGood = true;
  for (const format of ['text', 'json']) {
    const run = (jobs) =>
      measure([
        cliFile,
        'coverage',
        folder,
        '--format',
        format,
        '--include',
        '*.txt',
        '--jobs',
        String(jobs),
      ]);
    const one = await run(1);
    const two = await run(2);
    const speedUp = one.wall / two.wall;
    const memory = Math.max(one.memory, two.memory);
    console.log(
      `${format}: 1 thread ${one.wall.toFixed(1)} s (${(size / one.wall).toFixed(2)} MB/s, first result ${one.first.toFixed(1)} s), ` +
        `2 threads ${two.wall.toFixed(1)} s (first result ${two.first.toFixed(1)} s), ${speedUp.toFixed(2)} times; ` +
        `peak memory ${Math.round(one.memory)} and ${Math.round(two.memory)} MB`,
    );
    isGood &&= speedUp >= leastSpeedUp && memory <= mostMemory;
  }
  process.exitCode = isGood ? 0 : 1;
});
