/**
 * The characters of windows-1252 from 0x80 to 0x9F (Encoding Standard, index-windows-1252). Node before 24 decodes that
 * encoding as Latin 1, which has invisible marks there.
 */
const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What a byte is in windows-1252, as a UTF-16 code unit. */
export function westernUnit(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? special.charCodeAt(byte - 0x80) : byte;
}

/** A text in windows-1252, in which any byte is a character. */
export function decodeWestern(bytes: Uint8Array): string {
  // The name means windows-1252, too; what is decoded as such is not changed.
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (character) => String.fromCharCode(westernUnit(character.charCodeAt(0))));
}
