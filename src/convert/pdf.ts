import type { Heading, Paragraph, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { getDocumentProxy } from 'unpdf';
import type { Conversion } from './model';
import { countNotes } from './notes';
import { message } from '../core/message';
import { closesTitle, isTitleLine } from '../core/text/title';
import { textOf, type PdfParagraph } from './pdfLayout';
import { linesOf, type PdfLine, type TextItem } from './pdfLines';
import { NumberedHeadings, plainText, withTypedNumbers } from './typedNumbers';
import { ConversionError } from './unreadable';

type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Number of the copy, secrecy, urgency, the office, the document's number. */
const mostAboveTitle = 8;

/** A page of small print has some thousand pieces of text, a drawing ten times as many. */
const mostItems = 100_000;

/**
 * The text of a PDF as Markdown. A PDF knows glyphs at places only, so paragraphs and headings are inferred from the
 * layout (a note says so); tables become lines of text. Pages without text (scans) are reported.
 */
export async function convertPdf(bytes: Uint8Array): Promise<Conversion> {
  // The reader takes its input over (transfers it), so it gets a copy.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).catch(refused);
  const pages: PdfLine[][] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push(linesOf(await itemsOf(page)));
      page.cleanup();
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  const noText = pages.filter((lines) => lines.length === 0).length;
  if (noText === pages.length) throw new ConversionError(message('report.import.scan'));
  const { paragraphs, notes, contents } = textOf(pages);
  return {
    markdown: markdownOf([...paragraphs, ...notes]),
    notes: countNotes('import', { pdf: pages.length, contents, footnotes: notes.length, noText }),
  };
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

function markdownOf(paragraphs: readonly PdfParagraph[]): string {
  const numbers = new NumberedHeadings();
  const title = titleIn(paragraphs);
  const children = paragraphs.map(({ text, isLarge }, index): Heading | Paragraph => {
    const byNumber = numbers.levelOf(text);
    const depth = index === title ? 1 : (byNumber ?? (isLarge ? 2 : undefined));
    const words = [{ type: 'text' as const, value: text }];
    return depth === undefined
      ? { type: 'paragraph', children: words }
      : { type: 'heading', depth, children: words };
  });
  const tree: Root = { type: 'root', children };
  return withTypedNumbers(toMarkdown(tree, { handlers: { text: plainText } }));
}

/** Which paragraph is the title: the first line, if it is large, or one below the head of the page (某市人民政府文件). */
function titleIn(paragraphs: readonly PdfParagraph[]): number {
  const [first] = paragraphs;
  if (first?.isLarge && !first.text.endsWith('文件')) return 0;
  const found = paragraphs
    .slice(0, mostAboveTitle)
    .findIndex(({ text, isLarge }) => isLarge && isTitleLine(text) && closesTitle(text));
  return found < 0 && first?.isLarge ? 0 : found;
}
