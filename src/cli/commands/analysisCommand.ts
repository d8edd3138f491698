import { basename } from 'node:path';
import type { Translator } from '../../l10n/translator';
import { reportsByName } from '../formats';
import { UsageError, type CliIo } from '../io';
import { readNamed, type CommonOptions } from '../options';
import { jsonWriter } from '../output/jsonWriter';
import { reportWriter } from '../output/reportWriter';
import { annotationTextWriter, coverageTextWriter } from '../output/textWriters';
import { analyzeFiles, type Output } from './analyzeFiles';
import { ndjson } from './ndjson';

/** Commands that analyse documents. */
type Name = 'annotate' | 'coverage' | 'export';

/** `annotate` and `coverage` differ in their output for people; `export` writes files for other programs. */
export async function analysisCommand(
  name: Name,
  files: readonly string[],
  options: CommonOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t } = translator;
  if (options.stdinNdjson) {
    if (files.length > 0) throw new UsageError(t('cli.usage.ndjsonFiles'));
    return ndjson(name === 'coverage' ? 'coverage' : 'annotate', options, io, translator);
  }
  if (files.length === 0) throw new UsageError(t('cli.usage.noFiles', name));
  return analyzeFiles(files, options, await outputFor(name, options, io, t), io, translator);
}

async function outputFor(
  name: Name,
  { format, output, metadata, concordance }: CommonOptions,
  io: CliIo,
  t: Translator['t'],
): Promise<Output> {
  const report = reportsByName.get(format);
  if (report) {
    const named =
      metadata === undefined
        ? undefined
        : { name: basename(metadata), text: await readNamed(metadata, io.cwd, t) };
    return {
      createWriter: reportWriter(report, { output, metadata: named, concordance }, io),
      fileName: null,
    };
  }
  if (metadata !== undefined) throw new UsageError(t('cli.usage.reportOnly', '--metadata', format));
  if (concordance.length > 0) throw new UsageError(t('cli.usage.reportOnly', '--concordance', format));
  switch (format) {
    case 'json':
      return { createWriter: jsonWriter, fileName: 'policy-lens.json' };
    case 'text':
      if (name === 'export')
        throw new UsageError(t('cli.usage.exportFormat', [...reportsByName.keys()].join(t('cli.list'))));
      return {
        createWriter: name === 'annotate' ? annotationTextWriter : coverageTextWriter,
        fileName: 'policy-lens.txt',
      };
    default:
      throw new UsageError(
        t('cli.usage.format', format, ['text', 'json', ...reportsByName.keys()].join(t('cli.list'))),
      );
  }
}
