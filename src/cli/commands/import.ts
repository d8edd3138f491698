import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Translator } from '../../l10n/translator';
import { exit, UsageError, type CliIo } from '../io';
import { keepOriginals } from '../output/originals';
import { namesFolder, writeWhole } from '../output/sink';

/** Options of `import`. */
export interface ImportOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** `import FILES… -o OUT`: Word, web pages and PDF as Markdown. The originals are only read. */
export async function importCommand(
  files: readonly string[],
  { output, force }: ImportOptions,
  io: CliIo,
  { t, message }: Translator,
): Promise<number> {
  if (files.length > 1 && output === undefined) throw new UsageError(t('cli.usage.importFolder'));
  const folder = output !== undefined && (files.length > 1 || (await namesFolder(output, io.cwd)));
  const originals = files.map((file) => resolve(io.cwd, file));
  const { convertDocument } = await io.loadConverter();
  const sourceOf = new Map<string, string>();
  let code: number = exit.ok;
  for (const file of files) {
    const bytes = await readFile(resolve(io.cwd, file)).catch((error: unknown) => {
      io.error(`${t('cli.usage.cannotRead', file, (error as NodeJS.ErrnoException).code ?? '')}\n`);
      return null;
    });
    const { markdown, notes } = bytes ? await convertDocument(file, bytes) : { markdown: null, notes: [] };
    for (const note of notes) io.error(`${file}: ${message(note)}\n`);
    if (markdown === null) {
      code = exit.unreadable;
      continue;
    }
    if (output === undefined) {
      await io.write(markdown);
      continue;
    }
    const target = folder ? join(output, `${stemOf(file)}.policy.md`) : output;
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
      await writeWhole(target, [markdown], io.cwd, t);
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
