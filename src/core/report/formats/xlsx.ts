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
          ...rows,
        ] satisfies SheetData,
      })),
    ),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function parts({ name, rows }: TidyTable): { sheet: string; rows: SheetData }[] {
  const sheets: { sheet: string; rows: SheetData }[] = [{ sheet: name, rows: [] }];
  for (const row of rows) {
    if (sheets.at(-1)?.rows.length === mostRows)
      sheets.push({ sheet: `${name} ${String(sheets.length + 1)}`, rows: [] });
    sheets.at(-1)?.rows.push(row.map(cell));
  }
  return sheets;
}

/** Bare values: their type decides how they are stored, and a text is never a formula. */
function cell(value: TidyValue): TidyValue | null {
  return typeof value !== 'string' ? value : value === '' ? null : fit(value);
}

function fit(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
