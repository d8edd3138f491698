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
import { fontSize, page } from './page';
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
/** Heads and figures that are no longer than this stay in one line where there is room: 牵头单位, 12,120.5万元. */
const unbroken = 7;
const figure = /^[-–—+±<>≤≥约]?[\d,.，]+\p{Script=Han}{0,2}[%％‰]?$/u;
/** Between words and border, in twips. */
const padding = { top: 40, bottom: 40, left: 80, right: 80 };

/** A table as wide as the text, its head on every page that it runs over. */
export function tableOf({ columns, rows }: Read): Table {
  const widths = widthsOf(columns.length, rows);
  return new Table({
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    margins: { marginUnitType: WidthType.DXA, ...padding },
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

/**
 * Columns share the width of the text by the root of what they say, so that short ones are not crushed; what one needs
 * beyond that comes from those that have more than they need.
 */
function widthsOf(count: number, rows: Read['rows']): number[] {
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => textOf(row[column] ?? [])));
  const shares = columns.map((cells) =>
    Math.sqrt(cells.reduce((most, cell) => Math.max(most, Math.min(widest, textWidth(cell))), narrowest)),
  );
  const all = total(shares);
  const fair = shares.map((share) => (page.textWidth * share) / all);
  const needs = columns.map(needOf);
  const short = total(fair.map((width, column) => Math.max(0, (needs[column] ?? 0) - width)));
  const spare = total(fair.map((width, column) => Math.max(0, width - (needs[column] ?? 0))));
  if (short > spare) return fair.map(Math.floor);
  return fair.map((width, column) => {
    const need = needs[column] ?? 0;
    return Math.floor(width < need ? need : width - (spare === 0 ? 0 : (short * (width - need)) / spare));
  });
}

/** In twips, so that no short head and no figure is broken. */
function needOf([head = '', ...cells]: readonly string[]): number {
  const whole = [head, ...cells.filter((cell) => figure.test(cell))].map(cellWidth);
  const most = Math.max(narrowest, ...whole.filter((width) => width <= unbroken));
  return Math.ceil(most * fontSize.table * 10) + padding.left + padding.right;
}

/** Figures and letters are a little wider than half a character, and programs set them off from Chinese by a quarter. */
function cellWidth(text: string): number {
  const turns = text.match(/(?<=[\dA-Za-z])\p{Script=Han}|(?<=\p{Script=Han})[\dA-Za-z]/gu)?.length ?? 0;
  return textWidth(text) * 1.05 + turns / 4 + 0.2;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function alignmentOf(alignment: Alignment): (typeof AlignmentType)[keyof typeof AlignmentType] {
  if (alignment === 'center') return AlignmentType.CENTER;
  return alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
}
