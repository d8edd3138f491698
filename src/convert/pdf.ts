import type { Heading, Paragraph, PhrasingContent, Root, Table, TableCell } from 'mdast';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Conversion } from './model';
import { countNotes } from './notes';
import { message } from '../core/message';
import { closesTitle, isTitleLine } from '../core/text/title';
import { textOf, type PdfParagraph } from './pdfLayout';
import { withTransfer } from './olderNode';
import { turned, turnedRule, turnOf } from './pdfDirection';
import { gridsOf } from './pdfGrid';
import { linesOf, type PdfLine, type TextItem } from './pdfLines';
import { rulesIn } from './pdfRules';
import { linesWithTables } from './pdfTables';
import { NumberedHeadings } from './typedNumbers';
import { ConversionError } from './unreadable';
import { writeMarkdown } from './writeMarkdown';

type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Number of the copy, secrecy, urgency, the office, the document's number. */
const mostAboveTitle = 8;

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
  const pages: PdfLine[][] = [];
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

/** What a page draws is looked at only where cells stand side by side. */
async function linesOn(page: PDFPageProxy): Promise<PdfLine[]> {
  const items = await itemsOf(page);
  const lines = linesOf(items);
  if (!lines.some((line, index) => line.isRow || isBeside(line, lines[index - 1]))) return lines;
  const { OPS } = await getResolvedPDFJS();
  // What cannot be drawn has its text all the same.
  const drawing = await page.getOperatorList().catch(() => null);
  if (!drawing) return lines;
  const by = turnOf(items);
  const grids = gridsOf(rulesIn(drawing, OPS).map((rule) => turnedRule(rule, by)));
  if (grids.length === 0) return lines;
  return linesWithTables(by === 0 ? items : items.map((item) => turned(item, by)), grids);
}

/** Whether a line is drawn behind one on its left that stands lower: the first of a cell behind the last of another. */
function isBeside({ left, y }: PdfLine, before: PdfLine | undefined): boolean {
  return before !== undefined && y > before.y && left > before.right;
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
  const children = paragraphs.map(({ text, isLarge, rows }, index): Heading | Paragraph | Table => {
    if (rows) return tableOf(rows);
    const byNumber = numbers.levelOf(text);
    const depth = index === title ? 1 : (byNumber ?? (isLarge ? 2 : undefined));
    const words = [{ type: 'text' as const, value: text }];
    return depth === undefined
      ? { type: 'paragraph', children: words }
      : { type: 'heading', depth, children: words };
  });
  const tree: Root = { type: 'root', children };
  return writeMarkdown(tree);
}

/** A row may be shorter than others where a table goes on over the page. */
function tableOf(rows: readonly (readonly string[])[]): Table {
  const cell = (text: string): TableCell => ({
    type: 'tableCell',
    children: text
      .split('\n')
      .flatMap((value, index): PhrasingContent[] => [
        ...(index > 0 ? [{ type: 'break' as const }] : []),
        { type: 'text', value },
      ]),
  });
  return { type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map(cell) })) };
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
