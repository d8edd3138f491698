import { looksLikeUtf8 } from '../files/decode';
import { decodeWestern } from './western';

/** Markup as text, and how many places of it are broken, which stand as U+FFFD. */
export interface Decoded {
  readonly text: string;
  readonly broken: number;
}

/** By byte order mark; without one, markup in UTF-16 begins with a bracket beside a zero. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : null;
}

/** Where a page or an XML file names its encoding. */
const naming =
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,20})|<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w-]{1,20})/i;

/**
 * By byte order mark, then UTF-8 where it is valid, for markup is saved in it whatever it says of itself; then by its
 * own word, else GB18030. Where nothing fits, broken places are shown as U+FFFD and counted, as in browsers.
 */
export function decodeMarkup(bytes: Uint8Array): Decoded {
  for (const label of [utf16(bytes), 'utf-8']) {
    const text = label && decoded(bytes, label);
    if (text !== null) return { text, broken: 0 };
  }
  const isBrokenUtf8 = looksLikeUtf8(bytes);
  const [, page, xml] = naming.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048))) ?? [];
  for (const label of isBrokenUtf8 ? [] : [page ?? xml, 'gb18030']) {
    const text = label === undefined ? null : decoded(bytes, label);
    if (text !== null) return { text, broken: 0 };
  }
  return withBroken(new TextDecoder(isBrokenUtf8 ? 'utf-8' : 'gb18030').decode(bytes));
}

/** A text that was decoded as far as possible, with what is broken in it counted. */
export function withBroken(text: string): Decoded {
  return { text, broken: text.match(/\ufffd/g)?.length ?? 0 };
}

/** Null where the bytes are in another encoding, or nobody knows this one. */
function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    if (decoder.encoding === 'windows-1252') return decodeWestern(bytes);
    // GBK is read as GB18030, as browsers do (Encoding Standard §10.1.1): Node before 24 would let damaged bytes pass as
    // characters of private use.
    return (decoder.encoding === 'gbk' ? new TextDecoder('gb18030', { fatal: true }) : decoder).decode(bytes);
  } catch {
    return null;
  }
}
