import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { Message } from '../../core/message';
import type { Translator } from '../../l10n/translator';
import { bytesOf, oneByOne } from '../input/named';
import { UsageError, type CliIo } from '../io';
import { keepOriginals } from '../output/originals';
import { namesFolder, writeWhole } from '../output/sink';

/** Options of commands that turn files into others. */
export interface ConvertOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** How one file becomes another. */
export interface FileConverter {
  /** Of files in a folder, behind the name they had. */
  readonly extension: string;
  /** `content` is `null` where it cannot be done; the notes say why. */
  convert(
    file: string,
    bytes: Buffer,
  ): Promise<{ readonly content: string | Uint8Array | null; readonly notes: readonly Message[] }>;
}

/** Files one after the other, to standard output, a file or a folder. The originals are only read. */
export async function convertFiles(
  files: readonly string[],
  { output, force }: ConvertOptions,
  { extension, convert }: FileConverter,
  io: CliIo,
  { t, message }: Translator,
): Promise<number> {
  if (files.length > 1 && output === undefined) throw new UsageError(t('cli.usage.importFolder'));
  const folder = output !== undefined && (files.length > 1 || (await namesFolder(output, io.cwd)));
  const originals = files.map((file) => resolve(io.cwd, file));
  const sourceOf = new Map<string, string>();
  /** What would be written over is told before a file is converted: its notes are of no use then. */
  const keepWritten = async (target: string, file: string): Promise<void> => {
    const path = resolve(io.cwd, target);
    const earlier = sourceOf.get(path);
    if (earlier !== undefined) throw new UsageError(t('cli.import.sameName', file, target, earlier));
    if (existsSync(path) && !force) throw new UsageError(t('cli.import.exists', target));
    await keepOriginals([target], originals, io.cwd, t);
  };
  return oneByOne(files, io, async (file) => {
    const target = folder ? join(output, `${stemOf(file)}${extension}`) : output;
    const bytes = await bytesOf(file, io.cwd, t);
    if (target !== undefined) await keepWritten(target, file);
    const { content, notes } = await convert(file, bytes);
    for (const note of notes) io.error(`${file}: ${message(note)}\n`);
    // The notes have said why.
    if (content === null) throw new UsageError();
    if (target === undefined) {
      await io.write(content);
      return;
    }
    sourceOf.set(resolve(io.cwd, target), file);
    await writeWhole(target, [content], io.cwd, t);
    io.error(`${t('cli.output.written', target)}\n`);
  });
}

/** `dir/a.docx` → `a`. */
function stemOf(file: string): string {
  return basename(file, extname(file)).replace(/\.policy$/i, '');
}
