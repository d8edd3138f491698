import type { Translator } from '../../l10n/translator';
import type { CliIo } from '../io';
import { convertFiles, type ConvertOptions } from './convertFiles';

/** `import FILES… -o OUT`: Word, web pages, PDF and OFD as Markdown. The originals are only read. */
export async function importCommand(
  files: readonly string[],
  options: ConvertOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { convertDocument } = await io.loadConverter();
  const convert = async (file: string, bytes: Uint8Array) => {
    const { markdown, notes } = await convertDocument(file, bytes);
    return { content: markdown, notes };
  };
  return convertFiles(files, options, { extension: '.policy.md', convert }, io, translator);
}
