import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, parse, resolve, sep } from 'node:path';
import type { ReportFile } from '../../core/report';
import type { Translator } from '../../l10n/translator';
import { UsageError, type CliIo } from '../io';
import { keepOriginals } from './originals';

/** Where output goes. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Only now does the file stand under its name. */
  finish(): Promise<void>;
  /** Nothing is left behind. */
  abandon(): Promise<void>;
}

/**
 * Standard output, or a file; in a folder that is named, a file with a name of ours. A file is written under another
 * name first, so that a run that fails leaves the earlier file as it was.
 *
 * @param name For a file in a folder.
 * @param originals Absolute paths that are never written to.
 */
export async function openSink(
  output: string | undefined,
  name: string,
  originals: readonly string[],
  io: CliIo,
  t: Translator['t'],
): Promise<Sink> {
  if (output === undefined)
    return {
      write: (chunk) => io.write(chunk),
      finish: async () => undefined,
      abandon: async () => undefined,
    };
  const target = (await namesFolder(output, io.cwd)) ? join(output, name) : output;
  await keepOriginals([target], originals, io.cwd, t);
  const file = resolve(io.cwd, target);
  const draft = draftOf(file);
  const failed = (error: unknown): never => cannotWrite(target, error, t);
  await mkdir(dirname(file), { recursive: true }).catch(failed);
  const handle = await open(draft, 'w').catch(failed);
  return {
    write: async (chunk) => {
      await (typeof chunk === 'string' ? handle.writeFile(chunk) : handle.writeFile(chunk)).catch(failed);
    },
    finish: async () => {
      await handle.close();
      await rename(draft, file).catch(failed);
    },
    abandon: async () => {
      await handle.close();
      await rm(draft, { force: true });
    },
  };
}

/**
 * Writes the files of one report. One file goes to standard output or to the file named; several go into the folder
 * named, or, where a file is named, the main one there and the others beside it.
 *
 * @param originals Absolute paths that are never written to; where one would be, nothing is written at all.
 * @returns The paths written, as shown to the user; empty for standard output.
 */
export async function writeFiles(
  files: readonly ReportFile[],
  output: string | undefined,
  originals: readonly string[],
  io: CliIo,
  t: Translator['t'],
): Promise<string[]> {
  const [main, ...others] = files;
  if (!main) return [];
  if (output === undefined) {
    for (const piece of piecesOf(main)) await io.write(piece);
    if (others.length > 0)
      io.error(`${t('cli.output.moreFiles', others.map(({ name }) => name).join(t('cli.list')))}\n`);
    return [];
  }
  const extension = extname(main.name);
  const isFolder = files.length > 1 && extname(output).toLowerCase() !== extension;
  const place =
    isFolder || (await namesFolder(output, io.cwd))
      ? (name: string): string => join(output, name)
      : besideFile(output, main.name);
  const targets = files.map((each) => ({ each, path: place(each.name) }));
  const paths = targets.map(({ path }) => path);
  await keepOriginals(paths, originals, io.cwd, t);
  for (const { each, path } of targets) {
    const file = resolve(io.cwd, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(draftOf(file), piecesOf(each));
      await rename(draftOf(file), file);
    } catch (error) {
      cannotWrite(path, error, t);
    }
  }
  return paths;
}

/**
 * Where files go when the main one has a name of the user's: those of its kind are called after it, and so are those
 * that belong to it by their name (`one.txt`, `one.ann`). Others are found by the name they have.
 */
function besideFile(target: string, mainName: string): (name: string) => string {
  const main = parse(mainName);
  const own = parse(target);
  return (name) => {
    if (name === mainName) return target;
    const other = parse(name);
    if (own.base === main.base) return join(own.dir, other.base);
    if (other.dir === main.dir && other.name === main.name) return join(own.dir, `${own.name}${other.ext}`);
    return join(own.dir, other.ext === main.ext ? `${own.name}.${other.base}` : other.base);
  };
}

/** A long text is written as it is made. */
function piecesOf({ content }: ReportFile): Iterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

function draftOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}

/** Whether a path means a folder: one that exists, or, by the slash at its end, one that is to be made. */
export async function namesFolder(path: string, cwd: string): Promise<boolean> {
  if (path.endsWith('/') || path.endsWith(sep)) return true;
  return stat(resolve(cwd, path)).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** Ends the run with a message about a file that cannot be written. */
export function cannotWrite(path: string, error: unknown, t: Translator['t']): never {
  throw new UsageError(
    t('cli.usage.cannotWrite', path, (error as NodeJS.ErrnoException).code ?? String(error)),
  );
}
