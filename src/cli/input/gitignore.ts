import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * Whether a file is left out by the `.gitignore` files above it, up to the root of its repository (or, outside of
 * one, up to the folder that is searched).
 *
 * @param top Absolute path of the folder that is searched.
 */
export function gitignoreFilter(top: string): (file: string) => boolean {
  const root = repositoryOf(top) ?? top;
  const rulesOf = new Map<string, Ignore | null>();
  const ignoredFolders = new Map<string, boolean>();

  const rulesIn = (folder: string): Ignore | null => {
    let rules = rulesOf.get(folder);
    if (rules === undefined) {
      const file = join(folder, '.gitignore');
      rules = existsSync(file) ? ignore().add(readFileSync(file, 'utf8')) : null;
      rulesOf.set(folder, rules);
    }
    return rules;
  };
  /** The innermost file that says anything about a path decides. */
  const isNamed = (path: string, isFolder: boolean): boolean => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const name = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const verdict = rulesIn(folder)?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === root || folder === dirname(folder)) return false;
    }
  };
  const isIgnoredFolder = (folder: string): boolean => {
    if (folder === root || !folder.startsWith(root)) return false;
    let ignored = ignoredFolders.get(folder);
    if (ignored === undefined) {
      ignored = isIgnoredFolder(dirname(folder)) || isNamed(folder, true);
      ignoredFolders.set(folder, ignored);
    }
    return ignored;
  };
  return (file) => isIgnoredFolder(dirname(file)) || isNamed(file, false);
}

function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}
