import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Message } from '../../core/rules/model';
import type { Translator } from '../../l10n/translator';
import { cannotRead } from '../input/unreadable';
import { exit, UsageError, type CliIo } from '../io';
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
    bytes: Uint8Array,
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
  let code: number = exit.ok;
  for (const file of files) {
    const bytes = await readFile(resolve(io.cwd, file)).catch((error: unknown) => {
      io.error(`${cannotRead(file, error, t)}\n`);
      return null;
    });
    const { content, notes } = bytes ? await convert(file, bytes) : { content: null, notes: [] };
    for (const note of notes) io.error(`${file}: ${message(note)}\n`);
    if (content === null) {
      code = exit.unreadable;
      continue;
    }
    if (output === undefined) {
      await io.write(content);
      continue;
    }
    const target = folder ? join(output, `${stemOf(file)}${extension}`) : output;
    const path = resolve(io.cwd, target);
    const earlier = sourceOf.get(path);
    if (earlier !== undefined) {
      io.error(`${t('cli.import.sameName', file, target, earlier)}\n`);
      code = exit.unreadable;
      continue;
    }
    if (existsSync(path) && !force) {
      io.error(`${t('cli.import.exists', target)}\n`);
      code = exit.unreadable;
      continue;
    }
    sourceOf.set(path, file);
    try {
      await keepOriginals([target], originals, io.cwd, t);
      await writeWhole(target, [content], io.cwd, t);
    } catch (error) {
      // It keeps none of the others back.
      if (!(error instanceof UsageError)) throw error;
      io.error(`${error.message}\n`);
      code = exit.unreadable;
      continue;
    }
    io.error(`${t('cli.output.written', target)}\n`);
  }
  return code;
}

/** `dir/a.docx` → `a`. */
function stemOf(file: string): string {
  return basename(file, extname(file)).replace(/\.policy$/i, '');
}
