/** Character classes by UTF-16 code unit; tables and comparisons, because these run on every character. */

/** Ends a coding unit (codebook: 。！？； full or half width). */
export function isSentenceEnd(code: number): boolean {
  return (
    code === 0x3002 || // 。
    code === 0xff01 || // ！
    code === 0xff1f || // ？
    code === 0xff1b || // ；
    code === 0x21 ||
    code === 0x3f ||
    code === 0x3b
  );
}

/** Ends a clause inside a coding unit: a comma or a colon, full or half width. */
export function isClauseEnd(code: number): boolean {
  return code === 0xff0c || code === 0x2c || code === 0xff1a || code === 0x3a;
}

/** Closing quotes and brackets that still belong to the sentence they follow. */
export function isClosing(code: number): boolean {
  return (
    code === 0x201d || // ”
    code === 0x2019 || // ’
    code === 0x300f || // 』
    code === 0x300d || // 」
    code === 0xff09 || // ）
    code === 0x29
  );
}

/** What JavaScript's `\s` matches. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** A basic Chinese character, Latin letter or digit: something to code. */
export function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/** A basic Chinese character. */
export function isChinese(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Characters and marks of Chinese texts, between which there are no blanks. */
export const wide =
  /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014\u2018-\u201d\u2026]/;
