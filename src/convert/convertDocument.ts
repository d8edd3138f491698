import type { Conversion } from './model';
import { unreadable } from './unreadable';

export type { Conversion } from './model';

const extensions = ['.docx', '.html', '.htm', '.pdf'] as const;

/** Whether a file can be imported, by its name. */
export function isConvertible(name: string): boolean {
  return extensions.some((extension) => name.toLowerCase().endsWith(extension));
}

/**
 * A document as Markdown, by its name's extension. The readers are loaded when first needed, because the PDF reader
 * alone is larger than the rest of the product.
 */
export async function convertDocument(name: string, bytes: Uint8Array): Promise<Conversion> {
  // Readers stumble over what nobody thought of, such as markup nested deeper than their stack.
  const { markdown, notes } = await convert(name, bytes).catch(unreadable);
  const isEmpty = markdown !== null && markdown.trim() === '';
  return { markdown, notes: isEmpty ? [...notes, { id: 'report.import.empty', args: [] }] : notes };
}

async function convert(name: string, bytes: Uint8Array): Promise<Conversion> {
  const lower = name.toLowerCase();
  if (lower.endsWith('.docx')) return (await import('./docx')).convertDocx(bytes);
  if (lower.endsWith('.pdf')) return (await import('./pdf')).convertPdf(bytes);
  if (lower.endsWith('.html') || lower.endsWith('.htm'))
    return (await import('./html')).convertHtml(decodeHtml(bytes));
  return { markdown: null, notes: [{ id: 'report.import.format', args: [extensions.join(' ')] }] };
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
