import type { Translator } from '../../l10n/translator';
import { UsageError, type CliIo } from '../io';
import type { CommonOptions } from '../options';
import { jsonWriter } from '../output/jsonWriter';
import { annotationTextWriter, coverageTextWriter } from '../output/textWriters';
import type { Run, Writer } from '../output/writer';
import { analyzeFiles } from './analyzeFiles';
import { ndjson } from './ndjson';

/** `annotate` and `coverage`: they differ in their output for people. */
export async function analysisCommand(
  name: 'annotate' | 'coverage',
  files: readonly string[],
  options: CommonOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t } = translator;
  if (options.stdinNdjson) {
    if (files.length > 0) throw new UsageError(t('cli.usage.ndjsonFiles'));
    return ndjson(name, options, io, translator);
  }
  if (files.length === 0) throw new UsageError(t('cli.usage.noFiles', name));
  return analyzeFiles(files, options, writerFor(name, options, t), io, translator);
}

function writerFor(
  name: 'annotate' | 'coverage',
  { format }: CommonOptions,
  t: Translator['t'],
): (run: Run) => Writer {
  switch (format) {
    case 'json':
      return jsonWriter;
    case 'text':
      return name === 'annotate' ? annotationTextWriter : coverageTextWriter;
    default:
      throw new UsageError(t('cli.usage.format', format, 'text, json'));
  }
}
