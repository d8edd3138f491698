import { grouped } from '../grouped';
import { clip } from '../text/clip';
import { parseDocument } from '../text/parseDocument';
import type { Span } from '../text/model';

/** A coding unit with the codes a person gave it. */
export interface GoldUnit extends Span {
  /** From 1, in text order; the gold file names units by it. */
  readonly id: number;
  readonly codes: readonly string[];
  /** The line of the gold file that says so, from 1; null where it says nothing of the unit. */
  readonly line: number | null;
}

/** A document that people have coded. */
export interface GoldDocument {
  readonly name: string;
  readonly text: string;
  readonly units: readonly GoldUnit[];
  readonly faults: readonly GoldFault[];
}

/** Where a gold file does not fit its text; lines are counted from 1. */
export type GoldFault =
  /** The line names no unit, and is neither empty nor a comment: it was not counted. */
  | { readonly kind: 'noRow'; readonly line: number; readonly said: string }
  /** The text has no such unit: the line was not counted. */
  | { readonly kind: 'noUnit'; readonly line: number; readonly unit: string }
  /** The unit stands on several lines; the last of them, `line`, was counted. */
  | { readonly kind: 'repeated'; readonly line: number; readonly unit: number; readonly times: number }
  /** Units `first` to `last` stand elsewhere: what `line`, that of the first, says, and where that unit is. */
  | {
      readonly kind: 'moved';
      readonly line: number;
      readonly first: number;
      readonly last: number;
      readonly said: string;
      readonly found: string;
    };

/** A line of a gold file; all as written but `id`, which is the number that `unit` stands for. */
interface GoldLine {
  readonly line: number;
  readonly unit: string;
  readonly id: number;
  readonly start: string;
  readonly end: string;
  readonly codes: readonly string[];
}

/**
 * A gold file to be filled in: all units of a text, none with a code yet, each with its words in a last column.
 *
 * @param text Plain text; places are UTF-16 code units.
 */
export function goldTemplate(text: string): string {
  const rows = parseDocument(text, 'plain').sentences.map(({ start, end }, index) =>
    // One line for each, whatever the text has in it; ASCII quotation marks would open a cell of a spreadsheet.
    [index + 1, start, end, '-', text.slice(start, end).replace(/[\p{Cc}\u2028\u2029"]+/gu, ' ')].join('\t'),
  );
  return `${['unit\tstart\tend\tcodes\ttext', ...rows].join('\n')}\n`;
}

/**
 * Reads a gold file: a unit a line, `unit  start  end  codes`, with tabs between. Codes stand apart by spaces or commas
 * (also Chinese ones), `-` for none; further columns are not read. Empty lines and those that begin with `#` say nothing,
 * nor does one line of headings before the first unit. Units are those of plain text, counted from 1; a unit without a
 * line has no codes, and of several lines for one unit the last counts. `start` and `end` may be empty or `-`; where they
 * are given they are compared with the text, but the number says which unit is meant.
 */
export function readGold(name: string, text: string, gold: string): GoldDocument {
  const { sentences } = parseDocument(text, 'plain');
  const spans = sentences.map(({ start, end }, index): Span & { id: number } => ({
    id: index + 1,
    start,
    end,
  }));
  const { lines, others } = linesIn(gold);
  const linesOf = grouped(lines, ({ id }) => id);
  const isUnit = ({ id }: GoldLine): boolean => Number.isInteger(id) && id >= 1 && id <= spans.length;
  const counted = (id: number): GoldLine | undefined => linesOf.get(id)?.at(-1);
  const faults: GoldFault[] = [
    ...others,
    ...lines
      .filter((line) => !isUnit(line))
      .map(({ line, unit }): GoldFault => ({ kind: 'noUnit', line, unit })),
    ...spans.flatMap(({ id }): GoldFault[] => {
      const times = linesOf.get(id)?.length ?? 0;
      return times > 1 ? [{ kind: 'repeated', line: counted(id)?.line ?? 0, unit: id, times }] : [];
    }),
    ...moved(spans, counted),
  ];
  return {
    name,
    text,
    units: spans.map((span) => {
      const line = counted(span.id);
      return { ...span, codes: line?.codes ?? [], line: line?.line ?? null };
    }),
    faults: faults.sort((a, b) => a.line - b.line),
  };
}

/** Longest part of a line that is no row to be repeated in a message. */
const longestSaid = 40;

function linesIn(gold: string): { lines: GoldLine[]; others: GoldFault[] } {
  const lines: GoldLine[] = [];
  const others: GoldFault[] = [];
  let mayBeHeadings = true;
  for (const [index, text] of gold.split(/\r?\n/).entries()) {
    const row = text.trim();
    if (row === '' || row.startsWith('#')) continue;
    // Blanks for tabs would all be one column.
    if (/^\d\S* *(?:\t|$)/.test(row)) lines.push(lineOf(row, index + 1));
    // Headings are words; a row that is mistyped has figures.
    else if (!mayBeHeadings || /\p{Nd}/u.test(row))
      others.push({ kind: 'noRow', line: index + 1, said: clip(row, longestSaid) });
    mayBeHeadings = false;
  }
  return { lines, others };
}

function lineOf(text: string, line: number): GoldLine {
  // Spreadsheets put quotation marks around a cell with commas.
  const [unit = '', start = '', end = '', codes = ''] = text
    .split('\t')
    .map((value) => value.trim().replace(/^"(.*)"$/u, '$1'));
  return {
    line,
    unit,
    id: Number(unit),
    start,
    end,
    codes: codes.split(/[\s,，、;；]+/).filter((code) => code !== '' && code !== '-'),
  };
}

/** Units that the gold file places elsewhere; a row of them is named once, for one change of the text moves all below. */
function moved(
  spans: readonly (Span & { readonly id: number })[],
  lineFor: (id: number) => GoldLine | undefined,
): GoldFault[] {
  const rows: (GoldFault & { readonly kind: 'moved'; last: number })[] = [];
  for (const { id, start, end } of spans) {
    const line = lineFor(id);
    if (!line || (agrees(line.start, start) && agrees(line.end, end))) continue;
    const row = rows.at(-1);
    if (row?.last === id - 1) row.last = id;
    else
      rows.push({
        kind: 'moved',
        line: line.line,
        first: id,
        last: id,
        said: `${line.start}–${line.end}`,
        found: `${String(start)}–${String(end)}`,
      });
  }
  return rows;
}

function agrees(said: string, offset: number): boolean {
  return said === '' || said === '-' || Number(said) === offset;
}
