import { readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { isAboutFolder } from '../../files/aboutFolder';
import { otherDocuments } from '../../files/extensions';
import { formatByName } from '../../core/text/format';
import { asPattern, search, type Found, type ListFolder } from './search';
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
  /**
   * What stands in a searched folder and is no document to be read, such as other formats and symbolic links: told, but
   * no error.
   */
  readonly other: readonly Skipped[];
}

const textFiles = ['md', 'markdown', 'txt'].map(endingIn);
const otherFiles = otherDocuments.map(endingIn);

/** Whether a file is text by its bytes, but not to be read as it stands. Word and PDF files show what they are. */
export function isMarkedUp(path: string): boolean {
  return /\.(?:html?|mht(?:ml)?|rtf)$/i.test(path);
}

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
      const { files, links } = await this.search([name], this.cwd);
      for (const file of files) this.add(file);
      for (const link of links) this.leave(link, 'symbolicLink');
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
    const isOwnChoice = include.length === 0;
    const { files, links, folderLinks } = await this.search(isOwnChoice ? textFiles : include, folder);
    const isText = (file: string): boolean => !isOwnChoice || !isAboutFolder(file);
    for (const file of files)
      if (isText(file)) this.add(file);
      else this.leave(file, 'aboutFolder');
    const others = isOwnChoice ? (await this.search(otherFiles, folder)).files : [];
    for (const file of others) this.leave(file, 'notTextFile');
    for (const link of [...links, ...folderLinks]) this.leave(link, 'symbolicLink');
    return files.some(isText);
  }

  private leave(file: string, reason: SkipReason): void {
    this.left.set(file, { path: shown(file, this.cwd), reason });
  }

  private async search(patterns: readonly string[], folder: string): Promise<Found> {
    const found = await search(patterns, folder, this.selection.exclude, this.listFolder);
    for (const [path, reason] of found.closed)
      if (!this.seen.has(path)) {
        this.seen.add(path);
        this.skipped.push({ path: shown(path, this.cwd), reason });
      }
    return found;
  }
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
    return reasonOf(error, path);
  }
}
