import { stat } from 'node:fs/promises';
import { extname, join, parse, resolve, sep } from 'node:path';
import type { ReportFile } from '../../core/report';
import type { Translator } from '../../l10n/translator';
import { UsageError, type CliIo } from '../io';
import { openDraft, type Draft } from './draft';
import { keepOriginals } from './originals';

/** An output that is written as it comes. */
export interface Sink extends Draft {
  /** As shown to the user; null for standard output. */
  readonly path: string | null;
}

/**
 * Where output goes: standard output, or a file; in a folder that is named, a file with a name of ours.
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
      path: null,
      write: (chunk) => io.write(chunk),
      finish: async () => undefined,
      abandon: async () => undefined,
    };
  const target = (await namesFolder(output, io.cwd)) ? join(output, name) : output;
  await keepOriginals([target], originals, io.cwd, t);
  const failed = (error: unknown): never => cannotWrite(target, error, t);
  const draft = await openDraft(resolve(io.cwd, target)).catch(failed);
  return {
    path: target,
    write: (chunk) => draft.write(chunk).catch(failed),
    finish: () => draft.finish().catch(failed),
    abandon: draft.abandon,
  };
}

/**
 * Writes the files of one report. One file goes to standard output or to the file named; several go into the folder
 * named, or, where a file is named, the main one there and the others beside it. A name without an ending is a folder
 * for several, in an archive or not.
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
  // An archive goes where its files would, so that one document and several make a folder alike.
  const isNew = extension === '.zip' && extname(output) === '' && !(await exists(output, io.cwd));
  const place =
    isFolder || isNew || (await namesFolder(output, io.cwd))
      ? (name: string): string => join(output, name)
      : besideFile(output, main.name);
  const targets = files.map((each) => ({ each, path: place(each.name) }));
  const paths = targets.map(({ path }) => path);
  await keepOriginals(paths, originals, io.cwd, t);
  for (const { each, path } of targets) await writeWhole(path, piecesOf(each), io.cwd, t);
  return paths;
}

/** Writes a file at once, or ends the run with a message and nothing left behind. */
export async function writeWhole(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  cwd: string,
  t: Translator['t'],
): Promise<void> {
  try {
    const draft = await openDraft(resolve(cwd, path));
    try {
      for (const piece of pieces) await draft.write(piece);
    } catch (error) {
      await draft.abandon();
      throw error;
    }
    await draft.finish();
  } catch (error) {
    cannotWrite(path, error, t);
  }
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

/** Whether a path means a folder: one that exists, or, by the slash at its end, one that is to be made. */
export async function namesFolder(path: string, cwd: string): Promise<boolean> {
  if (path.endsWith('/') || path.endsWith(sep)) return true;
  return stat(resolve(cwd, path)).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

function exists(path: string, cwd: string): Promise<boolean> {
  return stat(resolve(cwd, path)).then(
    () => true,
    () => false,
  );
}

/** Ends the run with a message about a file that cannot be written. */
function cannotWrite(path: string, error: unknown, t: Translator['t']): never {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const id = code === 'ENOSPC' || code === 'EDQUOT' ? 'cli.usage.diskFull' : 'cli.usage.cannotWrite';
  throw new UsageError(t(id, path, code));
}
