import { exampleFaults } from '../../core/evaluate/examples';
import { ownIndicators } from '../../core/taxonomy/ownIndicators';
import { createJiebaTokenizer } from '../../core/tokenize/jieba';
import type { Translator } from '../../l10n/translator';
import { taxonomyFor } from '../analyst';
import { exit, type CliIo } from '../io';
import { analystOptions } from '../options';
import { printable } from '../output/columns';

/**
 * `taxonomy FILE`: whether a taxonomy of one's own can be used, and whether its indicators are found in their examples
 * and not in their counter-examples.
 *
 * @throws UsageError with every mistake and its line, where it cannot be used.
 */
export async function taxonomyCommand(file: string, io: CliIo, { t, language }: Translator): Promise<number> {
  const options = await analystOptions({ taxonomy: file }, language, io.cwd, t);
  const taxonomy = await taxonomyFor(options);
  const own = new Map(ownIndicators(file, options.taxonomy?.text ?? '').map(({ id, lines }) => [id, lines]));
  const indicators = taxonomy.categories.flatMap((category) => category.indicators);
  const tried = indicators.filter(({ id }) => own.has(id));
  const faults = exampleFaults(taxonomy, tried, createJiebaTokenizer((await io.loadData()).tokenizer));
  for (const { indicator, kind, sentence } of faults) {
    const place = `${file}:${String(own.get(indicator)?.[kind] ?? 1)}`;
    await io.write(printable(`${place} ${t(`cli.taxonomy.${kind}`, indicator, sentence)}`) + '\n');
  }
  const examples = tried.flatMap(({ example, counterExample }) => [example, counterExample]);
  const { id, version, categories } = taxonomy;
  const sentences = examples.filter((each) => each !== null).length;
  const counts = [categories.length, indicators.length, own.size, sentences, faults.length];
  await io.write(`${t('cli.taxonomy.summary', id, version, ...counts)}\n`);
  return faults.length > 0 ? exit.findings : exit.ok;
}
