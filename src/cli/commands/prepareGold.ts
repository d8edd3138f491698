import { join } from 'node:path';
import { goldTemplate } from '../../core/evaluate/gold';
import type { Translator } from '../../l10n/translator';
import { namesIn, oneByOne } from '../input/named';
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
  const files = await namesIn(folder, io.cwd, t);
  const texts = files.filter((file) => file.endsWith(textEnding));
  if (texts.length === 0) throw new UsageError(t('cli.usage.noGoldTexts', folder));
  let written = 0;
  const code = await oneByOne(texts, io, async (file) => {
    const target = `${file.slice(0, -textEnding.length)}${goldEnding}`;
    if (files.includes(target)) return;
    const text = await readNamed(join(folder, file), io.cwd, t);
    // With a byte order mark, so that spreadsheets read it as UTF-8.
    await writeWhole(join(folder, target), [`\uFEFF${goldTemplate(text)}`], io.cwd, t);
    written++;
    io.error(`${t('cli.output.written', join(folder, target))}\n`);
  });
  if (written === 0 && code === exit.ok) io.error(`${t('cli.evaluate.nothingToPrepare')}\n`);
  return code;
}
