import { message } from '../../core/message';
import type { Conversion } from '../model';
import { countNotes } from '../notes';
import { ConversionError } from '../unreadable';
import type { PageLine } from './lines';
import { markdownOf } from './markdown';
import { textOf } from './paragraphs';

/** Formats that place text on pages, and what they are called. */
const names = { pdf: 'PDF', ofd: 'OFD' } as const;
export type PagesFormat = keyof typeof names;

/** A page of small print has some thousand pieces of text, a drawing ten times as many. */
export const mostItems = 100_000;

/** Said of a page that has more pieces of text; pages count from 1. */
export function pageTooLarge(page: number): ConversionError {
  return new ConversionError(message('report.import.pageSize', page, mostItems));
}

/**
 * What documents say that are printed on pages, one after the other, as Markdown. Paragraphs and headings are inferred
 * from the layout (a note says so); tables with lines become tables, others lines of text.
 *
 * @param documents The lines of each document's pages; those without lines (scans) are reported.
 * @throws ConversionError when no page has text.
 */
export function conversionOf(
  documents: readonly (readonly (readonly PageLine[])[])[],
  format: PagesFormat,
): Conversion {
  const pages = documents.flat();
  const noText = pages.filter((lines) => lines.length === 0).length;
  if (noText === pages.length) throw new ConversionError(message('report.import.scan', names[format]));
  const texts = documents.map(textOf);
  const tables = texts.flatMap(({ paragraphs }) => paragraphs.filter(({ rows }) => rows)).length;
  const sum = (count: (text: (typeof texts)[number]) => number): number =>
    texts.reduce((total, text) => total + count(text), 0);
  return {
    markdown: texts
      .map(({ paragraphs, notes }) => markdownOf([...paragraphs, ...notes]))
      .filter((markdown) => markdown !== '')
      .join('\n'),
    notes: countNotes('import', {
      [format]: pages.length,
      contents: sum(({ contents }) => contents),
      tables,
      footnotes: sum(({ notes }) => notes.length),
      noText,
    }),
  };
}
