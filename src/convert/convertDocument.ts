import { message } from '../core/message';
import { looksLikeUtf8 } from '../files/decode';
import type { Conversion } from './model';
import { countNotes } from './notes';
import { unreadable } from './unreadable';

async function html(bytes: Uint8Array): Promise<Conversion> {
  const { text, broken } = decodeHtml(bytes);
  const { markdown, notes } = (await import('./html')).convertHtml(text);
  return { markdown, notes: [...notes, ...countNotes('import', { broken })] };
}

/** By extension; loaded when first needed, because the PDF reader alone is larger than the rest of the product. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => Promise<Conversion>>> = {
  '.docx': async (bytes) => (await import('./docx')).convertDocx(bytes),
  '.html': html,
  '.htm': html,
  '.pdf': async (bytes) => (await import('./pdf')).convertPdf(bytes),
};

/** A document as Markdown, by its name's extension. */
export async function convertDocument(name: string, bytes: Uint8Array): Promise<Conversion> {
  const read = readers[/\.[a-z]+$/.exec(name.toLowerCase())?.[0] ?? ''];
  if (!read)
    return {
      markdown: null,
      notes: [message('report.import.format', Object.keys(readers).join(' '))],
    };
  // Readers stumble over what nobody thought of, such as markup nested deeper than their stack.
  const { markdown, notes } = await read(bytes).catch(unreadable);
  const isEmpty = markdown !== null && markdown.trim() === '';
  return { markdown, notes: isEmpty ? [...notes, message('report.import.empty')] : notes };
}

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
function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly broken: number } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,20})/i.exec(head)?.[1];
  const isBrokenUtf8 = looksLikeUtf8(bytes);
  for (const label of [utf16(bytes), 'utf-8', ...(isBrokenUtf8 ? [] : [named, 'gb18030'])]) {
    if (!label) continue;
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), broken: 0 };
    } catch {
      // Not this encoding, or an unknown one: the next is tried.
    }
  }
  const text = new TextDecoder(isBrokenUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  return { text, broken: text.match(/\ufffd/g)?.length ?? 0 };
}
