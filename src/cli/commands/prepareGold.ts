import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { goldTemplate } from '../../core/evaluate/gold';
import type { Translator } from '../../l10n/translator';
import { cannotRead } from '../input/unreadable';
import { exit, UsageError, type CliIo } from '../io';
import { readNamed } from '../options';
import { writeWhole } from '../output/sink';
import { goldEnding } from './evaluate';

/** Endings of the texts that are coded. */
const textEnding = '.txt';

/**
 * `evaluate --gold DIR --prepare`: writes a gold file to be filled in beside each text that has none. What is there
 * stays as it is.
 */
export async function prepareGold(folder: string, io: CliIo, t: Translator['t']): Promise<number> {
  const files = await readdir(resolve(io.cwd, folder)).catch((error: unknown) => {
    throw new UsageError(cannotRead(folder, error, t, 'folder'));
  });
  const texts = files.filter((file) => file.endsWith(textEnding)).sort();
  if (texts.length === 0) throw new UsageError(t('cli.usage.noGoldTexts', folder));
  let code: number = exit.ok;
  let written = 0;
  for (const file of texts) {
    const target = `${file.slice(0, -textEnding.length)}${goldEnding}`;
    if (files.includes(target)) continue;
    try {
      const { text } = await readNamed(join(folder, file), io.cwd, t);
      // With a byte order mark, so that spreadsheets read it as UTF-8.
      await writeWhole(join(folder, target), [`\uFEFF${goldTemplate(text)}`], io.cwd, t);
    } catch (error) {
      // It keeps none of the others back.
      if (!(error instanceof UsageError)) throw error;
      io.error(`${error.message}\n`);
      code = exit.unreadable;
      continue;
    }
    written++;
    io.error(`${t('cli.output.written', join(folder, target))}\n`);
  }
  if (written === 0 && code === exit.ok) io.error(`${t('cli.evaluate.nothingToPrepare')}\n`);
  return code;
}
