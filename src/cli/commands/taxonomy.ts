import { exampleFaults, untaggedExamples, type UntaggedExample } from '../../core/evaluate/examples';
import { certainty } from '../../core/match/scoring/certainty';
import { ownIndicators } from '../../core/taxonomy/ownIndicators';
import type { Taxonomy } from '../../core/taxonomy/model';
import type { Translator } from '../../l10n/translator';
import { createAnalyst, taxonomyFor } from '../analyst';
import { exit, type CliIo } from '../io';
import { analystOptions } from '../options';
import type { TextContext } from '../output/annotationText';
import { printable } from '../output/columns';
import { categoryLines } from '../output/explanationText';

/**
 * `taxonomy FILE`: whether a taxonomy of one's own can be used, whether its indicators are found in their examples and
 * not in their counter-examples, and, which is no mistake, which examples have no tag by themselves.
 *
 * @throws UsageError with every mistake and its line, where it cannot be used.
 */
export async function taxonomyCommand(file: string, io: CliIo, { t, language }: Translator): Promise<number> {
  const options = await analystOptions({ taxonomy: file }, language, io.cwd, t);
  const taxonomy = await taxonomyFor(options);
  const own = new Map(ownIndicators(file, options.taxonomy?.text ?? '').map(({ id, lines }) => [id, lines]));
  const indicators = taxonomy.categories.flatMap((category) => category.indicators);
  const tried = indicators.filter(({ id }) => own.has(id));
  const { environment, translator } = createAnalyst(options, taxonomy, await io.loadData());
  const faults = exampleFaults(taxonomy, tried, environment.tokenizer);
  const placeOf = (indicator: string, kind: 'example' | 'counterExample'): string =>
    `${file}:${String(own.get(indicator)?.[kind] ?? 1)}`;
  for (const { indicator, kind, sentence } of faults)
    await io.write(
      `${printable(`${placeOf(indicator, kind)} ${t(`cli.taxonomy.${kind}`, indicator, sentence)}`)}\n`,
    );
  const wrong = new Set(faults.filter(({ kind }) => kind === 'example').map(({ indicator }) => indicator));
  const untagged = untaggedExamples(
    environment,
    tried.filter(({ id }) => !wrong.has(id)),
  );
  const context = { taxonomy, translator, columns: io.isTerminal ? io.columns : Infinity };
  for (const example of untagged) {
    const told = `${placeOf(example.indicator, 'example')} ${untaggedText(example, context)}`;
    const whole = { start: 0, end: example.sentence.length };
    // Its own wording is found: another that comes near is no help.
    const reasons = categoryLines({ ...example.alone, nearest: null }, whole, context);
    await io.write(`${[printable(told), ...reasons].join('\n')}\n`);
  }
  const examples = tried.flatMap(({ example, counterExample }) => [example, counterExample]);
  const { id, version, categories } = taxonomy;
  const sentences = examples.filter((each) => each !== null).length;
  const counts = [categories.length, indicators.length, own.size, sentences, faults.length];
  await io.write(`${t('cli.taxonomy.summary', id, version, ...counts)}\n`);
  if (untagged.length > 0) await io.write(`${t('cli.taxonomy.untaggedSummary', untagged.length)}\n`);
  return faults.length > 0 ? exit.findings : exit.ok;
}

/** That it has no tag by itself, whether it has one in a text that is about its category, and what would be enough. */
function untaggedText(
  { indicator, sentence, alone, underHeading }: UntaggedExample,
  { taxonomy, translator: { t, name } }: TextContext,
): string {
  const { category, threshold } = alone;
  const found = taxonomy.byCode.get(category);
  const heading = found ? name(found.name) : category;
  const parts = [
    t('cli.taxonomy.untagged', indicator, category, sentence),
    t(
      underHeading.tagged ? 'cli.taxonomy.taggedUnderHeading' : 'cli.taxonomy.untaggedUnderHeading',
      heading,
      certainty(underHeading.score),
      certainty(threshold),
    ),
    ...(isOwn(taxonomy, category) ? [t('cli.taxonomy.strengths')] : []),
  ];
  return parts.join('');
}

/** Whether only the strength of hits decides in a category: the model does not know it. */
function isOwn({ base, byCode }: Taxonomy, category: string): boolean {
  return base === null || byCode.get(category)?.isAdded === true;
}
