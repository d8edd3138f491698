import { resolve } from 'node:path';
import { explain } from '../../core/match/explain';
import { Lines } from '../../core/text/lines';
import type { Span } from '../../core/text/model';
import type { Translator } from '../../l10n/translator';
import { createAnalyst, taxonomyFor } from '../analyst';
import { exit, UsageError, type CliIo } from '../io';
import { isMarkedUp } from '../input/collect';
import { readStdin } from '../input/stdin';
import { formatByName } from '../../core/text/format';
import { readSource, toSource, type SourceText } from '../input/source';
import { analystOptions, type CommonOptions } from '../options';
import { fit } from '../output/columns';
import { explanationText } from '../output/explanationText';

/** Options of `explain`. */
export interface ExplainOptions extends Pick<CommonOptions, 'taxonomy' | 'stdinFormat'> {
  readonly at: string;
  readonly category?: string;
  readonly json?: boolean;
}

/** `explain FILE --at LINE[:COL]`: why a sentence has its tags, and why it has not others. */
export async function explainCommand(
  file: string,
  options: ExplainOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t, language } = translator;
  const source = await sourceOf(file, options, io);
  if ('reason' in source) {
    io.error(`${source.path}: ${t(`cli.reason.${source.reason}`)}\n`);
    return exit.unreadable;
  }
  const analysis = await analystOptions(options, language, io.cwd, t);
  const taxonomy = await taxonomyFor(analysis);
  const category = options.category?.toUpperCase();
  if (category !== undefined && !taxonomy.byCode.has(category))
    throw new UsageError(t('cli.usage.category', options.category ?? ''));
  const lines = new Lines(source.text);
  const span = spanAt(options.at, lines, t);
  const analyst = createAnalyst(analysis, taxonomy, await io.loadData());
  const explanations = explain(analyst.analyze(source), analyst.environment, span, category);
  if (options.json) {
    await io.write(`${JSON.stringify({ path: source.path, explanations }, null, 2)}\n`);
    return exit.ok;
  }
  const columns = io.isTerminal ? io.columns : Infinity;
  if (explanations.length === 0) await io.write(`${fit(t('explain.noSentence'), columns).join('\n')}\n`);
  const context = { taxonomy, translator: analyst.translator, columns };
  for (const explanation of explanations)
    await io.write(`${explanationText(explanation, source.text, lines, context)}\n`);
  return exit.ok;
}

async function sourceOf(
  file: string,
  { stdinFormat }: ExplainOptions,
  io: CliIo,
): Promise<SourceText | ReturnType<typeof readSource>> {
  if (file === '-') return toSource({ path: '-', format: stdinFormat }, await readStdin(io.stdin));
  return isMarkedUp(file)
    ? { path: file, reason: 'notTextFile' }
    : readSource({ path: file, file: resolve(io.cwd, file), format: formatByName(file) });
}

/** A whole line, or the place of one column. */
function spanAt(at: string, lines: Lines, t: Translator['t']): Span {
  const [, line, column] = /^(\d+)(?::(\d+))?$/.exec(at) ?? [];
  const found = line === undefined ? null : lines.span(Number(line));
  if (!found) throw new UsageError(t('cli.usage.at', at));
  if (column === undefined) return found;
  const offset = found.start + Number(column) - 1;
  // Behind the last character is a place, too: the cursor may stand there.
  if (offset < found.start || offset > found.end) throw new UsageError(t('cli.usage.at', at));
  return { start: offset, end: offset };
}
