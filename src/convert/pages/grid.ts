import { countWhile } from '../../core/bisect';
import type { Rule } from './rules';

/** Lines that are this close, in points, meet or are one. */
const near = 4;
/** A page of more lines is a drawing. */
const mostRules = 3000;
const mostBoxes = 5000;

/** A table of a page, by its lines. Rows and columns count from the upper left. */
export class TableGrid {
  readonly rows: number;
  readonly columns: number;
  /** Places, as `row column`, with a line above them, and with one on their left. */
  private readonly below = new Set<string>();
  private readonly behind = new Set<string>();

  /**
   * @param xs Where columns begin and the last one ends, from the left.
   * @param ys Where rows begin and the last one ends, from the top: getting less.
   */
  constructor(
    private readonly xs: readonly number[],
    private readonly ys: readonly number[],
    rules: readonly Rule[],
  ) {
    this.rows = ys.length - 1;
    this.columns = xs.length - 1;
    for (const rule of rules) this.take(rule);
  }

  get left(): number {
    return this.xs[0] ?? 0;
  }

  get top(): number {
    return this.ys[0] ?? 0;
  }

  /** Where the column of a place ends on the right, as far as no line parts it from the next. */
  rightOf(row: number, column: number): number {
    let last = column;
    while (last + 1 < this.columns && !this.behind.has(`${String(row)} ${String(last + 1)}`)) last++;
    return this.xs[last + 1] ?? 0;
  }

  /** The first row and column of the cell around a place; null outside of the table. */
  cellAt(x: number, y: number): readonly [row: number, column: number] | null {
    let column = countWhile(this.xs, (left) => left <= x) - 1;
    let row = countWhile(this.ys, (top) => top >= y) - 1;
    if (column < 0 || column >= this.columns || row < 0 || row >= this.rows) return null;
    while (column > 0 && !this.behind.has(`${String(row)} ${String(column)}`)) column--;
    while (row > 0 && !this.below.has(`${String(row)} ${String(column)}`)) row--;
    return [row, column];
  }

  /** A line parts places along which it goes at least to their middle. */
  private take({ isAcross, at, from, to }: Rule): void {
    const [own, other] = isAcross ? [this.ys, this.xs] : [this.xs, this.ys];
    const index = own.findIndex((place) => Math.abs(place - at) <= near);
    if (index < 0) return;
    for (const [along, start] of other.slice(0, -1).entries()) {
      const middle = (start + (other[along + 1] ?? start)) / 2;
      if (from > middle || to < middle) continue;
      if (isAcross) this.below.add(`${String(index)} ${String(along)}`);
      else this.behind.add(`${String(along)} ${String(index)}`);
    }
  }
}

/** The tables that the lines of a page make: of two rows and columns at least. */
export function gridsOf(rules: readonly Rule[]): TableGrid[] {
  if (rules.length > mostRules) return [];
  return meeting(rules).flatMap((group) => {
    const across = group.filter(({ isAcross }) => isAcross);
    const upright = group.filter(({ isAcross }) => !isAcross);
    if (across.length === 0 || upright.length === 0) return [];
    // Tables may have no lines at their sides.
    const ends = across.flatMap(({ from, to }) => [from, to]);
    const xs = distinct([...upright.map(({ at }) => at), Math.min(...ends), Math.max(...ends)]);
    // What ends at no column is a line under words.
    const parting = across.filter(({ from, to }) => [from, to].every((end) => isNear(end, xs)));
    const heights = upright.flatMap(({ from, to }) => [from, to]);
    const ys = distinct([
      ...parting.map(({ at }) => at),
      Math.min(...heights),
      Math.max(...heights),
    ]).reverse();
    const isTable = xs.length > 2 && ys.length > 2 && xs.length * ys.length <= mostBoxes;
    return isTable ? [new TableGrid(xs, ys, [...parting, ...upright])] : [];
  });
}

function isNear(place: number, places: readonly number[]): boolean {
  return places.some((each) => Math.abs(each - place) <= near);
}

/** Places in order, those close to each other once. */
function distinct(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (place - (found.at(-1) ?? -Infinity) > near) found.push(place);
  return found;
}

/** Lines by what they touch. */
function meeting(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const waiting = new Set(rules);
  for (const first of rules) {
    if (!waiting.delete(first)) continue;
    const group = [first];
    for (const rule of group)
      for (const other of waiting)
        if (touches(rule, other)) {
          waiting.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

function touches(a: Rule, b: Rule): boolean {
  if (a.isAcross === b.isAcross)
    return Math.abs(a.at - b.at) <= near && a.from <= b.to + near && b.from <= a.to + near;
  return a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near;
}
