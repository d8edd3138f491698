import { readdir, type Dirent } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isAboutFolder } from '../../files/aboutFolder';
import { gitignoreFilter } from './gitignore';
import { formatByName } from '../../core/text/format';
import type { Input, SkipReason, Skipped } from './source';
import { reasonOf } from './unreadable';

/** What to look for, as the user says it. */
export interface Selection {
  /** Files, folders, glob patterns, or `-` for standard input. */
  readonly names: readonly string[];
  /** Patterns relative to each folder; without any, text and Markdown files are taken. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** What was found: documents to read, and files passed over, with the reason. */
export interface Collected {
  readonly inputs: readonly Input[];
  readonly skipped: readonly Skipped[];
  /** Documents in other formats, and texts about the folder, that stand in a searched folder: told, but no error. */
  readonly other: readonly Skipped[];
}

const textFiles = ['md', 'markdown', 'txt'].map(endingIn);
const otherDocuments = ['doc', 'docx', 'wps', 'odt', 'rtf', 'pdf', 'ofd', 'html', 'htm'].map(endingIn);
const alwaysLeftOut = ['**/.git/**', '**/node_modules/**', '**/.policy-lens/**'];

/** Whether a file is text by its bytes, but not to be read as it stands. Word and PDF files show what they are. */
export function isMarkedUp(path: string): boolean {
  return /\.(?:html?|rtf)$/i.test(path);
}

/** Lists a folder, as `readdir` does. */
type ListFolder = (
  path: string,
  options: { withFileTypes: true },
  done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
) => void;

/**
 * Finds the documents, in the order named and sorted by path within a folder; nothing is taken twice.
 *
 * @param listFolder Asked for every folder that is searched; those it cannot list are among the files passed over.
 */
export async function collect(
  selection: Selection,
  cwd: string,
  listFolder: ListFolder = readdir,
): Promise<Collected> {
  const collection = new Collection(selection, cwd, listFolder);
  for (const name of selection.names) await collection.take(name);
  return collection.all();
}

class Collection {
  private readonly inputs: Input[] = [];
  private readonly skipped: Skipped[] = [];
  private readonly seen = new Set<string>();
  /** Absolute paths of what was left out in folders; a file may be named by itself, too, before or after them. */
  private readonly left = new Map<string, Skipped>();

  constructor(
    private readonly selection: Selection,
    private readonly cwd: string,
    private readonly listFolder: ListFolder,
  ) {}

  all(): Collected {
    const other = [...this.left].flatMap(([file, skipped]) => (this.seen.has(file) ? [] : [skipped]));
    return { inputs: this.inputs, skipped: this.skipped, other };
  }

  /** Takes in what one name on the command line stands for. */
  async take(name: string): Promise<void> {
    if (name === '-') {
      if (!this.seen.has(name)) this.inputs.push({ path: '-', file: null, format: 'plain' });
      this.seen.add(name);
      return;
    }
    const place = resolve(this.cwd, name);
    const kind = await kindOf(place);
    if (kind === 'file') this.add(place);
    else if (kind === 'folder') await this.takeFolder(name, place);
    else if (kind === 'missing' && isDynamicPattern(asPattern(name))) {
      const files = await this.search([name], this.cwd);
      for (const file of files) this.add(file);
      if (files.length === 0) this.skipped.push({ path: name, reason: 'noMatch' });
    } else this.skipped.push({ path: name, reason: kind });
  }

  private add(file: string): void {
    if (this.seen.has(file)) return;
    this.seen.add(file);
    const path = shown(file, this.cwd);
    if (isMarkedUp(file)) this.skipped.push({ path, reason: 'notTextFile' });
    else this.inputs.push({ path, file, format: formatByName(file) });
  }

  /** A folder without a text is told as a pattern without a match is, unless there is another reason for it. */
  private async takeFolder(name: string, folder: string): Promise<void> {
    const before = this.skipped.length;
    const hasText = await this.addFolder(folder);
    if (hasText || this.skipped.length > before || this.seen.has(folder)) return;
    this.seen.add(folder);
    this.skipped.push({ path: name, reason: this.selection.include.length > 0 ? 'noneIncluded' : 'noTexts' });
  }

  /**
   * What the user wants of every folder is taken as it is; else our own choice, and what it leaves out is told.
   *
   * @returns Whether there was any, taken before or not.
   */
  private async addFolder(folder: string): Promise<boolean> {
    const { include } = this.selection;
    if (include.length > 0) {
      const files = await this.search(include, folder);
      for (const file of files) this.add(file);
      return files.length > 0;
    }
    let hasText = false;
    for (const file of await this.search(textFiles, folder))
      if (isAboutFolder(file)) this.leave(file, 'aboutFolder');
      else {
        this.add(file);
        hasText = true;
      }
    for (const file of await this.search(otherDocuments, folder)) this.leave(file, 'notTextFile');
    return hasText;
  }

  private leave(file: string, reason: SkipReason): void {
    this.left.set(file, { path: shown(file, this.cwd), reason });
  }

  private async search(patterns: readonly string[], folder: string): Promise<string[]> {
    const closed = new Map<string, SkipReason>();
    const list: ListFolder = (path, options, done) => {
      this.listFolder(path, options, (error, entries) => {
        if (error) closed.set(resolve(folder, path), reasonOf(error));
        done(error, entries);
      });
    };
    const found = await glob(
      patterns.map((pattern) => asPattern(pattern)),
      {
        cwd: folder,
        absolute: true,
        ignore: [...alwaysLeftOut, ...this.selection.exclude].map((pattern) => asPattern(pattern)),
        expandDirectories: false,
        followSymbolicLinks: false,
        // The search passes over a folder that it cannot list; it lists in this one way of `readdir` only.
        fs: { readdir: list as typeof readdir },
      },
    );
    const isIgnored = gitignoreFilter(folder);
    for (const [path, reason] of closed)
      if (reason !== 'missing' && !this.seen.has(path) && !isIgnored(join(path, 'any'))) {
        this.seen.add(path);
        this.skipped.push({ path: shown(path, this.cwd), reason });
      }
    return found
      .map((file) => resolve(file))
      .filter((file) => !isIgnored(file))
      .sort();
  }
}

/**
 * A pattern as the search reads it. Where `\` parts folders, as on Windows, no file has it in its name: users write it
 * for `/`, and the search would take it for an escape.
 *
 * @param separator What parts folders here.
 */
export function asPattern(pattern: string, separator = sep): string {
  return pattern.replaceAll(separator, '/');
}

/** Windows and scanners write endings in capitals, too. In the pattern itself: what users give keeps its capitals. */
function endingIn(extension: string): string {
  return `**/*.${[...extension].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('')}`;
}

/** A file's path as users and outputs see it: from the working folder, unless it is far from there. */
export function shown(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return (path.startsWith(`..${sep}..${sep}..`) || isAbsolute(path) ? file : path).split(sep).join('/');
}

async function kindOf(path: string): Promise<'file' | 'folder' | SkipReason> {
  try {
    const entry = await stat(path);
    return entry.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return reasonOf(error);
  }
}
