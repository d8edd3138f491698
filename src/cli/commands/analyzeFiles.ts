import { resolve } from 'node:path';
import { copiesAmong } from '../../core/coverage/copies';
import { severities } from '../../core/rules/model';
import type { Translator } from '../../l10n/translator';
import { taxonomyFor } from '../analyst';
import { exit, type CliIo } from '../io';
import { collect, type Collected } from '../input/collect';
import { readStdin } from '../input/stdin';
import { toSource, type Input, type Skipped, type SourceText } from '../input/source';
import { analystOptions, baselineOf, jobsFor, type CommonOptions } from '../options';
import { openSink } from '../output/sink';
import type { Digest, Outcome } from '../outcome';
import type { Run, Writer } from '../output/writer';
import type { Work } from '../workers/protocol';
import { runWork } from '../workers/runWork';

/** How the documents are written. */
export interface Output {
  readonly createWriter: (run: Run) => Writer;
  /** What the output is called in a folder that `--output` names; null for reports, which write their own files. */
  readonly fileName: string | null;
}

/** What a run has learned of its documents, for its notices and its exit code. */
interface Tally {
  readonly skipped: Skipped[];
  /** Findings that no baseline knows, by severity. */
  readonly findings: Record<string, number>;
  /** Paths of documents in traditional characters. */
  readonly traditional: string[];
  /** What was analysed. */
  readonly read: Pick<Digest, 'path' | 'sha256'>[];
  /** Findings that the baseline knows. */
  known: number;
}

/**
 * Analyses all that the command line names and returns the exit code.
 *
 * @param given Texts that are no files, before all others.
 */
