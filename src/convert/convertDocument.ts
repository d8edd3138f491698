import { message } from '../core/message';
import { imported } from '../files/extensions';
import { decodeMarkup } from './decodeMarkup';
import { fileKind, type FileKind } from './fileKind';
import type { Conversion } from './model';
import { ConversionError, unreadable } from './unreadable';

type Reader = (bytes: Uint8Array) => Promise<Conversion>;

const docx: Reader = async (bytes) => (await import('./fromWord/convertDocx')).convertDocx(bytes);

/** By kind; loaded when first needed, because the PDF reader alone is larger than the rest of the product. */
const readers: Readonly<Record<FileKind, Reader>> = {
  docx,
  oldWord: async (bytes) => (await import('./fromOldWord/convertDoc')).convertDoc(bytes),
  word2003: async (bytes) => docx((await import('./fromWordXml/word2003')).packed2003(bytes)),
  flatWord: async (bytes) => docx((await import('./fromWordXml/flat')).packed(bytes)),
  olderWord: () => Promise.reject(new ConversionError(message('report.import.olderWord'))),
  rtf: () => Promise.reject(new ConversionError(message('report.import.savedAs', 'RTF'))),
  html: async (bytes) => (await import('./fromHtml/convertPage')).convertPage(decodeMarkup(bytes)),
  mhtml: async (bytes) => (await import('./fromMhtml/convertMhtml')).convertMhtml(bytes),
  ofd: async (bytes) => (await import('./fromOfd/convertOfd')).convertOfd(bytes),
  pdf: async (bytes) => (await import('./fromPdf/convertPdf')).convertPdf(bytes),
};

/** What files are taken for whose first bytes do not tell, by their extensions; no others are imported. */
const kinds: Readonly<Record<(typeof imported)[number], FileKind>> = {
  docx: 'docx',
  doc: 'oldWord',
  wps: 'oldWord',
  html: 'html',
  htm: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  ofd: 'ofd',
  pdf: 'pdf',
};

/** A document as Markdown, if its name has the extension of a format that is read; which one it is in, its bytes say. */
export async function convertDocument(name: string, bytes: Uint8Array): Promise<Conversion> {
  const extension = imported.find((each) => name.toLowerCase().endsWith(`.${each}`));
  if (!extension)
    return {
      markdown: null,
      notes: [message('report.import.format', imported.map((each) => `.${each}`).join(' '))],
    };
  const read = readers[fileKind(bytes) ?? kinds[extension]];
  // Readers stumble over what nobody thought of, such as markup nested deeper than their stack.
  const { markdown, notes } = await read(bytes).catch(unreadable);
  const isEmpty = markdown !== null && markdown.trim() === '';
  return { markdown, notes: isEmpty ? [...notes, message('report.import.empty')] : notes };
}
