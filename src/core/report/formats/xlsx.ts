import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import writeExcelFile from 'write-excel-file/universal';
import { withoutControls } from '../../text/controls';
import { escapeHtml as escapeXml } from '../html/escape';
import { Pieces } from '../pieces';
import { StringNumbers } from '../stringNumbers';
import { archiveTime } from './archiveTime';
import type { SheetTable } from './sheet';
import type { TidyValue } from './tidy';
import { clip } from '../../text/clip';

/** Excel's limit for a cell, in UTF-16 code units. */
const longestCell = 32_767;

/** Characters beside each other on a page across, before they get too small to read. */
const widestPage = 220;

/** Two lines, in points: spreadsheets give a row no more than one on their own. */
const headHeight = 32;

/** With more columns the first one, which names the row, stays in sight and is printed on every page. */
const mostColumns = 12;

/** Excel's limit for a sheet, less the heading. */
const mostRows = 1_048_575;

/** One sheet: a table, or a part of one that is longer than a sheet. */
interface Sheet {
  readonly name: string;
  readonly table: SheetTable;
  readonly from: number;
}

/**
 * One sheet a table, and further ones where a table is longer than a sheet. Texts are stored as texts, so nothing in
 * them is ever computed.
 *
 * The library writes the workbook with the sheets' heads; the rows are put in while the archive is made, piece by
 * piece: a corpus has millions of cells, and handed to the library they and their XML are all held at once.
 */
export async function xlsxOf(tables: readonly SheetTable[]): Promise<Iterable<Uint8Array>> {
  const sheets = tables.flatMap(parts);
  const blob = await writeExcelFile(
    sheets.map(({ name, table }) => ({
      sheet: name,
      stickyRowsCount: 1,
      stickyColumnsCount: isWide(table) ? 1 : 0,
      orientation: 'landscape' as const,
      columns: widthsOf(table).map((width) => ({ width })),
      data: [
        table.columns.map((column) => ({
          value: column,
          type: String,
          fontWeight: 'bold' as const,
          wrap: true,
          height: headHeight,
          alignVertical: 'bottom' as const,
        })),
      ],
    })),
  ).toBlob();
  const heads = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return { [Symbol.iterator]: () => archive(heads, sheets) };
}

/** In characters. */
function widthsOf({ columns, widths }: SheetTable): number[] {
  return columns.map(
    (column, at) => widths?.[at] ?? (column === 'quote' ? 80 : column === 'section' ? 30 : 14),
  );
}

function isWide({ columns }: SheetTable): boolean {
  return columns.length > mostColumns;
}

function parts(table: SheetTable): Sheet[] {
  const count = Math.max(1, Math.ceil(table.count / mostRows));
  return Array.from({ length: count }, (_, part) => ({
    name: part === 0 ? table.name : `${table.name} ${String(part + 1)}`,
    table,
    from: part * mostRows,
  }));
}

/** The library's archive with the rows in it. Texts are numbered while sheets are written, so their list comes last. */
function* archive(
  heads: Readonly<Record<string, Uint8Array>>,
  sheets: readonly Sheet[],
): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const texts = 'xl/sharedStrings.xml';
  const textsHead = strFromU8(heads[texts] ?? new Uint8Array());
  const numbers = new StringNumbers(textsHead.split('<si>').length - 1);
  const xmlOf = function* (name: string, xml: string): Iterable<string> {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    const sheet = number === undefined ? undefined : sheets[Number(number) - 1];
    if (sheet) yield* within(fittedToPages(xml, sheet), '</sheetData>', rowsXml(sheet, numbers));
    else if (name === 'xl/workbook.xml') yield withPrintTitles(xml, sheets);
    else if (name === texts) yield* within(xml, '</sst>', textsXml(numbers.strings()));
    else yield xml;
  };
  for (const name of [...Object.keys(heads).filter((each) => each !== texts), texts]) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = archiveTime;
    zip.add(file);
    for (const piece of xmlOf(name, strFromU8(heads[name] ?? new Uint8Array()))) {
      file.push(strToU8(piece));
      yield* made.splice(0);
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* made;
}

/** As many pages beside each other as its columns need to be legible; the library has no words for it. */
function fittedToPages(xml: string, { table }: Sheet): string {
  const width = widthsOf(table).reduce((sum, each) => sum + each, 0);
  const pages = Math.ceil(width / widestPage);
  return xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageSetup ', `<pageSetup fitToWidth="${String(pages)}" fitToHeight="0" `);
}

/** The heading is printed on every page. */
function withPrintTitles(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.map(({ name, table }, index) => {
    const sheet = `'${escapeXml(name.replaceAll("'", "''"))}'`;
    const columns = isWide(table) ? `${sheet}!$A:$A,` : '';
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">${columns}${sheet}!$1:$1</definedName>`;
  });
  return xml.replace('<definedNames/>', `<definedNames>${names.join('')}</definedNames>`);
}

/** An element's text with more in front of where it ends, in large pieces. */
function within(xml: string, end: string, more: Iterable<string>): Pieces {
  return new Pieces(function* () {
    const at = xml.indexOf(end);
    yield xml.slice(0, at);
    yield* more;
    yield xml.slice(at);
  });
}

function* rowsXml({ table, from }: Sheet, numbers: StringNumbers): Generator<string> {
  const letters = table.columns.map((_, column) => lettersOf(column));
  let index = -1;
  for (const row of table.rows) {
    if (++index < from) continue;
    if (index >= from + mostRows) return;
    // The heading is the first row.
    const number = String(index - from + 2);
    const cells = row.map((value, column) => cellXml(`${letters[column] ?? ''}${number}`, value, numbers));
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
}

/** The type of a value decides how it is stored; a text is never a formula, and an empty one is no cell. */
function cellXml(address: string, value: TidyValue, numbers: StringNumbers): string {
  if (typeof value === 'number') return `<c r="${address}"><v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? '1' : '0'}</v></c>`;
  return value === '' ? '' : `<c r="${address}" t="s"><v>${String(numbers.of(value))}</v></c>`;
}

/** `A` … `Z`, `AA` …: as spreadsheets name their columns. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function* textsXml(texts: Iterable<string>): Generator<string> {
  for (const text of texts)
    yield `<si><t xml:space="preserve">${escapeXml(withoutControls(cellText(text)))}</t></si>`;
}

/** What is longer than a cell is cut, with `…` as the last character. */
function cellText(text: string): string {
  return text.length <= longestCell ? text : clip(text, longestCell - 1);
}
