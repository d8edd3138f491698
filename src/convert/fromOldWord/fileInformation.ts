import type { Bytes } from './bytes';

/** Where structures of the table stream stand, by their number in the list of pairs ([MS-DOC] 2.5.6). */
export const places = {
  styleSheet: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  commentReferences: 4,
  sections: 6,
  characterFormats: 12,
  paragraphFormats: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** How long the parts of the text are, in characters, in the order in which they follow one another. */
export interface StoryLengths {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly headerBoxes: number;
}

/** The head of a document ([MS-DOC] 2.5.1). */
export interface FileInformation {
  readonly isEncrypted: boolean;
  readonly tableName: '0Table' | '1Table';
  readonly lengths: StoryLengths;
  /** Where a structure stands in the table stream; nothing has a length of 0. */
  place(index: number): { readonly start: number; readonly length: number };
}

const signature = 0xa5ec;
const firstOfWord97 = 0xc1;
/** Bytes before the lists of numbers, each of which is preceded by its length. */
const headSize = 32;

/** Whether a document of Word, of whatever version, may begin with a number; Word 6 and 95 for East Asia have 0xa6. */
export function isOfWord(number: number): boolean {
  return number >> 8 === 0xa5 || number >> 8 === 0xa6;
}

/** Whether a document is of Word 97 or later; null where it is none of Word's. */
export function isOfWord97(stream: Bytes): boolean | null {
  const own = stream.u16(0);
  if (!isOfWord(own)) return null;
  return own === signature && stream.u16(2) >= firstOfWord97;
}

/** @throws RangeError where it is not whole. */
export function readFileInformation(stream: Bytes): FileInformation {
  const flags = stream.u16(10);
  const words = headSize + 2;
  const longs = words + stream.u16(headSize) * 2 + 2;
  const pairs = longs + stream.u16(longs - 2) * 4 + 2;
  const count = stream.u16(pairs - 2);
  const length = (index: number): number => Math.max(0, stream.i32(longs + index * 4));
  return {
    isEncrypted: (flags & 0x8100) !== 0,
    tableName: (flags & 0x200) === 0 ? '0Table' : '1Table',
    lengths: {
      main: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      boxes: length(9),
      headerBoxes: length(10),
    },
    place: (index) =>
      index < count
        ? { start: stream.u32(pairs + index * 8), length: stream.u32(pairs + index * 8 + 4) }
        : { start: 0, length: 0 },
  };
}
