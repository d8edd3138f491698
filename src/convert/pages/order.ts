import { isUpright, withTurnedLines } from './direction';
import { columnOf, guttersOf, isBehind } from './frames';
import { isOnLine, type TextItem } from './lines';

/** Pieces that stand beside each other, in points. */
interface Row {
  readonly items: TextItem[];
  readonly y: number;
  left: number;
  right: number;
  size: number;
}

/** A page of more lines is a drawing, and stays as it is drawn. */
const mostRows = 2000;
/** Between Chinese and digits, in characters; the words of neighbouring cells are further apart. */
const lineGap = 0.3;
/** Pieces of one row that are further apart, in characters, may be of two columns. */
const columnGap = 2;
/** What is filled into a form stands closer to its label, in characters. */
const besideGap = 10;
/** Lines of columns of text are longer, in characters; cells of forms are not. */
const shortest = 10;

/**
 * The pieces of a page in the order of reading, for formats that draw what stands on a page in any order: seals first,
 * a form's lines by themselves, or all that is set in one font. What a page draws in an order of its own, cell by cell
 * or column by column, stays in it.
 *
 * @param layers What is drawn below the text, the text, and what is drawn above it.
 */
export function inReadingOrder(layers: readonly (readonly TextItem[])[]): readonly TextItem[] {
  const all = layers.flat();
  if (!isUpright(all)) return all;
  const rows = layers.map((layer) => rowsOf(withTurnedLines(layer)));
  if (rows.flat().length > mostRows) return all;
  const text = rows.reduce((most, each) => (lengthOf(each) > lengthOf(most) ? each : most), []);
  const others = rows.filter((each) => each !== text).flat();
  const whole = mended(text);
  const ordered = isKept(whole) ? withOthers(whole, others) : byHeight(rows.flat());
  return ordered.flatMap(({ items }) => items);
}

function lengthOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { items }) => items.reduce((length, { str }) => length + str.length, sum), 0);
}

function rowOf(item: TextItem): Row {
  const [left, y] = [leftOf(item), Number(item.transform[5])];
  return { items: [item], y, left, right: left + item.width, size: item.height };
}

/** Pieces that follow each other on one height. */
function rowsOf(items: readonly TextItem[]): Row[] {
  const rows: Row[] = [];
  for (const item of items) {
    const row = rowOf(item);
    const last = rows.at(-1);
    if (last && isOneHeight(last, row)) extend(last, item, row.left);
    else rows.push(row);
  }
  return rows;
}

function isOneHeight(row: Row, other: Row): boolean {
  return isOnLine(row, other.y) || isMarkOn(row, other) || isMarkOn(other, row);
}

/** Whether a row is the raised mark of a note on a line, which draw some after all of the text. */
function isMarkOn(mark: Row, line: Row): boolean {
  const [item, ...others] = mark.items;
  return (
    others.length === 0 &&
    mark.size < line.size * 0.8 &&
    mark.y > line.y &&
    mark.y < line.y + line.size * 0.5 &&
    /^(?:\[\d{1,3}\]|\d{1,3}|[①-⑳*])$/.test(item?.str ?? '')
  );
}

function extend(row: Row, item: TextItem, left: number): void {
  row.items.push(item);
  row.left = Math.min(row.left, left);
  row.right = Math.max(row.right, left + item.width);
  row.size = Math.max(row.size, item.height);
}

/** Rows in their order, with what was drawn one here and one there put together where the first of it stands. */
function mended(rows: readonly Row[]): readonly Row[] {
  const placeOf = new Map(rows.map((row, index) => [row, index]));
  const placed: (Row | null)[] = [...rows];
  for (const band of bandsOf(rows))
    for (const parts of touching(band)) {
      const places = parts.map((part) => placeOf.get(part) ?? 0);
      if (parts.length < 2) continue;
      if (!areWoven(parts) && places.every((place) => isInColumn(rows, place))) continue;
      for (const place of places) placed[place] = null;
      placed[places.reduce((first, place) => Math.min(first, place))] = joined(parts);
    }
  return placed.filter((row) => row !== null);
}

/** Whether one of the rows of a band stands in a gap of another, as figures do that are drawn after all that is Chinese. */
function areWoven(band: readonly Row[]): boolean {
  let right = -Infinity;
  return band
    .toSorted((a, b) => a.left - b.left)
    .some((row) => {
      const isInside = row.right < right;
      right = Math.max(right, row.right);
      return isInside;
    });
}

/** Whether a row begins below the one drawn before it, or above the next one: then it is a line of a cell or column. */
function isInColumn(rows: readonly Row[], place: number): boolean {
  const row = rows[place];
  return [rows[place - 1], rows[place + 1]].some(
    (other) =>
      row &&
      other &&
      Math.abs(other.left - row.left) < row.size * 0.5 &&
      Math.abs(other.y - row.y) < row.size * 2.5,
  );
}

