import { resolve } from 'node:path';
import type { Translator } from '../../l10n/translator';
import { taxonomyFor } from '../analyst';
import { exit, type CliIo } from '../io';
import { collect } from '../input/collect';
import { readStdin } from '../input/stdin';
import { toSource, type Input, type Skipped, type SourceText } from '../input/source';
import { analystOptions, baselineOf, jobsFor, severities, type CommonOptions } from '../options';
import { openSink } from '../output/sink';
import type { Run, Writer } from '../output/writer';
import type { Work } from '../workers/protocol';
import { runWork } from '../workers/runWork';

/** How the documents are written. */
export interface Output {
  readonly createWriter: (run: Run) => Writer;
  /** What the output is called in a folder that `--output` names; null for reports, which write their own files. */
  readonly fileName: string | null;
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
  const found = await collect({ names, include: options.include, exclude: options.exclude }, io.cwd);
  let { inputs } = found;
  const files = inputs.flatMap(({ file }) => file ?? []);
  const { metadata, taxonomy: ownTaxonomy, baseline: earlier } = options;
  const beside = [...found.skipped, ...found.other].map(({ path }) => path);
  const originals = [
    ...files,
    ...[...beside, metadata, ownTaxonomy, earlier].flatMap((path) =>
      path === undefined ? [] : resolve(io.cwd, path),
    ),
  ];
  if (options.changedSince !== undefined) {
    const { changedSince } = await import('../input/changedSince');
    const changed = await changedSince(options.changedSince, files, io.cwd, t);
    inputs = inputs.filter(({ file }) => file === null || changed(file));
  }
  const documents = [...given, ...inputs].map(({ path }) => path);
  const total = documents.length;
  if (total === 0 && found.skipped.length === 0)
    io.error(
      options.changedSince === undefined || files.length === 0
        ? `${t('cli.nothingFound')}\n`
        : `${t('cli.nothingChanged', options.changedSince, files.length)}\n`,
    );

  const skipped: Skipped[] = [...found.skipped];
  const findings: Record<string, number> = {};
  let known = 0;
  const traditional: string[] = [];
  const sink = await openSink(
    fileName === null ? undefined : options.output,
    fileName ?? '',
    originals,
    io,
    t,
  );
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
    const render = { as: writer.render, columns: io.columns };
    const settings = {
      render,
      baseline,
      countsFindings: options.failOn !== undefined,
      withSource: writer.withSource ?? false,
    };
    const jobs = jobsFor(options.jobs, total);
    const work = workFor(given, inputs, options, io);
    await writer.begin();
    const progress = createProgress(total, io, t);
    for await (const outcome of runWork(work, jobs, { analysis, taxonomy, settings }, io)) {
      progress.step();
      if ('skipped' in outcome) {
        skipped.push(outcome.skipped);
        continue;
      }
      const { digest } = outcome;
      for (const [severity, count] of Object.entries(digest.findings))
        findings[severity] = (findings[severity] ?? 0) + count;
      known += digest.known;
      if (digest.looksTraditional) traditional.push(digest.path);
      if (digest.hasBrokenSidecar) io.error(`${t('cli.brokenSidecar', digest.path)}\n`);
      await writer.document(outcome.pieces, digest, outcome.source);
    }
    progress.end();
    await writer.end([...skipped, ...found.other], found.other);
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  for (const { path, reason } of skipped) io.error(`${path}: ${t(`cli.reason.${reason}`)}\n`);
  const otherDocuments = found.other.filter(({ reason }) => reason === 'notTextFile');
  if (otherDocuments.length > 0)
    io.error(
      `${t(
        'cli.otherDocuments',
        otherDocuments.length,
        otherDocuments
          .slice(0, 3)
          .map(({ path }) => path)
          .join(t('cli.list')),
      )}\n`,
    );
  const about = found.other.filter(({ reason }) => reason === 'aboutFolder');
  if (about.length > 0) io.error(`${t('cli.aboutFolder', about.length, about[0]?.path ?? '')}\n`);
  if (traditional.length > 0) io.error(`${t('cli.traditional', traditional.length, traditional[0] ?? '')}\n`);
  if (baseline) io.error(`${t('cli.known', known)}\n`);
  if (skipped.length > 0) return exit.unreadable;
  return failsOn(options, findings) ? exit.findings : exit.ok;
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
