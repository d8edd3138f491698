import { message } from '../../core/message';
import { formatByName } from '../../core/text/format';
import { decode } from '../../files/decode';
import type { Translator } from '../../l10n/translator';
import { largestFile, type SkipReason } from '../input/source';
import { UsageError, type CliIo } from '../io';
import { convertFiles, type ConvertOptions, type FileConverter } from './convertFiles';

/** `word FILES… -o OUT`: texts as Word files in the form of official documents. The texts are only read. */
export async function wordCommand(
  files: readonly string[],
  options: ConvertOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  if (options.output === undefined && io.isTerminal)
    throw new UsageError(translator.t('cli.usage.notForTerminal', 'docx'));
  const { exportWord } = await io.loadConverter();
  const refused = (reason: SkipReason) => ({
    content: null,
    notes: [message(`cli.reason.${reason}`)],
  });
  const convert: FileConverter['convert'] = async (file, bytes) => {
    if (bytes.length > largestFile) return refused('tooLarge');
    const decoded = decode(bytes);
    if ('reason' in decoded) return refused(decoded.reason);
    const { bytes: content, notes } = await exportWord({ text: decoded.text, format: formatByName(file) });
    return { content, notes };
  };
  return convertFiles(files, options, { extension: '.docx', convert }, io, translator);
}
