/** A workspace folder: the name the user sees, and where it is. */
export interface NamedFolder {
  readonly name: string;
  readonly path: string;
}

/**
 * A name for each folder under which no file of another can have the same path: its own where it is the only one of
 * that name, else the end of its path, as short as will do.
 */
export function distinctNames(folders: readonly NamedFolder[]): readonly string[] {
  return folders.map((folder) => {
    const others = folders.filter((other) => other !== folder);
    if (!others.some(({ name }) => name === folder.name)) return folder.name;
    const parts = partsOf(folder);
    const lengths = parts.map((_, index) => index + 1).slice(1);
    const isTaken = (tail: string, length: number): boolean =>
      others.some((other) =>
        [other.name, endOf(partsOf(other), length)].some((name) => `${tail}/`.startsWith(`${name}/`)),
      );
    const length = lengths.find((each) => !isTaken(endOf(parts, each), each));
    return length === undefined ? folder.path : endOf(parts, length);
  });
}

function partsOf({ path }: NamedFolder): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

function endOf(parts: readonly string[], length: number): string {
  return parts.slice(-length).join('/');
}
