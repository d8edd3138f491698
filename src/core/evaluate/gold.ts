import { parseDocument } from '../text/parseDocument';
import type { Span } from '../text/model';

/** A coding unit with the codes a person gave it. */
export interface GoldUnit extends Span {
  /** From 1, in text order; the gold file names units by it. */
  readonly id: number;
  readonly codes: readonly string[];
}

/** A document that people have coded. */
export interface GoldDocument {
  readonly name: string;
  readonly text: string;
  readonly units: readonly GoldUnit[];
  /**
   * Where the gold file does not fit the text: `9` and `1a` are no units of it; `2 ×3` stands on three lines; `4` or
   * `4–6` with `: 9–13 ≠ 9–12` stand elsewhere (what the file says of the first of them, and where it is).
   */
  readonly strayUnits: readonly string[];
}

/** A line of a gold file; all as written but `id`, which is the number that `unit` stands for. */
interface GoldLine {
  readonly unit: string;
  readonly id: number;
  readonly start: string;
  readonly end: string;
  readonly codes: readonly string[];
}

/**
 * Reads a gold file: lines of `unit  start  end  codes`, tab-separated, codes apart by spaces or commas, `-` for none;
 * lines that do not begin with a digit are comments. Units are those of plain text, counted from 1; a unit without a
 * line has no codes, and of several lines for one unit the last counts. `start` and `end` may be empty or `-`; where
 * they are given they are compared with the text, but the number says which unit is meant.
 */
export function readGold(name: string, text: string, gold: string): GoldDocument {
  const { sentences } = parseDocument(text, 'plain');
  const spans = sentences.map(({ start, end }, index): Span & { id: number } => ({
    id: index + 1,
    start,
    end,
  }));
  const lines = gold
    .split(/\r?\n/)
    .filter((line) => /^\d/.test(line))
    .map(lineOf);
  const linesOf = new Map<number, GoldLine[]>();
  for (const line of lines) {
    const list = linesOf.get(line.id);
    if (list) list.push(line);
    else linesOf.set(line.id, [line]);
  }
  const isUnit = ({ id }: GoldLine): boolean => Number.isInteger(id) && id >= 1 && id <= spans.length;
  const strays = new Set(lines.filter((line) => !isUnit(line)).map(({ unit }) => unit));
  return {
    name,
    text,
    units: spans.map((span) => ({ ...span, codes: linesOf.get(span.id)?.at(-1)?.codes ?? [] })),
    strayUnits: [
      ...strays,
      ...spans.flatMap(({ id }) => {
        const times = linesOf.get(id)?.length ?? 0;
        return times > 1 ? [`${String(id)} ×${String(times)}`] : [];
      }),
      ...moved(spans, (id) => linesOf.get(id)?.at(-1)),
    ],
  };
}

function lineOf(line: string): GoldLine {
  const [unit = '', start = '', end = '', codes = ''] = line.split('\t').map((value) => value.trim());
  return {
    unit,
    id: Number(unit),
    start,
    end,
    codes: codes.split(/[\s,]+/).filter((code) => code !== '' && code !== '-'),
  };
}

/** Units that the gold file places elsewhere; a row of them is named once, for one change of the text moves all below. */
function moved(
  spans: readonly (Span & { readonly id: number })[],
  lineFor: (id: number) => GoldLine | undefined,
): string[] {
  const rows: { readonly first: number; last: number; readonly places: string }[] = [];
  for (const { id, start, end } of spans) {
    const line = lineFor(id);
    if (!line || (agrees(line.start, start) && agrees(line.end, end))) continue;
    const row = rows.at(-1);
    if (row?.last === id - 1) row.last = id;
    else
      rows.push({
        first: id,
        last: id,
        places: `${line.start}–${line.end} ≠ ${String(start)}–${String(end)}`,
      });
  }
  return rows.map(
    ({ first, last, places }) =>
      `${first === last ? String(first) : `${String(first)}–${String(last)}`}: ${places}`,
  );
}

function agrees(said: string, offset: number): boolean {
  return said === '' || said === '-' || Number(said) === offset;
}
