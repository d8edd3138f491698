import { message } from '../core/message';
import { decodeMarkup } from './decodeMarkup';
import type { Conversion } from './model';
import { ConversionError, unreadable } from './unreadable';
import { wordKind } from './wordKind';
import { countNotes } from './notes';
import { realExtension } from './realExtension';

async function html(bytes: Uint8Array): Promise<Conversion> {
  const { text, broken } = decodeMarkup(bytes);
  const { markdown, notes } = (await import('./fromHtml/convertHtml')).convertHtml(text);
  return { markdown, notes: [...notes, ...countNotes('import', { broken })] };
}

async function webArchive(bytes: Uint8Array): Promise<Conversion> {
  return (await import('./fromMhtml/convertMhtml')).convertMhtml(bytes);
}

/**
 * What is called a Word file, by what it is: programs give the extension `.doc` to whatever Word opens.
 *
 * @param otherwise Told of what Word would not open.
 */
async function word(bytes: Uint8Array, otherwise: 'notWord' | 'noWord'): Promise<Conversion> {
  const kind = wordKind(bytes);
  switch (kind) {
    case 'archive':
      return (await import('./fromWord/convertDocx')).convertDocx(bytes);
    case 'compound':
      return (await import('./fromOldWord/convertDoc')).convertDoc(bytes);
    case 'html':
      return html(bytes);
    case 'mhtml':
      return webArchive(bytes);
    case 'flat':
      return (await import('./fromWord/convertDocx')).convertDocx(
        (await import('./fromWordXml/flat')).packed(bytes),
      );
    case 'word2003':
      return (await import('./fromWord/convertDocx')).convertDocx(
        (await import('./fromWordXml/word2003')).packed2003(bytes),
      );
    case 'olderWord':
      throw new ConversionError(message('report.import.olderWord'));
    case 'unknown':
      throw new ConversionError(message(`report.import.${otherwise}`));
    case 'rtf':
      throw new ConversionError(message('report.import.savedAs', 'RTF'));
  }
}

/** By extension; loaded when first needed, because the PDF reader alone is larger than the rest of the product. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => Promise<Conversion>>> = {
  '.docx': (bytes) => word(bytes, 'notWord'),
  '.doc': (bytes) => word(bytes, 'noWord'),
  '.wps': (bytes) => word(bytes, 'noWord'),
  '.html': html,
  '.htm': html,
  '.mht': webArchive,
  '.mhtml': webArchive,
  '.ofd': async (bytes) => (await import('./fromOfd/convertOfd')).convertOfd(bytes),
  '.pdf': async (bytes) => (await import('./fromPdf/convertPdf')).convertPdf(bytes),
};

/** A document as Markdown, by its name's extension; one that has the extension of another, by what it is. */
export async function convertDocument(name: string, bytes: Uint8Array): Promise<Conversion> {
  const named = readers[/\.[a-z]+$/.exec(name.toLowerCase())?.[0] ?? ''];
  if (!named)
    return {
      markdown: null,
      notes: [message('report.import.format', Object.keys(readers).join(' '))],
    };
  const read = readers[realExtension(bytes) ?? ''] ?? named;
  // Readers stumble over what nobody thought of, such as markup nested deeper than their stack.
  const { markdown, notes } = await read(bytes).catch(unreadable);
  const isEmpty = markdown !== null && markdown.trim() === '';
  return { markdown, notes: isEmpty ? [...notes, message('report.import.empty')] : notes };
}
