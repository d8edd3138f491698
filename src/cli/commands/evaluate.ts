import { join } from 'node:path';
import { evaluate } from '../../core/evaluate/evaluate';
import { readGold, type GoldDocument, type GoldFault } from '../../core/evaluate/gold';
import type { Evaluation, UnitError } from '../../core/evaluate/model';
import { explain } from '../../core/match/explain';
import type { CategoryExplanation } from '../../core/match/explanation';
import type { Analysis } from '../../core/model';
import type { Translator } from '../../l10n/translator';
import { createAnalyst, taxonomyFor, type Analyst } from '../analyst';
import { namesIn } from '../input/named';
import { exit, UsageError, type CliIo } from '../io';
import { analystOptions, readNamed, type CommonOptions } from '../options';
import { printable } from '../output/columns';
import { evaluationText } from '../output/evaluationText';
import { tool } from '../version';

/** Options of `evaluate`. */
export interface EvaluateOptions extends Pick<CommonOptions, 'taxonomy'> {
  readonly gold: string;
  readonly json?: boolean;
  readonly errors: number;
  /** Write what is to be filled in, and evaluate nothing. */
  readonly prepare?: boolean;
}

/** How the file with the codes of `NAME.txt` ends. */
export const goldEnding = '.gold.tsv';

/** An error with all that spoke for and against the category; null where the engine has nothing to say. */
export interface TracedError extends UnitError {
  readonly trace: CategoryExplanation | null;
}

/** `evaluate --gold DIR`: how well the tags agree with people's codes. */
export async function evaluateCommand(
  options: EvaluateOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t, language } = translator;
  const gold = await readFolder(options.gold, io.cwd, t);
  const settings = await analystOptions(options, language, io.cwd, t);
  const taxonomy = await taxonomyFor(settings);
  const analyst = createAnalyst(settings, taxonomy, await io.loadData());
  const analyses = new Map(
    gold.map(({ name, text }) => [name, analyst.analyze({ text, format: 'plain' })] as const),
  );
  const documents = gold.map((document) => {
    const analysis = analyses.get(document.name);
    return {
      gold: document,
      prediction: { annotations: analysis?.annotations ?? [], missing: analysis?.coverage.missing ?? [] },
    };
  });
  const evaluation = evaluate(documents, taxonomy);
  const errors = worst(evaluation, analyses, analyst, options.errors);
  for (const { name, faults } of gold)
    for (const fault of faults)
      io.error(
        `${join(options.gold, `${name}${goldEnding}`)}:${String(fault.line)}: ${faultText(fault, t)}\n`,
      );
  const context = { taxonomy, translator: analyst.translator, columns: io.columns };
  await io.write(
    options.json
      ? `${JSON.stringify(jsonOf(evaluation, errors, analyst), null, 2)}\n`
      : evaluationText(evaluation, errors, context),
  );
  return exit.ok;
}

function jsonOf(evaluation: Evaluation, errors: readonly TracedError[], { taxonomy }: Analyst): object {
  const { id, version, fingerprint } = taxonomy;
  return { tool, taxonomy: { id, version, fingerprint }, ...evaluation, errors };
}

async function readFolder(folder: string, cwd: string, t: Translator['t']): Promise<GoldDocument[]> {
  const documents: GoldDocument[] = [];
  for (const file of await namesIn(folder, cwd, t)) {
    if (!file.endsWith(goldEnding)) continue;
    const document = file.slice(0, -goldEnding.length);
    const text = await readNamed(join(folder, `${document}.txt`), cwd, t);
    documents.push(readGold(document, text, await readNamed(join(folder, file), cwd, t)));
  }
  if (documents.length === 0) throw new UsageError(t('cli.usage.noGold', folder));
  return documents;
}

function faultText(fault: GoldFault, t: Translator['t']): string {
  switch (fault.kind) {
    case 'noRow':
      return t('cli.evaluate.noRow', printable(fault.said));
    case 'noUnit':
      return t('cli.evaluate.noUnit', fault.unit);
    case 'repeated':
      return t('cli.evaluate.repeated', fault.unit, fault.times);
    case 'moved': {
      const { first, last, said, found } = fault;
      return first === last
        ? t('cli.evaluate.moved', first, said, found)
        : t('cli.evaluate.movedRow', first, last, said, found);
    }
  }
}

/** The errors the engine was surest of: wrong tags by their score, missed ones by what was lacking. */
function worst(
  { errors }: Evaluation,
  analyses: ReadonlyMap<string, Analysis>,
  { environment }: Analyst,
  most: number,
): TracedError[] {
  if (most === 0) return [];
  const surprise = ({ score, trace }: TracedError): number => score ?? 1 - (trace?.score ?? 0);
  return errors
    .map((error): TracedError => {
      const analysis = analyses.get(error.document);
      const sentence = analysis && explain(analysis, environment, inside(error), error.category)[0];
      const trace = sentence?.categories.find(({ category }) => category === error.category) ?? null;
      return { ...error, trace };
    })
    .sort((a, b) => surprise(b) - surprise(a))
    .slice(0, most);
}

/** The middle of the unit: a span that no neighbour touches. */
function inside({ start, end }: UnitError): { start: number; end: number } {
  const middle = (start + end) >> 1;
  return { start: middle, end: middle };
}
