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
  /** Lines of the gold file that fit no unit of the text, by their `unit` column. */
  readonly strayUnits: readonly number[];
}

/**
 * Reads a gold file: lines of `unit  start  end  codes`, tab-separated, codes apart by spaces or commas, `-` for none;
 * lines that do not begin with a digit are comments. Units are those of plain text, counted from 1; a unit without a
 * line has no codes.
 */
export function readGold(name: string, text: string, gold: string): GoldDocument {
  const codesOf = new Map<number, readonly string[]>();
  for (const line of gold.split(/\r?\n/)) {
    if (!/^\d/.test(line)) continue;
    const [unit, , , codes = ''] = line.split('\t');
    codesOf.set(
      Number(unit),
      codes.split(/[\s,]+/).filter((code) => code !== '' && code !== '-'),
    );
  }
  const { sentences } = parseDocument(text, 'plain');
  return {
    name,
    text,
    units: sentences.map(({ start, end }, index) => ({
      id: index + 1,
      start,
      end,
      codes: codesOf.get(index + 1) ?? [],
    })),
    strayUnits: [...codesOf.keys()].filter((id) => id < 1 || id > sentences.length),
  };
}
