import type { Bytes } from './bytes';

/** A level of a list, as it is counted and written. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** With `%1` to `%9` for the numbers of levels: `第%1章`. */
  readonly text: string;
  readonly isLegal: boolean;
  /** The level (from 1) whose advance starts this one anew; 0 for none, null for any higher one. */
  readonly restart: number | null;
}

/** A list that paragraphs may belong to. */
export interface ListDefinition {
  readonly id: number;
  readonly levels: readonly ListLevel[];
  /** By level, the style that belongs to it. */
  readonly styles: readonly (number | undefined)[];
}

/** What paragraphs refer to: a list, where levels may differ from it. */
export interface ListReference {
  readonly list: number;
  readonly overrides: readonly {
    readonly level: number;
    readonly start: number | null;
    readonly definition: ListLevel | null;
  }[];
}

export interface Lists {
  readonly definitions: readonly ListDefinition[];
  /** In the order of their numbers, which begin at 1. */
  readonly references: readonly ListReference[];
}

export const noLists: Lists = { definitions: [], references: [] };

const noStyle = 0xfff;
/** Most characters of a number that are read; Word takes fewer. */
const mostText = 255;
/** In the order of their numbers ([MS-OSHARED] 2.2.1.3); names are those of ECMA-376 Part 1, §17.18.59. */
export const numberFormats =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2'.split(
    ' ',
  );

/**
 * The lists of a document ([MS-DOC] 2.9.131, 2.9.148, 2.9.150).
 *
 * @param table The whole table stream: levels stand behind the structure that its place tells.
 * @throws RangeError where the structures are not whole.
 */
export function readLists(table: Bytes, definitionsAt: number, references: Bytes): Lists {
  const count = Math.max(0, table.i16(definitionsAt));
  const definitions: ListDefinition[] = [];
  let at = definitionsAt + 2 + count * 28;
  for (let index = 0; index < count; index++) {
    const head = table.part(definitionsAt + 2 + index * 28, 28);
    const levels: ListLevel[] = [];
    for (let left = (head.u8(26) & 1) === 1 ? 1 : 9; left > 0; left--) {
      const { level, end } = readLevel(table, at);
      levels.push(level);
      at = end;
    }
    const styles = levels.map((_, level) => {
      const style = head.u16(8 + level * 2);
      return style === noStyle ? undefined : style;
    });
    definitions.push({ id: head.i32(0), levels, styles });
  }
  return { definitions, references: readReferences(references) };
}

function readLevel(bytes: Bytes, at: number): { readonly level: ListLevel; readonly end: number } {
  const flags = bytes.u8(at + 5);
  const textAt = at + 28 + bytes.u8(at + 24) + bytes.u8(at + 25);
  const length = bytes.u16(textAt);
  const level: ListLevel = {
    start: bytes.i32(at),
    format: numberFormats[bytes.u8(at + 4)] ?? 'none',
    text: bytes
      .text(textAt + 2, Math.min(length, mostText))
      // The number of a level stands for its number in the list.
      .replace(/\p{Cc}/gu, (level) => (level <= '\b' ? `%${String(level.charCodeAt(0) + 1)}` : level)),
    isLegal: (flags & 4) !== 0,
    restart: (flags & 8) === 0 ? null : bytes.u8(at + 26),
  };
  return { level, end: textAt + 2 + length * 2 };
}

function readReferences(bytes: Bytes): ListReference[] {
  const count = bytes.length >= 4 ? bytes.i32(0) : 0;
  const found: ListReference[] = [];
  let at = 4 + count * 16;
  for (let index = 0; index < count; index++) {
    const head = bytes.part(4 + index * 16, 16);
    const overrides: ListReference['overrides'][number][] = [];
    // The number that stands before each reference's levels says nothing.
    at += 4;
    for (let left = head.u8(12); left > 0; left--) {
      const flags = bytes.u32(at + 4);
      const start = (flags & 0x10) === 0 ? null : bytes.i32(at);
      const changed = (flags & 0x20) === 0 ? null : readLevel(bytes, at + 8);
      at = changed?.end ?? at + 8;
      overrides.push({
        level: flags & 0xf,
        start: changed && start !== null ? changed.level.start : start,
        definition: changed?.level ?? null,
      });
    }
    found.push({ list: head.i32(0), overrides });
  }
  return found;
}
