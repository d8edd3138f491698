import type { Heading, Paragraph, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { getDocumentProxy } from 'unpdf';
import type { Message } from '../core/rules/model';
import { headingAt } from '../core/text/outline/headings';
import type { Conversion } from './model';
import { paragraphsOf, type PdfLine, type PdfParagraph } from './pdfLayout';
import { linesOf } from './pdfLines';
import { unreadable } from './unreadable';

/** Levels for the ranks of {@link headingAt}; as in Word files without styles. */
const levelOfRank: Readonly<Record<number, 2 | 3 | 4>> = { 10: 2, 11: 2, 12: 3, 14: 2, 15: 3, 16: 4 };

/**
 * The text of a PDF as Markdown. A PDF knows glyphs at places only, so paragraphs and headings are inferred from the
 * layout (a note says so); tables become lines of text. Pages without text (scans) are reported.
 */
export async function convertPdf(bytes: Uint8Array): Promise<Conversion> {
  try {
    // The reader takes its input over (transfers it), so it gets a copy.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item) => 'str' in item)));
      page.cleanup();
    }
    await pdf.loadingTask.destroy();
    const empty = pages.filter((lines) => lines.length === 0).length;
    const notes: Message[] = [{ id: 'report.import.pdf', args: [String(pages.length)] }];
    if (empty > 0) notes.push({ id: 'report.import.noText', args: [String(empty)] });
    return { markdown: markdownOf(paragraphsOf(pages)), notes };
  } catch (error) {
    return unreadable(error);
  }
}

function markdownOf(paragraphs: readonly PdfParagraph[]): string {
  const children = paragraphs.map(({ text, isLarge }, index): Heading | Paragraph => {
    const rank = /[。！？；]/.test(text)
      ? undefined
      : headingAt(text, [{ start: 0, end: text.length }])?.rank;
    const depth =
      index === 0 && isLarge ? 1 : rank === undefined ? (isLarge ? 2 : undefined) : levelOfRank[rank];
    const words = [{ type: 'text' as const, value: text }];
    return depth === undefined
      ? { type: 'paragraph', children: words }
      : { type: 'heading', depth, children: words };
  });
  const tree: Root = { type: 'root', children };
  return toMarkdown(tree).replace(/^(\d{1,3})\\([.)])/gm, '$1$2');
}
