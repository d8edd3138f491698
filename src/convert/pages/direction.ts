import type { TextItem } from './lines';
import type { Rule } from './rules';

/** Where text runs to, in quarter turns against the clock from left to right. */
export type Direction = 0 | 1 | 2 | 3;

/** Fewer characters below each other are a label, and no vertical text. */
const fewest = 10;

/**
 * The pieces of a page as if it were read from left to right and from top to bottom: turned back where the page is
 * turned, and vertical columns, which follow each other from right to left, as lines.
 */
export function asHorizontal(items: readonly TextItem[]): readonly TextItem[] {
  if (isVertical(items)) return items.filter(({ str }) => str.trim() !== '').map(fromColumn);
  const most = turnOf(items);
  return most === 0 ? items : items.map((item) => turned(item, most));
}

/** Whether a page is read from left to right and from top to bottom as it stands. */
export function isUpright(items: readonly TextItem[]): boolean {
  return !isVertical(items) && turnOf(items) === 0;
}

/** How far a page is turned, by where most of its characters run to; upright columns do not turn it. */
export function turnOf(items: readonly TextItem[]): Direction {
  if (isVertical(items)) return 0;
  const lengths = [0, 0, 0, 0];
  for (const item of items) {
    const direction = directionOf(item);
    lengths[direction] = (lengths[direction] ?? 0) + item.str.length;
  }
  return lengths.indexOf(Math.max(...lengths)) as Direction;
}

/** The pieces of an upright page; those of a line that is turned, such as a number at its side, as one. */
export function withTurnedLines(items: readonly TextItem[]): TextItem[] {
  const joined: TextItem[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const gap = before && directionOf(item) !== 0 ? gapAlong(before, item) : null;
    if (!before || gap === null) joined.push(item);
    else {
      const blank = gap > item.height * 0.25 ? ' ' : '';
      joined.splice(-1, 1, {
        ...before,
        str: `${before.str}${blank}${item.str}`,
        width: before.width + gap + item.width,
      });
    }
  }
  return joined;
}

/** How far a piece stands behind another one on its line; null where it stands elsewhere. */
function gapAlong(before: TextItem, item: TextItem): number | null {
  const [a = 0, b = 0, , , x = 0, y = 0] = before.transform.map(Number);
  const [right = 0, up = 0] = [Number(item.transform[4]) - x, Number(item.transform[5]) - y];
  const length = Math.hypot(a, b);
  const gap = (right * a + up * b) / length - before.width;
  const aside = Math.abs(right * b - up * a) / length;
  const isOnLine = directionOf(before) === directionOf(item) && aside < item.height * 0.3;
  return isOnLine && Math.abs(gap) < item.height * 1.5 ? gap : null;
}

function directionOf({ transform }: TextItem): Direction {
  const [x, y] = [Number(transform[0]), Number(transform[1])];
  if (Math.abs(y) > Math.abs(x)) return y > 0 ? 1 : 3;
  return x < 0 ? 2 : 0;
}

/** Whether most upright characters stand one below the other. */
function isVertical(items: readonly TextItem[]): boolean {
  let [below, characters] = [0, 0];
  let before: TextItem | undefined;
  for (const item of items) {
    const length = item.str.trim().length;
    if (length === 0) continue;
    characters += length;
    // Fonts for vertical writing: a piece is (a part of) a column.
    if (item.dir === 'ttb') below += length;
    else if (before && follows(before, item)) below++;
    before = item;
  }
  return below >= fewest && below * 2 > characters;
}

function follows(before: TextItem, { transform, str, height }: TextItem): boolean {
  const across = Math.abs(Number(transform[4]) - Number(before.transform[4]));
  const down = Number(before.transform[5]) - Number(transform[5]);
  const isSingle = [...str.trim()].length === 1 && [...before.str.trim()].length === 1;
  return isSingle && across < height * 0.1 && down > height * 0.8 && down < height * 1.4;
}

/** An upright character has its whole height above its place. */
function fromColumn(item: TextItem): TextItem {
  const { transform, height, width, dir } = item;
  if (directionOf(item) !== 0) return turned(item, 3);
  const isColumn = dir === 'ttb';
  const size = isColumn ? width : height;
  const top = Number(transform[5]) + (isColumn ? 0 : size);
  return {
    ...item,
    dir: 'ltr',
    width: height,
    height: size,
    transform: [size, 0, 0, size, -top, Number(transform[4])],
  };
}

/** A piece as it stands when its page is turned back. */
export function turned(item: TextItem, by: Direction): TextItem {
  const { transform, height } = item;
  const [left, up] = placeAfter(Number(transform[4]), Number(transform[5]), by);
  return { ...item, transform: [height, 0, 0, height, left, up] };
}

/** A line as it stands when its page is turned back. */
export function turnedRule({ isAcross, at, from, to }: Rule, by: Direction): Rule {
  const [x1, y1] = isAcross ? placeAfter(from, at, by) : placeAfter(at, from, by);
  const [x2, y2] = isAcross ? placeAfter(to, at, by) : placeAfter(at, to, by);
  return isAcross === (by % 2 === 0)
    ? { isAcross: true, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
    : { isAcross: false, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}

function placeAfter(x: number, y: number, by: Direction): readonly [left: number, up: number] {
  if (by === 0) return [x, y];
  return by === 1 ? [y, -x] : by === 2 ? [-x, -y] : [-y, x];
}
