import type { PageOptions } from '../input';
import type { Cell, Report, Row } from '../model';
import { cellText, type ReportWords } from '../words';
import type { RowsAnswer, RowsMessage } from './messages';
import { ranges, rowHtml } from './rowHtml';

/** Rows of a table that are shown at once. */
export const pageRows = 100;

/** What a webview's page asks for: rows of a long table, filtered and sorted over all of them. */
export function rowsOf(
  report: Report,
  words: ReportWords,
  options: PageOptions,
  query: RowsMessage,
): RowsAnswer {
  const table = report.sections.flatMap(({ tables }) => tables).find(({ id }) => id === query.table);
  if (!table) return { type: 'rows', query, from: 0, count: 0, rows: '' };
  const wanted = query.documents && new Set(query.documents);
  const rows = table.rows.filter(
    ({ document }) => wanted === null || document === null || wanted.has(document),
  );
  const inOrder = query.column < 0 ? rows : sorted(rows, report, words, query);
  const last = Math.max(0, Math.floor((rows.length - 1) / pageRows) * pageRows);
  const from = Math.min(Math.max(0, query.from), last);
  const shown = inOrder.slice(from, from + pageRows);
  return {
    type: 'rows',
    query,
    from,
    count: rows.length,
    rows: shown.map((row) => rowHtml({ report, words, options }, table, row)).join(''),
  };
}

/** The numbers of a figure's quotes, as a page holds them; empty where the report has no such figure. */
export function evidenceOf({ sections }: Report, figure: string): string {
  for (const { tables } of sections)
    for (const { rows } of tables)
      for (const { cells } of rows)
        for (const cell of cells)
          if (cell.kind === 'figure' && cell.figure.id === figure) return ranges(cell.figure.evidence);
  return '';
}

/** As the page's script sorts the rows it has: figures by value, what is not defined below all others, texts as words. */
function sorted(
  rows: readonly Row[],
  { corpus }: Report,
  words: ReportWords,
  { column, isDescending }: RowsMessage,
): Row[] {
  const keyOf = (cell: Cell | undefined): string | number => {
    if (!cell) return '';
    if (cell.kind === 'figure') return cell.figure.value ?? -1;
    const text = cellText(words, corpus, cell).trim();
    return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  };
  const collator = new Intl.Collator(words.language);
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row.cells[column]) }))
    .sort(
      ({ key: a }, { key: b }) =>
        sign *
        (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))),
    )
    .map(({ row }) => row);
}
