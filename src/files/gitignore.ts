import ignore, { type Ignore } from 'ignore';

/**
 * Whether `.gitignore` files leave a file out, as git decides it: the innermost file that says anything about a path
 * counts, and nothing below a folder that is left out can be taken in again.
 *
 * @param rulesIn Text of the `.gitignore` in a folder, or null; asked for once a folder. Folders are paths relative
 *   to the top, with `/`, and `''` for the top itself.
 * @returns Takes a file's path relative to the top, with `/`.
 */
export function gitignoreFilter(rulesIn: (folder: string) => string | null): (path: string) => boolean {
  const rulesOf = new Map<string, Ignore | null>();
  const ignoredFolders = new Map<string, boolean>();

  const rules = (folder: string): Ignore | null => {
    let known = rulesOf.get(folder);
    if (known === undefined) {
      const text = rulesIn(folder);
      // Capitals count, as git has it unless it is told otherwise.
      known = text === null ? null : ignore({ ignorecase: false }).add(text);
      rulesOf.set(folder, known);
    }
    return known;
  };
  const isNamed = (path: string, isFolder: boolean): boolean => {
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const name = path.slice(folder === '' ? 0 : folder.length + 1) + (isFolder ? '/' : '');
      const verdict = rules(folder)?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === '') return false;
    }
  };
  const isIgnoredFolder = (folder: string): boolean => {
    if (folder === '') return false;
    let ignored = ignoredFolders.get(folder);
    if (ignored === undefined) {
      ignored = isIgnoredFolder(parentOf(folder)) || isNamed(folder, true);
      ignoredFolders.set(folder, ignored);
    }
    return ignored;
  };
  return (path) => isIgnoredFolder(parentOf(path)) || isNamed(path, false);
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
