import { clipMiddle, printable, widthOf } from './columns';

/**
 * Names for paths, each as short as it can be and still no other's: the file's own, with as many of the folders above
 * it as it takes.
 *
 * @param columns Most columns of a name; a longer one loses its middle, unless another would then look the same. Null
 *   where nothing is cut.
 */
export function shortNames(
  paths: readonly string[],
  columns: number | null,
): { of(path: string): string; readonly columns: number } {
  const whole = new Map<string, string>();
  let open = [...new Set(paths)];
  for (let parts = 1; open.length > 0; parts++) {
    const ends = new Map(open.map((path) => [path, path.split('/').slice(-parts).join('/')]));
    const takers = countOf(ends.values());
    for (const [path, end] of ends)
      if (takers.get(end) === 1 || end === path) whole.set(path, printable(end));
    open = open.filter((path) => !whole.has(path));
  }
  const cut = new Map([...whole].map(([path, name]) => [path, cutTo(name, columns)]));
  const takers = countOf(cut.values());
  const names = new Map(
    [...cut].map(([path, name]) => [path, takers.get(name) === 1 ? name : (whole.get(path) ?? name)]),
  );
  let widest = 0;
  for (const name of cut.values()) widest = Math.max(widest, widthOf(name));
  return { of: (path) => names.get(path) ?? printable(path), columns: widest };
}

function cutTo(name: string, columns: number | null): string {
  return columns === null ? name : clipMiddle(name, columns);
}

function countOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