/** Whether rows follow each other as cells or columns do: some stand beside others, and hardly one goes back. */
function isKept(rows: readonly Row[]): boolean {
  if (!bandsOf(rows).some((band) => band.length > 1)) return false;
  const back = rows.filter((row, index) => {
    const before = rows[index - 1];
    return before && row.y > before.y + row.size * 0.5 && row.left < before.right - row.size;
  }).length;
  return back <= Math.max(2, rows.length / 10);
}

/** Rows by their heights, from the top. */
function bandsOf(rows: readonly Row[]): Row[][] {
  const bands: Row[][] = [];
  for (const row of rows.toSorted((a, b) => b.y - a.y)) {
    const [first] = bands.at(-1) ?? [];
    if (first && isOneHeight(first, row)) bands.at(-1)?.push(row);
    else bands.push([row]);
  }
  return bands;
}

/** The rows of a band, those together that leave no room between them. */
function touching(band: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let right = -Infinity;
  for (const row of band.toSorted((a, b) => a.left - b.left)) {
    if (row.left < right + row.size * lineGap) groups.at(-1)?.push(row);
    else groups.push([row]);
    right = Math.max(right, row.right);
  }
  return groups;
}

/**
 * Rows with others put where their heights are: beside what a form says on the left of them, in front of what stands
 * below them, or else behind what is above.
 */
function withOthers(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const placed = [...rows];
  for (const other of others.toSorted((a, b) => b.y - a.y)) {
    const beside = nearest(placed, other);
    const row = placed[beside];
    if (row) {
      placed[beside] = joined([row, other]);
      continue;
    }
    const isOver = ({ left, right }: Row): boolean => left < other.right && right > other.left;
    const below = placed.findIndex((each) => each.y < other.y && isOver(each));
    const above = placed.findLastIndex((each) => each.y >= other.y && isOver(each));
    placed.splice(below >= 0 ? below : above >= 0 ? above + 1 : placed.length, 0, other);
  }
  return placed;
}

/** Which of the rows stands on the height of another, closest to it; -1 where none is close. */
function nearest(rows: readonly Row[], other: Row): number {
  const distanceTo = ({ left, right }: Row): number => Math.max(left - other.right, other.left - right, 0);
  return rows.reduce((best, row, index) => {
    if (!isOneHeight(row, other) || distanceTo(row) > besideGap * row.size) return best;
    const found = rows[best];
    return found && distanceTo(found) <= distanceTo(row) ? best : index;
  }, -1);
}

/** Rows from the top, one column after the other. */
function byHeight(rows: readonly Row[]): Row[] {
  const lines = bandsOf(rows).map((band) => (band.length > 1 ? joined(band) : (band[0] as Row)));
  const parts = lines.map(partsOf);
  const all = parts.flat();
  const gutters = guttersOf(all).filter((gutter) => partsColumns(all, gutter));
  if (gutters.length === 0) return lines;
  const placed: Row[] = [];
  let columns: Row[][] = [];
  for (const line of parts) {
    const own = line.map((part) => columnOf(part, gutters));
    if (own.includes(null)) {
      placed.push(...columns.flat(), ...line);
      columns = [];
    } else for (const [index, part] of line.entries()) (columns[own[index] ?? 0] ??= []).push(part);
  }
  return [...placed, ...columns.flat()];
}

function joined(band: readonly Row[]): Row {
  return band
    .flatMap(({ items }) => items.map(rowOf))
    .sort((a, b) => a.left - b.left)
    .reduce((row, { items, left }) => {
      for (const item of items) extend(row, item, left);
      return row;
    });
}

function leftOf({ transform }: TextItem): number {
  return Number(transform[4]);
}

/** A line's pieces as far as they stand close to each other. */
function partsOf(line: Row): Row[] {
  const parts: Row[] = [];
  for (const item of line.items) {
    const last = parts.at(-1);
    const left = leftOf(item);
    if (last && left - last.right <= columnGap * last.size) extend(last, item, left);
    else parts.push({ ...rowOf(item), y: line.y });
  }
  return parts;
}

/** Whether there is text on both sides, and not the cells of a form. */
function partsColumns(parts: readonly Row[], gutter: number): boolean {
  const behind = parts.filter((part) => isBehind(part, gutter));
  const before = parts.filter((part) => !isBehind(part, gutter));
  return [before, behind].every((side) => {
    const lengths = side.map(({ left, right, size }) => (right - left) / size).sort((a, b) => a - b);
    return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= shortest;
  });
}
