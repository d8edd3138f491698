import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { message } from '../../core/message';
import type { Conversion } from '../model';
import { countNotes } from '../notes';
import type { PageLine, TextItem } from '../pages/lines';
import { markdownOf } from '../pages/markdown';
import { linesOfPage } from '../pages/page';
import { textOf } from '../pages/paragraphs';
import { ConversionError } from '../unreadable';
import { rulesIn } from './drawing';
import { withTransfer } from './olderNode';

type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** A page of small print has some thousand pieces of text, a drawing ten times as many. */
const mostItems = 100_000;

/**
 * The text of a PDF as Markdown. A PDF knows glyphs at places only, so paragraphs and headings are inferred from the
 * layout (a note says so); tables with lines become tables, others lines of text. Pages without text (scans) are reported.
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
  const noText = pages.filter((lines) => lines.length === 0).length;
  if (noText === pages.length) throw new ConversionError(message('report.import.scan'));
  const { paragraphs, notes, contents } = textOf(pages);
  const tables = paragraphs.filter(({ rows }) => rows).length;
  return {
    markdown: markdownOf([...paragraphs, ...notes]),
    notes: countNotes('import', { pdf: pages.length, contents, tables, footnotes: notes.length, noText }),
  };
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
    throw new ConversionError(message('report.import.pageSize', page.pageNumber, mostItems));
  }
}

/** @throws ConversionError where a file wants a password. */
function refused(error: unknown): never {
  if (error instanceof Error && error.name === 'PasswordException')
    throw new ConversionError(message('report.import.password'));
  throw error;
}
