/** Encodings that are recognised; the names stand in the JSON output. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Why bytes are no text; the ids of the words for it are `cli.reason.<reason>`. */
export type NotText =
  'binary' | 'docx' | 'office' | 'pdf' | 'ofd' | 'brokenUtf8' | 'brokenUtf16' | 'unknownEncoding';

/** Text without its byte order mark, or why there is none. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly reason: NotText };

/**
 * Decodes a file: a byte order mark decides, then valid UTF-8, then GB18030 if it decodes cleanly and the bytes do
 * not look like UTF-8 with a few broken places. Lone surrogates in UTF-16 are kept as they are.
 */
export function decode(bytes: Uint8Array): Decoded {
  // UTF-32; its mark begins with that of UTF-16.
  if (startsWith(bytes, 0xff, 0xfe, 0, 0)) return { reason: 'unknownEncoding' };
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes.subarray(2), 'utf-16be');
  const known = fileKind(bytes);
  if (known) return { reason: known };
  if (bytes.includes(0)) return { reason: 'binary' };
  const hasMark = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const text = strictUtf8(hasMark ? bytes.subarray(3) : bytes);
  if (text !== null) return { text, encoding: 'utf-8' };
  if (hasMark || looksLikeUtf8(bytes)) return { reason: 'brokenUtf8' };
  return gb18030(bytes);
}

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function fileKind(bytes: Uint8Array): NotText | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'office';
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return null;
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes('word/')) return 'docx';
  return names.includes('OFD.xml') ? 'ofd' : 'binary';
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 !== 0) return { reason: 'brokenUtf16' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  // Not TextDecoder: it would replace lone surrogates. In parts, because a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 16_384) {
    const units: number[] = [];
    for (let at = from; at < Math.min(from + 16_384, bytes.length); at += 2)
      units.push(view.getUint16(at, encoding === 'utf-16le'));
    parts.push(String.fromCharCode(...units));
  }
  return { text: parts.join(''), encoding };
}

/** Whether bytes are UTF-8 with broken places, which would decode as GB18030 into other, wrong Chinese. */
export function looksLikeUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return whole > broken * 2;
}

function gb18030(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
    const isPlausible = /\p{Script=Han}/u.test(text) && !/\p{Co}|(?!\s)\p{Cc}/u.test(text);
    return isPlausible ? { text, encoding: 'gb18030' } : { reason: 'unknownEncoding' };
  } catch {
    return { reason: 'unknownEncoding' };
  }
}
