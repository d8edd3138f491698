import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportMark, reportMarkWithin } from '../../core/match/policyText';
import type { Translator } from '../../l10n/translator';
import { UsageError } from '../io';

const mark = Buffer.from(reportMark);

/** Of UTF-8, for Chinese. */
const bytesPerCharacter = 3;

/**
 * Refuses to write over a file that is read in this run, or that it lists, by whatever name it is called. A report that
 * was written there before is none: it is made anew.
 *
 * @param targets As the user sees them.
 * @param originals Absolute paths.
 * @throws UsageError that names the target.
 */
export async function keepOriginals(
  targets: readonly string[],
  originals: readonly string[],
  cwd: string,
  t: Translator['t'],
): Promise<void> {
  const standing = new Map<string, string>();
  for (const target of targets) {
    const real = await realOf(resolve(cwd, target));
    if (real !== null) standing.set(real, target);
  }
  if (standing.size === 0) return;
  for (const original of originals) {
    const target = standing.get((await realOf(original)) ?? '');
    if (target !== undefined && !isReport(await readFile(original)))
      throw new UsageError(t('cli.usage.original', target));
  }
}

function isReport(bytes: Buffer): boolean {
  return bytes.subarray(0, bytesPerCharacter * reportMarkWithin).includes(mark);
}

/** Without symbolic links, spelt as the file system spells it; null where there is nothing. */
async function realOf(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}
