import Papa from 'papaparse';
import type { TidyTable } from './tidy';

/**
 * Cells a spreadsheet would take for a formula, also in full width, and cells that begin like our own guard.
 * They get an apostrophe in front; a reader takes exactly one away where this pattern matches what follows.
 */
const formulaLike = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** RFC 4180 with CRLF and a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvOf({ columns, rows }: TidyTable): string {
  const guarded = rows.map((row) =>
    row.map((value) => (typeof value === 'string' && formulaLike.test(value) ? `'${value}` : value)),
  );
  return `\uFEFF${Papa.unparse([[...columns], ...guarded], { newline: '\r\n' })}\r\n`;
}
