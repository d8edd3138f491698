import type { Translator } from '../../l10n/translator';
import { taxonomyFor } from '../analyst';
import { exit, type CliIo } from '../io';
import { collect } from '../input/collect';
import { readStdin } from '../input/stdin';
import { toSource, type Input, type Skipped } from '../input/source';
import { analystOptions, baselineOf, jobsFor, severities, type CommonOptions } from '../options';
import type { Run, Writer } from '../output/writer';
import type { Work } from '../workers/protocol';
import { runWork } from '../workers/runWork';

/** Analyses all that the command line names and returns the exit code. */
export async function analyzeFiles(
  names: readonly string[],
  options: CommonOptions,
  createWriter: (run: Run) => Writer,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t, language } = translator;
  const analysis = await analystOptions(options, language, io.cwd, t);
  const taxonomy = await taxonomyFor(analysis);
  const baseline = await baselineOf(options.baseline, io.cwd, t);
  const found = await collect({ names, include: options.include, exclude: options.exclude }, io.cwd);
  let { inputs } = found;
  if (options.changedSince !== undefined) {
    const { changedSince } = await import('../input/changedSince');
    const changed = await changedSince(options.changedSince, io.cwd, t);
    inputs = inputs.filter(({ file }) => file === null || changed(file));
  }
  if (inputs.length === 0 && found.skipped.length === 0) io.error(`${t('cli.nothingFound')}\n`);

  const skipped: Skipped[] = [...found.skipped];
  const findings: Record<string, number> = {};
  let known = 0;
  const writer = createWriter({
    taxonomy,
    translator,
    columns: io.columns,
    documents: inputs.length,
    write: (chunk) => io.write(chunk),
  });
  await writer.begin();
  const render = { as: writer.render, columns: io.columns };
  const outcomes = runWork(
    workFor(inputs, options, io),
    jobsFor(options.jobs, inputs.length),
    { analysis, taxonomy, settings: { render, baseline } },
    io,
  );
  for await (const outcome of outcomes) {
    if ('skipped' in outcome) {
      skipped.push(outcome.skipped);
      continue;
    }
    for (const [severity, count] of Object.entries(outcome.digest.findings))
      findings[severity] = (findings[severity] ?? 0) + count;
    known += outcome.digest.known;
    await writer.document(outcome.text, outcome.digest);
  }
  await writer.end([...skipped, ...found.other]);
  for (const { path, reason } of skipped) io.error(`${path}: ${t(`cli.reason.${reason}`)}\n`);
  if (found.other.length > 0)
    io.error(
      `${t(
        'cli.otherDocuments',
        found.other.length,
        found.other
          .slice(0, 3)
          .map(({ path }) => path)
          .join(t('cli.list')),
      )}\n`,
    );
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
  inputs: readonly Input[],
  { stdinFormat }: CommonOptions,
  io: CliIo,
): AsyncGenerator<Work, void> {
  for (const { path, file, format } of inputs) {
    if (file !== null) yield { input: { path, file, format } };
    else {
      const source = toSource({ path, format: stdinFormat }, await readStdin(io.stdin));
      yield 'reason' in source ? { outcome: { skipped: source } } : { source };
    }
  }
}
