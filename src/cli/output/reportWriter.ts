import { dirname, relative, resolve, sep } from 'node:path';
import type { ReportFormat, ReportInput } from '../../core/report';
import { expand, type CompactResult } from '../../core/report/compact';
import { schemaVersion, type DocumentResult, type Output } from '../../core/report/contract';
import { uriOf } from '../../core/report/formats/names';
import { UsageError, type CliIo } from '../io';
import type { Skipped } from '../input/source';
import { tool } from '../version';
import { namesFolder, writeFiles } from './sink';
import type { Run, Writer } from './writer';

/** What a report can use beside the documents. */
export interface ReportExtras {
  readonly output: string | undefined;
  readonly metadata: { readonly name: string; readonly text: string } | undefined;
  readonly concordance: readonly string[];
}

/** Reports and exports: all documents are gathered, then written at once. */
export function reportWriter(format: ReportFormat, extras: ReportExtras, io: CliIo): (run: Run) => Writer {
  return (run) => {
    const gathered = gather(run, extras, io);
    return {
      render: 'compact',
      withSource: true,
      begin: async () => {
        // Before the work, not after it: a terminal shows an archive as noise.
        if (!run.isTerminal) return;
        const { isBinary } = await import('../../core/report');
        if (isBinary(format, run.documents.length))
          throw new UsageError(run.translator.t('cli.usage.notForTerminal', format));
      },
      document: gathered.document,
      end: async (skipped, leftOutFiles) => {
        const { metadataOf, writeReport } = await import('../../core/report');
        const { t, message } = run.translator;
        const input = await gathered.input(skipped, leftOutFiles);
        // Told in every format, for tables have no place for them.
        for (const problem of metadataOf(input).problems) io.error(`${message(problem)}\n`);
        const { files, leftOut } = await writeReport(format, input);
        const written = await writeFiles(files, extras.output, run.originals, io, t);
        for (const path of written) io.error(`${t('cli.output.written', path)}\n`);
        for (const path of leftOut) io.error(`${t('cli.output.leftOut', path, format)}\n`);
      },
    };
  };
}

/** Collects documents until a report can be made of them. */
export function gather(
  { taxonomy, translator }: Run,
  { output, metadata, concordance }: ReportExtras,
  io: CliIo,
): {
  document: Writer['document'];
  input(skipped: readonly Skipped[], leftOut: readonly Skipped[]): Promise<ReportInput>;
} {
  const documents: DocumentResult[] = [];
  const texts = new Map<string, string>();
  return {
    document: async (pieces, { path }, source = '') => {
      documents.push(expand(JSON.parse([...pieces].join('')) as CompactResult, source));
      texts.set(path, source);
    },
    input: async (skipped, leftOut) => ({
      leftOut: new Set(leftOut.map(({ path }) => path)),
      output: outputOf(taxonomy, documents, skipped, translator),
      taxonomy,
      words: translator,
      texts,
      metadataCsv: metadata?.text,
      metadataName: metadata?.name,
      concordance,
      date: io.today,
      page: { host: 'file', baseline: output === undefined ? undefined : await linkBase(output, io.cwd) },
    }),
  };
}

/** The JSON contract's frame around documents. */
export function outputOf(
  { id, version, fingerprint }: Output['taxonomy'],
  documents: readonly DocumentResult[],
  skipped: readonly Skipped[],
  { t }: Run['translator'],
): Output {
  return {
    schemaVersion,
    tool,
    taxonomy: { id, version, fingerprint },
    offsetUnit: 'utf-16',
    documents,
    skipped: skipped.map(({ path, reason }) => ({ path, reason: t(`cli.reason.${reason}`) })),
  };
}

/** From the report's folder back to where the documents' paths start. */
async function linkBase(output: string, cwd: string): Promise<string> {
  const file = resolve(cwd, output);
  const path = relative((await namesFolder(output, cwd)) ? file : dirname(file), cwd);
  return path === '' ? './' : `${uriOf(path.split(sep).join('/'))}/`;
}
