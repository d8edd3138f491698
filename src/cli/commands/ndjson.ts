import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { jsonLine } from '../../core/report/formats/jsonLine';
import type { DocumentFormat } from '../../core/text/model';
import type { Translator } from '../../l10n/translator';
import { taxonomyFor } from '../analyst';
import { exit, UsageError, type CliIo } from '../io';
import { linesOf } from '../input/lines';
import type { BadLine, RecordId, Skipped, SourceText } from '../input/source';
import { analystOptions, type CommonOptions } from '../options';
import type { Work } from '../workers/protocol';
import { runWork } from '../workers/runWork';

/**
 * The filter for corpora: `{id, text}` a line in, one result a line out, in the same order, whatever the line. Memory
 * does not grow with the stream. A bad line gives an error record and does not change the exit code, because engines
 * such as Spark or Hadoop take another code for a failed task.
 */
export async function ndjson(
  name: 'annotate' | 'coverage',
  options: CommonOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t, language } = translator;
  for (const other of ['baseline', 'changedSince', 'failOn', 'output', 'metadata'] as const)
    if (options[other] !== undefined) throw new UsageError(t('cli.usage.ndjsonOption', flagOf(other)));
  for (const other of ['include', 'exclude', 'concordance'] as const)
    if (options[other].length > 0) throw new UsageError(t('cli.usage.ndjsonOption', flagOf(other)));
  // Lines of JSON are the only format; naming it does no harm.
  if (!['text', 'json'].includes(options.format))
    throw new UsageError(t('cli.usage.ndjsonOption', `--format ${options.format}`));
  const analysis = await analystOptions(options, language, io.cwd, t);
  const taxonomy = await taxonomyFor(analysis);
  const settings = {
    render: {
      as: name === 'annotate' ? ('record' as const) : ('coverageRecord' as const),
      columns: io.columns,
    },
    baseline: null,
    countsFindings: false,
    withSource: false,
  };
  let lines = 0;
  let bad = 0;
  const traditional: string[] = [];
  const work = workFor(io.stdin, options.stdinFormat);
  for await (const outcome of runWork(work, options.jobs ?? 1, { analysis, taxonomy, settings }, io)) {
    lines++;
    if ('skipped' in outcome) bad++;
    else if (outcome.digest.looksTraditional) traditional.push(outcome.digest.path);
    await io.write(
      `${'skipped' in outcome ? errorRecord(outcome.skipped, t) : [...outcome.pieces].join('')}\n`,
    );
  }
  if (bad > 0) io.error(`${t('cli.ndjson.bad', lines, bad)}\n`);
  if (traditional.length > 0) io.error(`${t('cli.traditional', traditional.length, traditional[0] ?? '')}\n`);
  return exit.ok;
}

function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function errorRecord({ reason, line }: Skipped, t: Translator['t']): string {
  const error = { code: reason, message: t(`cli.reason.${reason}`) };
  return jsonLine({ id: line?.id ?? null, line: line?.number ?? 0, error });
}

async function* workFor(stdin: CliIo['stdin'], format: DocumentFormat): AsyncGenerator<Work, void> {
  let number = 0;
  for await (const line of linesOf(stdin)) {
    number++;
    const read = readLine(number === 1 ? withoutMark(line) : line, format);
    if ('reason' in read) {
      const skipped = { path: `-:${number}`, reason: read.reason, line: { number, id: read.id } };
      yield { outcome: { skipped } };
    } else yield { source: read };
  }
}

/** Windows programs begin a file with a byte order mark; it is no part of the first line. */
function withoutMark(line: Buffer | null): Buffer | null {
  return line && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

/** An id that would not come out as it went in is none: JSON knows longer numbers than JavaScript. */
function isId(value: unknown): value is RecordId {
  if (typeof value !== 'number') return typeof value === 'string';
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

function readLine(
  line: Buffer | null,
  format: DocumentFormat,
): SourceText | { reason: BadLine; id: RecordId | null } {
  if (line === null) return { reason: 'lineTooLong', id: null };
  if (!isUtf8(line)) return { reason: 'lineNotUtf8', id: null };
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    return { reason: 'notJson', id: null };
  }
  if (typeof value !== 'object' || value === null) return { reason: 'noId', id: null };
  const { id, text, format: own } = value as { id?: unknown; text?: unknown; format?: unknown };
  if (!isId(id)) return { reason: typeof id === 'number' ? 'idNotExact' : 'noId', id: null };
  if (typeof text !== 'string') return { reason: 'noText', id };
  const said = own ?? format;
  if (said !== 'markdown' && said !== 'plain') return { reason: 'unknownFormat', id };
  return {
    id,
    path: String(id),
    text,
    format: said,
    encoding: 'utf-8',
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}
