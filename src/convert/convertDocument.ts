import { message } from '../core/message';
import type { Conversion } from './model';
import { unreadable } from './unreadable';

const html = async (bytes: Uint8Array): Promise<Conversion> =>
  (await import('./html')).convertHtml(decodeHtml(bytes));

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

/**
 * By byte order mark, then UTF-8 where it is valid, for pages are saved in it whatever they say of themselves; then by
 * the page's own word, else GB18030.
 */
function decodeHtml(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,20})/i.exec(head)?.[1];
  for (const label of [mark, 'utf-8', named, 'gb18030']) {
    if (!label) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding, or an unknown one: the next is tried.
    }
  }
  return new TextDecoder('gb18030').decode(bytes);
}
