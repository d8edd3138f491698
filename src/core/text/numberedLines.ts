import { isClosing, isSentenceEnd } from './characters';
import { headingAt } from './headings';
import type { NumberingScheme, Span } from './model';
import { numberingAt } from './numbering';
import { numberingLevels } from './numberingSequence';
import { splitSentences, trim } from './sentences';

/** A line end inside a paragraph with the white space and the marks of quotes behind it. */
export const softBreak = /(?:\r\n?|\n)[ \t]*(?:>[ \t]*)*/g;

/** These open a paragraph in every official text; of 1. and the like Markdown makes lists, or leaves them in a text. */
const opening: ReadonlySet<NumberingScheme> = new Set(
  numberingLevels.slice(0, numberingLevels.indexOf('arabic')),
);

/** Behind a number: it is cited, and opens nothing. */
const cited = /^(?:[项款目条]|的?规定|[和与及或至、]|所)/;

/**
 * The paragraphs in one paragraph of Markdown: official texts pasted without blank lines have one on each line.
 * A line is one of its own only where it begins with official numbering and the line before ends a sentence or is a
 * numbered heading; elsewhere a line end may stand anywhere in a sentence, also before a number that is cited.
 *
 * @param schemes The numbering that opens a paragraph.
 */
export function paragraphsIn(text: string, { start, end }: Span, schemes = opening): Span[] {
  const paragraphs: Span[] = [];
  let from = start;
  let line = start;
  for (const { 0: found, index } of text.slice(start, end).matchAll(softBreak)) {
    const next = start + index + found.length;
    const before = trim(text, line, start + index);
    if (opensParagraph(text, next, end, schemes) && endsParagraph(text, before, schemes)) {
      paragraphs.push(trim(text, from, start + index));
      from = next;
    }
    line = next;
  }
  return [...paragraphs, { start: from, end }];
}

function opensParagraph(
  text: string,
  at: number,
  end: number,
  schemes: ReadonlySet<NumberingScheme>,
): boolean {
  const numbering = numberingAt(text, at, end);
  if (!numbering || !schemes.has(numbering.scheme)) return false;
  return !cited.test(text.slice(numbering.label.end, numbering.label.end + 3));
}

function endsParagraph(text: string, { start, end }: Span, schemes: ReadonlySet<NumberingScheme>): boolean {
  let last = end - 1;
  while (last > start && isClosing(text.charCodeAt(last))) last--;
  if (isSentenceEnd(text.charCodeAt(last))) return true;
  const mark = headingAt(text, splitSentences(text, start, end));
  return mark?.numbering ? schemes.has(mark.numbering.scheme) : false;
}
