import type { Element } from 'hast';
import { message } from '../../core/message';
import { ConversionError } from '../unreadable';

/** What HTML allows a cell to span, whatever it says. */
const widest = 1000;

/** Most cells of all tables of a document: far above any memo's annex, far below what would exhaust the machine. */
const mostCells = 100_000;

/**
 * Shortens spans that reach beyond what there can be, since every cell they ask for would be made.
 *
 * @param table Its cells get new properties.
 * @param before Cells of the tables before it.
 * @returns The cells with those of this table, its merged cells split and its rows of one length.
 * @throws ConversionError when they are too many.
 */
export function limitSpans(table: Element, before: number): number {
  const rows = rowsOf(table);
  /** By how many cells a row is wider than the one before; a difference, since a cell may span very many rows. */
  const wider = new Array<number>(rows.length + 1).fill(0);
  for (const [index, row] of rows.entries())
    for (const cell of row.children) {
      if (cell.type !== 'element') continue;
      const colSpan = Math.min(spanOf(cell, 'colSpan'), widest);
      const rowSpan = Math.min(spanOf(cell, 'rowSpan'), rows.length - index);
      if (colSpan * rowSpan > 1) cell.properties = { ...cell.properties, colSpan, rowSpan };
      wider[index] = (wider[index] ?? 0) + colSpan;
      wider[index + rowSpan] = (wider[index + rowSpan] ?? 0) - colSpan;
    }
  let width = 0;
  let columns = 0;
  for (const more of wider) {
    width += more;
    columns = Math.max(columns, width);
  }
  const cells = before + rows.length * columns;
  if (cells > mostCells) throw new ConversionError(message('report.import.tableSize', mostCells));
  return cells;
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.max(1, Math.trunc(Number(properties[name])) || 1);
}

/** The rows of a table, without those of tables inside its cells. */
export function rowsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return child.tagName === 'tr' ? [child] : rowsOf(child);
  });
}