export async function analyzeFiles(
  names: readonly string[],
  options: CommonOptions,
  { createWriter, fileName }: Output,
  io: CliIo,
  translator: Translator,
  given: readonly SourceText[] = [],
): Promise<number> {
  const { t, language } = translator;
  const analysis = await analystOptions(options, language, io.cwd, t);
  const taxonomy = await taxonomyFor(analysis);
  const baseline = await baselineOf(options.baseline, io.cwd, t);
  const found = withoutEmpty(
    await collect({ names, include: options.include, exclude: options.exclude }, io.cwd),
    options,
  );
  const { inputs, other } = await changedOf(found, options, io, t);
  const originals = originalsOf(found, options, io.cwd);
  const documents = [...given, ...inputs].map(({ path }) => path);
  if (documents.length === 0 && found.skipped.length === 0)
    io.error(`${nothingToRead(filesOf(found.inputs).length, options, t)}\n`);

  const tally: Tally = { skipped: [...found.skipped], findings: {}, traditional: [], read: [], known: 0 };
  const target = fileName === null ? undefined : options.output;
  const sink = await openSink(target, fileName ?? '', originals, io, t);
  try {
    const writer = createWriter({
      taxonomy,
      translator,
      columns: options.output === undefined ? io.columns : 80,
      isTerminal: io.isTerminal && options.output === undefined,
      documents,
      originals,
      write: sink.write,
    });
    const settings = {
      render: { as: writer.render, columns: io.columns },
      baseline,
      countsFindings: options.failOn !== undefined,
      withSource: writer.withSource ?? false,
    };
    const jobs = jobsFor(options.jobs, documents.length);
    const work = workFor(given, inputs, options, io);
    await writer.begin();
    const outcomes = runWork(work, jobs, { analysis, taxonomy, settings }, io);
    await writeAll(outcomes, writer, documents.length, tally, io, t);
    await writer.end([...tally.skipped, ...other], other);
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  if (sink.path !== null) io.error(`${t('cli.output.written', sink.path)}\n`);
  for (const notice of noticesOf(tally, other, baseline !== null, t)) io.error(`${notice}\n`);
  if (tally.skipped.length > 0) return exit.unreadable;
  return failsOn(options, tally.findings) ? exit.findings : exit.ok;
}

/** Where only what has changed is asked for, a folder without a text is none of the user's mistakes. */
function withoutEmpty(found: Collected, { changedSince }: CommonOptions): Collected {
  if (changedSince === undefined) return found;
  const isEmpty = ({ reason }: Skipped): boolean => reason === 'noTexts' || reason === 'noneIncluded';
  return { ...found, skipped: found.skipped.filter((each) => !isEmpty(each)) };
}

function filesOf(inputs: readonly Input[]): string[] {
  return inputs.flatMap(({ file }) => file ?? []);
}

/** What `--changed-since` leaves of the documents and of what is told beside them; standard input always stays. */
async function changedOf(
  { inputs, other }: Pick<Collected, 'inputs' | 'other'>,
  { changedSince: revision }: CommonOptions,
  io: CliIo,
  t: Translator['t'],
): Promise<Pick<Collected, 'inputs' | 'other'>> {
  if (revision === undefined) return { inputs, other };
  const { changedSince } = await import('../input/changedSince');
  const changed = await changedSince(revision, filesOf(inputs), io.cwd, t);
  return {
    inputs: inputs.filter(({ file }) => file === null || changed(file)),
    other: other.filter(({ path }) => changed(resolve(io.cwd, path))),
  };
}

/** Absolute paths of all that is read or passed over: nothing is written there. */
function originalsOf(found: Collected, options: CommonOptions, cwd: string): string[] {
  const { metadata, taxonomy, baseline } = options;
  const beside = [...found.skipped, ...found.other].map(({ path }) => path);
  const named = [...beside, metadata, taxonomy, baseline];
  return [
    ...filesOf(found.inputs),
    ...named.flatMap((path) => (path === undefined ? [] : resolve(cwd, path))),
  ];
}

function nothingToRead(files: number, { changedSince }: CommonOptions, t: Translator['t']): string {
  return changedSince === undefined || files === 0
    ? t('cli.nothingFound')
    : t('cli.nothingChanged', changedSince, files);
}

async function writeAll(
  outcomes: AsyncIterable<Outcome>,
  writer: Writer,
  total: number,
  tally: Tally,
  io: CliIo,
  t: Translator['t'],
): Promise<void> {
  const progress = createProgress(total, io, t);
  for await (const outcome of outcomes) {
    progress.step();
    if ('skipped' in outcome) {
      tally.skipped.push(outcome.skipped);
      continue;
    }
    const { digest } = outcome;
    tally.read.push({ path: digest.path, sha256: digest.sha256 });
    for (const [severity, count] of Object.entries(digest.findings))
      tally.findings[severity] = (tally.findings[severity] ?? 0) + count;
    tally.known += digest.known;
    if (digest.looksTraditional) tally.traditional.push(digest.path);
    if (digest.hasBrokenSidecar) io.error(`${t('cli.brokenSidecar', digest.path)}\n`);
    await writer.document(outcome.pieces, digest, outcome.source);
  }
  progress.end();
}

/** What is told at the end, a line each. */
function* noticesOf(
  { skipped, traditional, read, known }: Tally,
  other: readonly Skipped[],
  hasBaseline: boolean,
  t: Translator['t'],
): Generator<string> {
  for (const { path, reason } of skipped) yield `${path}: ${t(`cli.reason.${reason}`)}`;
  const pathsOf = (wanted: Skipped['reason']): string[] =>
    other.flatMap(({ path, reason }) => (reason === wanted ? [path] : []));
  const documents = pathsOf('notTextFile');
  if (documents.length > 0)
    yield t('cli.otherDocuments', documents.length, documents.slice(0, 3).join(t('cli.list')));
  const about = pathsOf('aboutFolder');
  const links = pathsOf('symbolicLink');
  if (links.length > 0) yield t('cli.symbolicLinks', links.length, links[0] ?? '');
  if (about.length > 0) yield t('cli.aboutFolder', about.length, about[0] ?? '');
  if (traditional.length > 0) yield t('cli.traditional', traditional.length, traditional[0] ?? '');
  const copies = copiesAmong(read);
  if (copies) yield t('cli.copies', copies.count, ...copies.example);
  if (hasBaseline) yield t('cli.known', known);
}

function failsOn({ failOn }: CommonOptions, findings: Record<string, number>): boolean {
  if (failOn === undefined) return false;
  return severities
    .slice(0, severities.indexOf(failOn) + 1)
    .some((severity) => (findings[severity] ?? 0) > 0);
}

async function* workFor(
  given: readonly SourceText[],
  inputs: readonly Input[],
  { stdinFormat }: CommonOptions,
  io: CliIo,
): AsyncGenerator<Work, void> {
  for (const source of given) yield { source };
  for (const { path, file, format } of inputs) {
    if (file !== null) yield { input: { path, file, format } };
    else {
      const source = toSource({ path, format: stdinFormat }, await readStdin(io.stdin));
      yield 'reason' in source ? { outcome: { skipped: source } } : { source };
    }
  }
}

/** Runs of fewer documents are over before anybody looks. */
const worthWatching = 20;

/** One line on a terminal that counts up; nothing where the output is kept. */
function createProgress(total: number, io: CliIo, t: Translator['t']): { step(): void; end(): void } {
  if (!io.interactive || total < worthWatching) return { step: () => undefined, end: () => undefined };
  let done = 0;
  return {
    step: () => {
      if (++done % 10 === 0) io.error(`\r${t('cli.progress', done, total)}`);
    },
    end: () => io.error('\r\u001b[K'),
  };
}
