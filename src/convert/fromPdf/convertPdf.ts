import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { message } from '../../core/message';
import type { Conversion } from '../model';
import { conversionOf, mostItems, pageTooLarge } from '../pages/conversion';
import type { PageLine, TextItem } from '../pages/lines';
import { linesOfPage } from '../pages/page';
import { ConversionError } from '../unreadable';
import { rulesIn } from './drawing';
import { withTransfer } from './olderNode';

type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/**
 * The text of a PDF as Markdown. A PDF knows glyphs at places only: the layout tells paragraphs, headings and tables.
 */
export async function convertPdf(bytes: Uint8Array): Promise<Conversion> {
  withTransfer(ArrayBuffer.prototype);
  // The reader takes its input over (transfers it), so it gets a copy.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).catch(refused);
  const pages: PageLine[][] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push(await linesOn(page));
      page.cleanup();
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  return conversionOf([pages], 'pdf');
}

async function linesOn(page: PDFPageProxy): Promise<PageLine[]> {
  return linesOfPage(await itemsOf(page), async () => {
    const { OPS } = await getResolvedPDFJS();
    // What cannot be drawn has its text all the same.
    const drawing = await page.getOperatorList().catch(() => null);
    return drawing ? rulesIn(drawing, OPS) : [];
  });
}

/**
 * The pieces of text of a page, as they come.
 *
 * @throws ConversionError when they are too many.
 */
async function itemsOf(page: PDFPageProxy): Promise<TextItem[]> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  const items: TextItem[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value.items) if ('str' in item) items.push(item);
    if (items.length <= mostItems) continue;
    await reader.cancel(new Error('too large'));
    throw pageTooLarge(page.pageNumber);
  }
}

/** @throws ConversionError where a file wants a password, or is no PDF (any more). */
function refused(error: unknown): never {
  if (error instanceof Error && error.name === 'InvalidPDFException')
    throw new ConversionError(message('report.import.notPdf'));
  if (error instanceof Error && error.name === 'PasswordException')
    throw new ConversionError(message('report.import.password'));
  throw error;
}
