import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Translator } from '../../l10n/translator';
import { exit, UsageError, type CliIo } from '../io';
import { reasonOf } from './unreadable';

/** The bytes of a file that was named by itself. @throws UsageError where it cannot be read. */
export async function bytesOf(file: string, cwd: string, t: Translator['t']): Promise<Buffer> {
  return readFile(resolve(cwd, file)).catch((error: unknown) => {
    throw new UsageError(`${file}: ${t(`cli.reason.${reasonOf(error, file)}`)}`);
  });
}

/** What a folder that was named by itself holds, in order. @throws UsageError where it cannot be listed. */
export async function namesIn(folder: string, cwd: string, t: Translator['t']): Promise<string[]> {
  const names = await readdir(resolve(cwd, folder)).catch((error: unknown) => {
    // What is there and no folder is not told as missing.
    const isFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR';
    const reason = isFile ? 'notFolder' : reasonOf(error, folder);
    throw new UsageError(`${folder}: ${t(`cli.reason.${reason === 'missing' ? 'missingFolder' : reason}`)}`);
  });
  return names.sort();
}

/**
 * Works on one file after the other; one that cannot be worked on is told, and keeps none of the others back.
 *
 * @returns The exit code.
 */
export async function oneByOne(
  files: readonly string[],
  io: CliIo,
  work: (file: string) => Promise<void>,
): Promise<number> {
  let code: number = exit.ok;
  for (const file of files)
    try {
      await work(file);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // Without a message, the work has told why itself.
      if (error.message !== '') io.error(`${error.message}\n`);
      code = exit.unreadable;
    }
  return code;
}
