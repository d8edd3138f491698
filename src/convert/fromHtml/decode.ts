import { looksLikeUtf8 } from '../../files/decode';

/** By byte order mark; without one, a page of UTF-16 begins with a bracket beside a zero. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : null;
}

/**
 * By byte order mark, then UTF-8 where it is valid, for pages are saved in it whatever they say of themselves; then by
 * the page's own word, else GB18030. Where nothing fits, broken places are shown as U+FFFD and counted, as in browsers.
 */
export function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly broken: number } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,20})/i.exec(head)?.[1];
  const isBrokenUtf8 = looksLikeUtf8(bytes);
  for (const label of [utf16(bytes), 'utf-8', ...(isBrokenUtf8 ? [] : [named, 'gb18030'])]) {
    if (!label) continue;
    try {
      return { text: decoderOf(label).decode(bytes), broken: 0 };
    } catch {
      // Not this encoding, or an unknown one: the next is tried.
    }
  }
  const text = new TextDecoder(isBrokenUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  return { text, broken: text.match(/\ufffd/g)?.length ?? 0 };
}

/**
 * Reads GBK as GB18030, as browsers do (Encoding Standard §10.1.1): Node before 24 would let damaged bytes pass as
 * characters of private use.
 *
 * @throws RangeError for an encoding that nobody knows.
 */
function decoderOf(label: string): TextDecoder {
  const decoder = new TextDecoder(label, { fatal: true });
  return decoder.encoding === 'gbk' ? new TextDecoder('gb18030', { fatal: true }) : decoder;
}
