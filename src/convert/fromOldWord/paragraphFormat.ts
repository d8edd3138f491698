import type { Bytes } from './bytes';
import type { Modifier } from './modifiers';

/** A row of a table, as the mark behind it says. */
export interface RowFormat {
  /** Where its cells begin and the last one ends, from the left, in twentieths of a point. */
  readonly edges: readonly number[];
  /** By cell: part of a cell that begins to the left of it. */
  readonly joinsLeft: readonly boolean[];
  /** By cell: begins a cell that goes on below, or goes on with one above. */
  readonly vertical: readonly (VerticalMerge | undefined)[];
}

export type VerticalMerge = 'restart' | 'continue';

/** What stands at a paragraph itself, beside what its style says; undefined where it is not said. */
export interface ParagraphFormat {
  readonly style: number;
  /** The number of its list; 0 for none. */
  readonly list?: number;
  readonly level?: number;
  /** 0 to 8 for headings, 9 for text. */
  readonly outline?: number;
  readonly alignment?: string | undefined;
  /** Dots, or a line, lead to a tabulator. */
  readonly hasLeader: boolean;
  /** In how many tables, one in the other, it stands. */
  readonly depth: number;
  /** The mark behind a row of an outermost table, or of one inside of a cell. */
  readonly endsRow: boolean;
  /** The last paragraph in a cell of a table that stands inside of a cell. */
  readonly endsInnerCell: boolean;
  readonly row?: RowFormat;
}

const alignments = ['left', 'center', 'right', 'both', 'distribute'];
/** Deeper than anybody nests tables, and shallow enough for readers. */
const mostDepth = 30;

/** @param modifiers One after the other; the later ones win. */
export function paragraphFormat(style: number, modifiers: readonly Modifier[]): ParagraphFormat {
  let format: ParagraphFormat = {
    style,
    hasLeader: false,
    depth: 0,
    endsRow: false,
    endsInnerCell: false,
  };
  for (const modifier of modifiers) format = { ...format, ...changed(modifier, format) };
  return format;
}

function changed({ code, operand }: Modifier, format: ParagraphFormat): Partial<ParagraphFormat> {
  switch (code) {
    case 0x4600:
      return { style: operand.u16(0) };
    case 0x460b:
      return { list: listNumber(operand.u16(0)) };
    case 0x260a:
      return { level: operand.u8(0) };
    case 0x2640:
      return { outline: operand.u8(0) };
    case 0x2403:
    case 0x2461:
      return { alignment: alignments[operand.u8(0)] };
    case 0xc60d:
    case 0xc615:
      return { hasLeader: format.hasLeader || hasLeader(operand, code === 0xc615) };
    default:
      return tableChange(code, operand, format);
  }
}

function tableChange(code: number, operand: Bytes, format: ParagraphFormat): Partial<ParagraphFormat> {
  switch (code) {
    case 0x2416:
      return { depth: operand.u8(0) === 0 ? 0 : Math.max(1, format.depth) };
    case 0x6649:
      return { depth: Math.min(mostDepth, Math.max(0, operand.i32(0))) };
    case 0x2417:
    case 0x244c:
      return { endsRow: operand.u8(0) !== 0 };
    case 0x244b:
      return { endsInnerCell: operand.u8(0) !== 0 };
    case 0xd608:
      return { row: rowFormat(operand) };
    case 0xd62b:
      return format.row && operand.length >= 2
        ? { row: withVertical(format.row, operand.u8(0), operand.u8(1)) }
        : {};
    case 0x5624:
      return format.row ? { row: withJoined(format.row, operand.u8(0), operand.u8(1)) } : {};
    default:
      return {};
  }
}

/** Numbers of lists begin at 1; others are none, or kept back for a paragraph that lost its number. */
function listNumber(value: number): number {
  return value < 0x7ff ? value : 0;
}

/** Whether one of the tabulators that are added has a leader ([MS-DOC] 2.9.180, 2.9.187, 2.9.311). */
function hasLeader(operand: Bytes, hasTolerances: boolean): boolean {
  const taken = operand.length > 0 ? operand.u8(0) : 0;
  const at = 1 + taken * (hasTolerances ? 4 : 2);
  const added = at < operand.length ? operand.u8(at) : 0;
  for (let index = 0; index < added; index++) {
    const description = at + 1 + added * 2 + index;
    if (description < operand.length && ((operand.u8(description) >> 3) & 7) !== 0) return true;
  }
  return false;
}

/** [MS-DOC] 2.9.321: edges, and 20 bytes for each cell, of which the last ones may be left out. */
function rowFormat(operand: Bytes): RowFormat {
  const count = operand.length > 0 ? operand.u8(0) : 0;
  const edges: number[] = [];
  for (let index = 0; index <= count && 3 + index * 2 <= operand.length; index++)
    edges.push(operand.i16(1 + index * 2));
  const joinsLeft: boolean[] = [];
  const vertical: (VerticalMerge | undefined)[] = [];
  const cells = 1 + (count + 1) * 2;
  for (let index = 0; index < count && cells + index * 20 + 2 <= operand.length; index++) {
    const flags = operand.u16(cells + index * 20);
    joinsLeft.push((flags & 3) === 1);
    vertical.push(verticalMerge((flags >> 5) & 3));
  }
  return { edges, joinsLeft, vertical };
}

function verticalMerge(value: number): VerticalMerge | undefined {
  return value === 1 ? 'continue' : value === 3 ? 'restart' : undefined;
}

function withVertical(row: RowFormat, cell: number, value: number): RowFormat {
  const vertical = [...row.vertical];
  vertical[cell] = verticalMerge(value);
  return { ...row, vertical };
}

function withJoined(row: RowFormat, first: number, limit: number): RowFormat {
  const joinsLeft = [...row.joinsLeft];
  for (let index = first + 1; index < limit; index++) joinsLeft[index] = true;
  return { ...row, joinsLeft };
}
