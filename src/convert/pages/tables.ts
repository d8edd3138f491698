import { seamBetween } from './furniture';
import type { TableGrid } from './grid';
import { linesOf, widthIn, type PageLine, type TextItem } from './lines';

/** What of a line stays together at its beginning: numbers, words, and a character with the marks beside it. */
const unbroken = /^(?:[A-Za-z\d.,%‰+-]{1,30}|[“‘（《〈【〔(]{0,3}.)[，。、；：！？”’）》〉】〕)]{0,3}/u;

/** Of two below each other each is one, however narrow their column: no typesetter breaks a figure. */
const figure = /^[¥￥]?[+-]?\d[\d,.]{0,14}[%‰]?$/;

/** The lines of a page on which there are tables: each of those is one line, where its first words stand. */
export function linesWithTables(items: readonly TextItem[], grids: readonly TableGrid[]): PageLine[] {
  const inside = new Map<TableGrid, Map<string, TextItem[]>>();
  const parts: (TextItem[] | TableGrid)[] = [];
  let cell: TextItem[] | null = null;
  for (const [index, item] of items.entries()) {
    // Blanks and hanging stops go with what they stand behind: their own place may be beyond a line.
    const isBehind = item.str.trim() === '' || isHanging(item, items[index - 1]);
    const place = isBehind ? undefined : placeOf(item, grids);
    if (place) {
      const cells = inside.get(place.grid) ?? new Map<string, TextItem[]>();
      if (cells.size === 0) parts.push(place.grid);
      inside.set(place.grid, cells);
      cells.set(place.key, (cell = cells.get(place.key) ?? []));
    } else if (place === null) cell = null;
    if (cell) cell.push(item);
    else {
      const last = parts.at(-1);
      if (Array.isArray(last)) last.push(item);
      else parts.push([item]);
    }
  }
  return parts.flatMap((part) =>
    Array.isArray(part) ? linesOf(part) : [tableLine(part, inside.get(part) ?? new Map())],
  );
}

/** Whether an item is a stop right behind another, which may hang over the margin. */
function isHanging({ str, transform, height }: TextItem, before: TextItem | undefined): boolean {
  if (!before || !/^[，。、；：！？”’）》〉】〕]+$/.test(str)) return false;
  const [across, up] = [4, 5].map((at) => Number(transform[at]) - Number(before.transform[at]));
  return Math.abs((across ?? 0) - before.width) < height * 0.3 && Math.abs(up ?? 0) < 1;
}

function placeOf(
  { width, height, transform }: TextItem,
  grids: readonly TableGrid[],
): { readonly grid: TableGrid; readonly key: string } | null {
  const [x, y] = [Number(transform[4]) + width / 2, Number(transform[5]) + height / 3];
  for (const grid of grids) {
    const cell = grid.cellAt(x, y);
    if (cell) return { grid, key: cell.join(' ') };
  }
  return null;
}

function tableLine(grid: TableGrid, cells: ReadonlyMap<string, readonly TextItem[]>): PageLine {
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (__, column) =>
      cellText(linesOf(cells.get(`${String(row)} ${String(column)}`) ?? []), grid.rightOf(row, column)),
    ),
  );
  const kept = rows.filter((row) => row.some((text) => text !== ''));
  return { text: '', left: grid.left, right: grid.left, y: grid.top, size: 0, isRow: true, rows: kept };
}

/** @param right Where the cell ends. */
function cellText(lines: readonly PageLine[], right: number): string {
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1];
    if (!before) return line.text;
    // A line that has room for what begins the next one was ended by the author; cells have some space at their sides.
    const lead = unbroken.exec(line.text)?.[0] ?? '';
    // Figures and capitals are wider than other letters.
    const needed = widthIn(lead) + lead.replace(/[^A-Z\d%‰]/g, '').length * 0.15 + 0.75;
    const isFull = right - before.right < needed * line.size || /[，、]$/.test(before.text);
    const goesOn = isFull && !(figure.test(before.text) && figure.test(line.text));
    return `${text}${goesOn ? seamBetween(before.text, line.text) : '\n'}${line.text}`;
  }, '');
}
