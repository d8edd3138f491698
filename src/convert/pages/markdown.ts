import type { Heading, Paragraph, PhrasingContent, Root, Table, TableCell } from 'mdast';
import { signatureIn } from '../../core/text/outline/signature';
import { closesTitle, isTitleLine } from '../../core/text/title';
import { NumberedHeadings } from '../typed/numbers';
import { writeMarkdown } from '../writeMarkdown';
import type { PageParagraph } from './paragraphs';

/** Number of the copy, secrecy, urgency, the office, the document's number. */
const mostAboveTitle = 8;

/** Paragraphs of printed pages as Markdown: headings by their numbers or large type, and the title. */
export function markdownOf(paragraphs: readonly PageParagraph[]): string {
  const numbers = new NumberedHeadings();
  const title = titleIn(paragraphs);
  const children = paragraphs.map(({ text, isLarge, rows }, index): Heading | Paragraph | Table => {
    if (rows) return tableOf(rows);
    const byNumber = numbers.levelOf(text);
    // What is large above the title is the head of the page.
    const bySize = isLarge && index > title ? 2 : undefined;
    const depth = index === title ? 1 : (byNumber ?? bySize);
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

/**
 * Which paragraph is the title: the first line, if it is large, or one below the head of the page (某市人民政府文件, or the
 * offices alone).
 */
function titleIn(paragraphs: readonly PageParagraph[]): number {
  const [first] = paragraphs;
  if (first?.isLarge && !first.text.endsWith('文件') && !signatureIn(first.text)?.office) return 0;
  const found = paragraphs
    .slice(0, mostAboveTitle)
    .findIndex(({ text, isLarge }) => isLarge && isTitleLine(text) && closesTitle(text));
  return found < 0 && first?.isLarge ? 0 : found;
}
