import Papa from 'papaparse';
import { Pieces } from '../pieces';
import type { TidyTable, TidyValue } from './tidy';

/**
 * Cells a spreadsheet would take for a formula, also in full width, and cells that begin like our own guard.
 * They get an apostrophe in front; a reader takes exactly one away where this pattern matches what follows.
 */
const formulaLike = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Rows written at once. */
const atOnce = 500;

/** RFC 4180 with CRLF and a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvOf({ columns, rows }: Pick<TidyTable, 'columns' | 'rows'>): Pieces {
  return new Pieces(function* () {
    yield '\uFEFF';
    let waiting: TidyValue[][] = [[...columns]];
    for (const row of rows) {
      waiting.push(row.map(guarded));
      if (waiting.length < atOnce) continue;
      yield linesOf(waiting);
      waiting = [];
    }
    if (waiting.length > 0) yield linesOf(waiting);
  });
}

function guarded(value: TidyValue): TidyValue {
  return typeof value === 'string' && formulaLike.test(value) ? `'${value}` : value;
}

function linesOf(rows: TidyValue[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}
