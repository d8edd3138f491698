import { statSync, type Dirent } from 'node:fs';
import type { readdir } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { sidecarFolder } from '../../files/sidecarFolder';
import { gitignoreFilter } from './gitignore';
import { reasonOf, type Unreadable } from './unreadable';

/** Lists a folder, as `readdir` does. */
export type ListFolder = (
  path: string,
  options: { withFileTypes: true },
  done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
) => void;

/** What a search comes upon; absolute paths, sorted, without what is ignored or excluded. */
export interface Found {
  readonly files: readonly string[];
  /** Symbolic links that match, as far as their names tell. None is followed. */
  readonly links: readonly string[];
  /** Symbolic links to folders, which may hold anything. */
  readonly folderLinks: readonly string[];
  /** Folders that could not be listed, and why; one that has gone meanwhile is none. */
  readonly closed: ReadonlyMap<string, Unreadable>;
}

const alwaysLeftOut = ['**/.git/**', '**/node_modules/**', `**/${sidecarFolder[0]}/**`];

/** Looks for files below a folder. */
export async function search(
  patterns: readonly string[],
  folder: string,
  exclude: readonly string[],
  listFolder: ListFolder,
): Promise<Found> {
  const closed = new Map<string, Unreadable>();
  const links = new Set<string>();
  const list: ListFolder = (path, options, done) => {
    listFolder(path, options, (error, entries) => {
      const place = resolve(folder, path);
      if (error) closed.set(place, reasonOf(error, place));
      for (const entry of error ? [] : entries)
        if (entry.isSymbolicLink()) links.add(join(place, entry.name));
      done(error, error ? entries : entries.map(linkAsFile));
    });
  };
  const find = (wanted: readonly string[]): Promise<string[]> =>
    glob([...wanted], {
      cwd: folder,
      absolute: true,
      ignore: [...alwaysLeftOut, ...exclude].map((pattern) => asPattern(pattern)),
      expandDirectories: false,
      followSymbolicLinks: false,
      // The search passes over a folder that it cannot list; it lists in this one way of `readdir` only.
      fs: { readdir: list as typeof readdir },
    });
  const isIgnored = gitignoreFilter(folder);
  const kept = (paths: readonly string[], isWithin: (path: string) => string): string[] =>
    paths
      .map((path) => resolve(path))
      .filter((path) => !isIgnored(isWithin(path)))
      .sort();
  const inFolder = (path: string): string => join(path, 'any');
  const found = kept(await find(patterns.map((pattern) => asPattern(pattern))), (path) => path);
  const toFolders = [...links].filter(leadsToFolder);
  // By the search, for it knows what is excluded.
  const named = toFolders.map((path) => escapePath(relative(folder, path).split(sep).join('/')));
  return {
    files: found.filter((path) => !links.has(path)),
    links: found.filter((path) => links.has(path)),
    folderLinks: toFolders.length > 0 ? kept(await find(named), inFolder) : [],
    closed: new Map([...closed].filter(([path, why]) => why !== 'missing' && !isIgnored(inFolder(path)))),
  };
}

/** The search passes over links, but is to tell which of them match. */
function linkAsFile(entry: Dirent): Dirent {
  if (!entry.isSymbolicLink()) return entry;
  const file = Object.create(entry) as Dirent;
  return Object.assign(file, { isFile: () => true, isSymbolicLink: () => false });
}

/** One that leads nowhere, to itself or where nobody may look does not: what hangs on it is told by its name alone. */
function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
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
