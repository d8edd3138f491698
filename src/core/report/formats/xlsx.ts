import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import type { TidyTable, TidyValue } from './tidy';

/** Excel's limit for a cell, in UTF-16 code units. */
const longestCell = 32767;

/** Excel's limit for a sheet, less the heading. */
const mostRows = 1_048_575;

/**
 * One sheet a table, and further ones where a table is longer than a sheet. Texts are stored as texts, so nothing in
 * them is ever computed.
 */
export async function xlsxOf(tables: readonly TidyTable[]): Promise<Uint8Array> {
  const blob = await writeExcelFile(
    tables.flatMap((table) =>
      parts(table).map(({ sheet, rows }) => ({
        sheet,
        stickyRowsCount: 1,
        columns: table.columns.map((column) => ({
          width: column === 'quote' ? 80 : column === 'section' ? 30 : 14,
        })),
        data: [
          table.columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const })),
          ...rows.map((row) => row.map(cell)),
        ] satisfies SheetData,
      })),
    ),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function parts({ name, rows }: TidyTable): { sheet: string; rows: TidyTable['rows'] }[] {
  const count = Math.max(1, Math.ceil(rows.length / mostRows));
  return Array.from({ length: count }, (_, part) => ({
    sheet: part === 0 ? name : `${name} ${String(part + 1)}`,
    rows: rows.slice(part * mostRows, (part + 1) * mostRows),
  }));
}

function cell(value: TidyValue) {
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return value === '' ? null : { value: fit(value), type: String };
}

function fit(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
