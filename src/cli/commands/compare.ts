import { resolve } from 'node:path';
import type { ReportFile } from '../../core/report';
import type { Translator } from '../../l10n/translator';
import { atRevision } from '../input/atRevision';
import { comparisonFormats, type ComparisonFormat } from '../formats';
import { UsageError, type CliIo } from '../io';
import type { CommonOptions } from '../options';
import { fitMarkdown } from '../output/markdownLines';
import { gather, type ReportExtras } from '../output/reportWriter';
import { writeFiles } from '../output/sink';
import type { Run, Writer } from '../output/writer';
import { analyzeFiles } from './analyzeFiles';

/** What is compared: two files, or a file with what it was at a git revision. */
export type Compared =
  { readonly before: string; readonly after: string } | { readonly file: string; readonly against: string };

/** `compare A B`, `compare FILE --against REV`: categories gained, lost, weakened from one text to another. */
export async function compareCommand(
  compared: Compared,
  options: CommonOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t } = translator;
  const format = comparisonFormats.find((each) => each === options.format);
  if (!format)
    throw new UsageError(t('cli.usage.format', options.format, comparisonFormats.join(t('cli.list'))));
  const extras = { output: options.output, metadata: undefined, concordance: [] };
  const createWriter = (run: Run): Writer => comparisonWriter(format, extras, run, io);
  const output = { createWriter, fileName: null };
  if ('before' in compared) {
    const { before, after } = compared;
    if (resolve(io.cwd, before) === resolve(io.cwd, after))
      throw new UsageError(t('cli.usage.compareSame', before));
    return analyzeFiles([before, after], options, output, io, translator);
  }
  const { file, against } = compared;
  const earlier = await atRevision(file, against, io.cwd, t);
  return analyzeFiles([file], options, output, io, translator, [earlier]);
}

/** For reading in a terminal, which is narrower than the rows of a comparison. */
function fitted(file: ReportFile, { columns }: Run): ReportFile {
  const { content } = file;
  return typeof content === 'string' ? { ...file, content: fitMarkdown(content, columns) } : file;
}

function comparisonWriter(format: ComparisonFormat, extras: ReportExtras, run: Run, io: CliIo): Writer {
  const gathered = gather(run, extras, io);
  const { t } = run.translator;
  return {
    render: 'compact',
    withSource: true,
    begin: async () => {
      const { length } = run.documents;
      if (length > 2) throw new UsageError(t('cli.usage.compare', length));
    },
    document: gathered.document,
    end: async (skipped, leftOut) => {
      const input = await gathered.input(skipped, leftOut);
      const { length } = input.output.documents;
      if (length !== 2) {
        // Files that could not be read are told one by one.
        if (skipped.length > 0) return;
        throw new UsageError(t('cli.usage.compare', length));
      }
      const { writeComparison } = await import('../../core/report');
      const { files } = writeComparison(format, input);
      const shown = run.isTerminal && format === 'text' ? files.map((file) => fitted(file, run)) : files;
      for (const path of await writeFiles(shown, extras.output, run.originals, io, t))
        io.error(`${t('cli.output.written', path)}\n`);
    },
  };
}
