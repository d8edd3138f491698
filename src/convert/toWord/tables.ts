import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { textWidth } from './characterWidth';
import { fontOf } from './fonts';
import type { Alignment, Table as Read } from './model';
import { page } from './page';
import { childrenOf } from './paragraphs';
import { textOf } from './runs';
import { cellStyle } from './styles';

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
};

/** Beyond this a column gets no wider for what it says, in characters. */
const widest = 40;
/** Least width of a column, in characters. */
const narrowest = 3;

/** A table as wide as the text, its head on every page that it runs over. */
export function tableOf({ columns, rows }: Read): Table {
  const widths = widthsOf(columns.length, rows);
  return new Table({
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map(
            (runs, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    style: cellStyle,
                    alignment: row === 0 ? AlignmentType.CENTER : alignmentOf(columns[column] ?? null),
                    children: childrenOf(runs, row === 0 ? { font: fontOf('heading1') } : {}),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

/** Columns share the width of the text by the root of what they say, so that short ones are not crushed. */
function widthsOf(count: number, rows: Read['rows']): number[] {
  const shares = Array.from({ length: count }, (_, column) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, textWidth(textOf(row[column] ?? []))),
      narrowest,
    );
    return Math.sqrt(Math.min(widest, longest));
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((page.textWidth * share) / all));
}

function alignmentOf(alignment: Alignment): (typeof AlignmentType)[keyof typeof AlignmentType] {
  if (alignment === 'center') return AlignmentType.CENTER;
  return alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
}
