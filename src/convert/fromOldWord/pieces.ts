import { message } from '../../core/message';
import { ConversionError } from '../unreadable';
import { westernUnit } from '../western';
import { Bytes } from './bytes';

/** A stretch of the text: where its characters stand in the file, and how they are written. */
export interface Piece {
  /** Its first character, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** Where its first character stands in the stream. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Changes of properties that hold for all of it. */
  readonly changes: Bytes | null;
}

/** The text with what it is put together from. */
export interface PieceTable {
  /** A UTF-16 code unit a character of the file. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Characters that the file does not hold, such as one that was cut off; in the text they are U+0000. */
  readonly missing: number;
}

/** Most megabytes of text, as of a Word file's text and markup; a thousand full pages have three. */
const mostMegabytes = 20;

/** Properties that a piece may change by one byte: their places in the table of [MS-DOC] 2.9.215. */
const shortChanges: Readonly<Record<number, number>> = {
  0x05: 0x2461,
  0x0c: 0x260a,
  0x18: 0x2416,
  0x19: 0x2417,
  0x41: 0x0800,
  0x42: 0x0801,
  0x55: 0x0835,
  0x56: 0x0836,
  0x57: 0x0837,
  0x5b: 0x083b,
  0x5c: 0x083c,
  0x68: 0x2a48,
  0x75: 0x0855,
  0x78: 0x2640,
};

/**
 * The text of a document, in the order that the reader sees ([MS-DOC] 2.8.35, 2.9.38).
 *
 * @param stream The stream with the characters.
 * @param structure What says which stand where.
 * @throws RangeError where the structure is not whole; ConversionError where the text is too long.
 */
export function readPieces(stream: Bytes, structure: Bytes): PieceTable {
  const lists: Bytes[] = [];
  let at = 0;
  while (structure.u8(at) === 1) {
    const length = structure.u16(at + 1);
    lists.push(structure.part(at + 3, length));
    at += 3 + length;
  }
  if (structure.u8(at) !== 2) throw new RangeError('no text');
  const table = structure.part(at + 5, Math.min(structure.u32(at + 1), structure.length - at - 5));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const piece = readPiece(table, index, count, lists);
    if (piece.to > piece.from && piece.from === (pieces.at(-1)?.to ?? 0)) pieces.push(piece);
  }
  return textOf(stream, pieces);
}

function readPiece(table: Bytes, index: number, count: number, lists: readonly Bytes[]): Piece {
  const at = (count + 1) * 4 + index * 8;
  const place = table.u32(at + 2);
  const isShort = (place & 0x40000000) !== 0;
  const offset = place & 0x3fffffff;
  return {
    from: table.u32(index * 4),
    to: table.u32(index * 4 + 4),
    offset: isShort ? offset / 2 : offset,
    bytesPerCharacter: isShort ? 1 : 2,
    changes: changesOf(table.u16(at + 6), lists),
  };
}

function changesOf(modifier: number, lists: readonly Bytes[]): Bytes | null {
  if ((modifier & 1) === 1) return lists[modifier >> 1] ?? null;
  const code = shortChanges[(modifier >> 1) & 0x7f];
  return code === undefined ? null : new Bytes(Uint8Array.of(code & 255, code >> 8, modifier >> 8));
}

function textOf(stream: Bytes, pieces: readonly Piece[]): PieceTable {
  const total = pieces.at(-1)?.to ?? 0;
  // Three bytes a character, as it will be written.
  if (total * 3 > mostMegabytes * 1_000_000)
    throw new ConversionError(message('report.import.tooLarge', mostMegabytes));
  const units = new Uint8Array(total * 2);
  const view = new DataView(units.buffer);
  let missing = 0;
  for (const { from, to, offset, bytesPerCharacter } of pieces) {
    const isThere = (cp: number): boolean => offset + (cp - from + 1) * bytesPerCharacter <= stream.length;
    for (let cp = from; cp < to; cp++) {
      const at = offset + (cp - from) * bytesPerCharacter;
      if (!isThere(cp)) missing++;
      const unit = !isThere(cp) ? 0 : bytesPerCharacter === 2 ? stream.u16(at) : westernUnit(stream.u8(at));
      view.setUint16(cp * 2, unit, true);
    }
  }
  // Decoded at once: a decoder replaces halves of characters, and pieces may part one.
  return { text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units), pieces, missing };
}
