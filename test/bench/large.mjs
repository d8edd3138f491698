/**
 * One document of 1 MB, cold start included, and one of 10 MB. Fails when the first takes 5 s or more, or the second
 * ends with an error.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpus } from './corpus.mjs';
import { cliFile, measure } from './measure.mjs';

const most = 5;

const text = await corpus({ documents: 100, characters: 4000 }, (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join(''),
);
const folder = mkdtempSync(join(tmpdir(), 'policy-lens-large-'));
try {
  for (const megabytes of [1, 10]) {
    const bytes = Buffer.from(text.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(text))));
    const file = join(folder, `${megabytes}.txt`);
    writeFileSync(file, bytes.subarray(0, bytes.lastIndexOf('\n', megabytes * 1e6) + 1));
    const { wall, cpu, memory } = await measure([cliFile, 'annotate', '--format', 'json', file]);
    console.log(
      `${megabytes} MB: ${wall.toFixed(1)} s (${cpu.toFixed(1)} s of CPU), peak memory ${Math.round(memory)} MB`,
    );
    if (megabytes === 1 && wall >= most) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
