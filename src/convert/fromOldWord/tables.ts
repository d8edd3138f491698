import type { RowFormat } from './paragraphFormat';

/** A row of a table: what stands in its cells, as WordprocessingML, and what its mark says. */
export interface Row {
  readonly cells: readonly string[];
  readonly format: RowFormat | undefined;
}

/** Edges of cells that are drawn by hand below one another meet as closely as this, in twentieths of a point. */
const sameEdge = 15;

/** Rows as a table of WordprocessingML; how many columns a cell takes is told by where the cells of all rows end. */
export function tableXml(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const body = rows.map((row) => `<w:tr>${cellsXml(row, columns)}</w:tr>`).join('');
  return `<w:tbl><w:tblPr/>${body}</w:tbl>`;
}

/** By edge, the number of the column that begins there. */
function columnsOf(rows: readonly Row[]): ReadonlyMap<number, number> {
  const edges = [...new Set(rows.flatMap(({ format }) => format?.edges ?? []))].sort((a, b) => a - b);
  const columns = new Map<number, number>();
  let column = 0;
  let first = edges[0] ?? 0;
  for (const edge of edges) {
    if (edge - first > sameEdge) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return columns;
}

function cellsXml({ cells, format }: Row, columns: ReadonlyMap<number, number>): string {
  const made: { span: number; content: string; vertical: string }[] = [];
  for (const [index, content] of cells.entries()) {
    const span = spanOf(format, index, columns);
    const previous = made.at(-1);
    if (previous && format?.joinsLeft[index]) {
      previous.span += span;
      if (content.includes('<w:t')) previous.content += content;
      continue;
    }
    const vertical = format?.vertical[index];
    made.push({ span, content, vertical: vertical ? `<w:vMerge w:val="${vertical}"/>` : '' });
  }
  return made
    .map(({ span, content, vertical }) => {
      const wide = span > 1 ? `<w:gridSpan w:val="${String(span)}"/>` : '';
      return `<w:tc><w:tcPr>${wide}${vertical}</w:tcPr>${content || '<w:p/>'}</w:tc>`;
    })
    .join('');
}

function spanOf(format: RowFormat | undefined, cell: number, columns: ReadonlyMap<number, number>): number {
  const start = columns.get(format?.edges[cell] ?? NaN);
  const end = columns.get(format?.edges[cell + 1] ?? NaN);
  return start === undefined || end === undefined ? 1 : Math.max(1, end - start);
}
