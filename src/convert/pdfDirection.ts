import type { TextItem } from './pdfLines';

/** Where text runs to, in quarter turns against the clock from left to right. */
type Direction = 0 | 1 | 2 | 3;

/** Fewer characters below each other are a label, and no vertical text. */
const fewest = 10;

/**
 * The pieces of a page as if it were read from left to right and from top to bottom: turned back where the page is
 * turned, and vertical columns, which follow each other from right to left, as lines.
 */
export function asHorizontal(items: readonly TextItem[]): readonly TextItem[] {
  if (isVertical(items)) return items.filter(({ str }) => str.trim() !== '').map(fromColumn);
  const lengths = [0, 0, 0, 0];
  for (const item of items) {
    const direction = directionOf(item);
    lengths[direction] = (lengths[direction] ?? 0) + item.str.length;
  }
  const most = lengths.indexOf(Math.max(...lengths)) as Direction;
  return most === 0 ? items : items.map((item) => turned(item, most));
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

function turned(item: TextItem, by: Direction): TextItem {
  const { transform, height } = item;
  const [x, y] = [Number(transform[4]), Number(transform[5])];
  const [left, up] = by === 1 ? [y, -x] : by === 2 ? [-x, -y] : [-y, x];
  return { ...item, transform: [height, 0, 0, height, left, up] };
}
