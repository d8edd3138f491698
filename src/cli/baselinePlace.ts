import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Baseline } from './baseline';
import { shown } from './input/collect';

/** Documents looked for in each folder; a few tell as much as all. */
const lookedFor = 100;

/**
 * The baseline by the paths documents have in this run. Its own start in the folder of the run that wrote it, which it
 * does not say: of the folders that hold the baseline, or this run's, the one where most of its documents stand.
 *
 * @param file The baseline's own place.
 */
export async function placed(baseline: Baseline, file: string, cwd: string): Promise<Baseline> {
  const paths = [...baseline.keys()].filter((path) => path !== '-');
  const sample = paths.slice(0, lookedFor);
  let start = cwd;
  let most = 0;
  for (const folder of new Set([...upwards(dirname(resolve(cwd, file))), ...upwards(cwd)])) {
    const standing = await Promise.all(sample.map((path) => isFile(resolve(folder, path))));
    const count = standing.filter(Boolean).length;
    if (count > most) [start, most] = [folder, count];
    if (count === sample.length) break;
  }
  return new Map(
    [...baseline].map(([path, findings]) => [
      path === '-' ? path : shown(resolve(start, path), cwd),
      findings,
    ]),
  );
}

/** The folder and those above it, nearest first. */
function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
