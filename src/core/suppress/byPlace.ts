import { countWhile } from '../bisect';
import { grouped } from '../grouped';
import type { Span } from '../text/model';
import type { Suppression } from './model';

/** What is found here: a suppression with the stretch it covers. */
interface Placed {
  readonly suppression: Suppression;
  readonly span: Span;
}

/** A suppression with its place in the order of all, and the name of what it takes away. */
interface Ranked<T> {
  readonly one: T;
  readonly rank: number;
  readonly name: string;
}

/** A stretch with the suppressions that cover it, by name, each in their order. */
interface Stretch<T> extends Span {
  readonly byName: ReadonlyMap<string, readonly Ranked<T>[]>;
  /** How far this stretch and those that begin before it reach. */
  readonly reach: number;
}

/** The name of a suppression that takes everything away. */
export const everything = '';

/**
 * Suppressions found by the place they cover and by what they name, in a time that hardly grows with their number: a
 * text may have thousands. Sentences do not overlap, nor do paragraphs; so around a place there are few of each scope.
 */
export class ByPlace<T extends Placed> {
  /** For each scope its stretches, by their start. */
  private readonly rows: readonly (readonly Stretch<T>[])[];

  /**
   * @param list Of two that cover and say the same only the first is ever found.
   * @param nameOf What a suppression takes away.
   */
  constructor(list: readonly T[], nameOf: (suppression: Suppression) => string) {
    const known = new Set<string>();
    const ranked = list.flatMap((one, rank) => {
      const { scope, replacement } = one.suppression;
      const name = nameOf(one.suppression);
      const saying = JSON.stringify([scope, placeOf(one), name, replacement]);
      if (known.has(saying)) return [];
      known.add(saying);
      return [{ one, rank, name }];
    });
    this.rows = [...grouped(ranked, ({ one }) => one.suppression.scope).values()].map(stretchesOf);
  }

  /**
   * The first in the order of the list, or undefined.
   *
   * @param around What it covers.
   * @param names It has one of them.
   * @param isMeant Holds for all but few of those that cover one place under one name.
   */
  first(around: Span, names: readonly string[], isMeant: (one: T) => boolean = () => true): T | undefined {
    let best: Ranked<T> | undefined;
    for (const row of this.rows)
      for (const { byName } of stretchesAround(row, around))
        for (const name of names) {
          const found = byName.get(name)?.find(({ one }) => isMeant(one));
          if (found && (!best || found.rank < best.rank)) best = found;
        }
    return best?.one;
  }
}

function placeOf({ span: { start, end } }: Placed): string {
  return `${String(start)}-${String(end)}`;
}

function stretchesOf<T extends Placed>(ranked: readonly Ranked<T>[]): Stretch<T>[] {
  let reach = 0;
  return [...grouped(ranked, ({ one }) => placeOf(one)).values()]
    .flatMap((same) => same.slice(0, 1).map(({ one: { span } }) => ({ span, same })))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span: { start, end }, same }) => {
      reach = Math.max(reach, end);
      return { start, end, reach, byName: grouped(same, ({ name }) => name) };
    });
}

function* stretchesAround<T>(row: readonly Stretch<T>[], { start, end }: Span): Generator<Stretch<T>> {
  for (let at = countWhile(row, (each) => each.start <= start) - 1; at >= 0; at--) {
    const stretch = row[at];
    if (!stretch || stretch.reach < end) return;
    if (stretch.end >= end) yield stretch;
  }
}
