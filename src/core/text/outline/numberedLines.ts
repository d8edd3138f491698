import { isClosing, isSentenceEnd } from '../characters';
import { announces, areFigures } from './figureLines';
import { LineEnds } from '../lineEnds';
import { headingAt } from './headings';
import { isEmphasisMark } from '../markdown/marks';
import type { Numbering, NumberingScheme, Span } from '../model';
import { numberingAt, openingNumberAt } from './numbering';
import { numberingLevels } from './numberingSequence';
import { splitSentences, trim } from '../sentences';

/** A line end inside a paragraph with the white space and the marks of quotes behind it. */
export const softBreak = /(?:\r\n?|\n)[ \t]*(?:>[ \t]*)*/g;

/** These open a paragraph in every official text. */
const opening: ReadonlySet<NumberingScheme> = new Set(
  numberingLevels.slice(0, numberingLevels.indexOf('arabic')),
);

/** Of 1. and the like Markdown makes lists, or leaves them in a text, where 30、40 may begin a line, too. */
const counting: ReadonlySet<NumberingScheme> = new Set(['arabic', 'arabicParenthesised']);

/**
 * The paragraphs in one paragraph of Markdown: official texts pasted without blank lines have one on each line.
 * A line is one of its own only where it begins with official numbering and the line before ends a sentence or is a
 * numbered heading; elsewhere a line end may stand anywhere in a sentence, also before a number that is cited.
 * Arabic numbers must begin with 1 or follow the number of a line before. Of a list of figures each line is one, and
 * so is a line that was ended on purpose ({@link LineEnds}).
 *
 * @param counts Whether Arabic numbers may open a paragraph, besides the numbering of `schemes`.
 * @param schemes The numbering that opens one.
 */
export function paragraphsIn(text: string, { start, end }: Span, counts = true, schemes = opening): Span[] {
  const lines = linesIn(text, { start, end });
  if (lines.length === 1) return lines;
  const trimmed = lines.map((line) => trim(text, line.start, line.end));
  if (areFigures(text, trimmed)) return trimmed;
  const paragraphs: Span[] = [];
  const reached = new Map<NumberingScheme, number>();
  const reach = (numbering: Numbering | null): void => {
    if (numbering && counts && counting.has(numbering.scheme)) reached.set(numbering.scheme, numbering.value);
  };
  reach(numberingAt(text, behindMarks(text, start, end), end));
  const words = trimmed.map((line) => withoutMarkup(text, line));
  const ends = new LineEnds(words.map((each) => text.slice(each.start, each.end)));
  let from = start;
  lines.slice(1).forEach((line, index) => {
    const last = trimmed[index] as Span;
    const before = words[index] as Span;
    const numbering = openingNumberAt(text, behindMarks(text, line.start, end), end);
    const follows = numbering !== null && reached.get(numbering.scheme) === numbering.value - 1;
    const isFirst = counts && numbering?.value === 1 && counting.has(numbering.scheme);
    const begins = numbering?.value === 1 && (isFirst || schemes.has(numbering.scheme));
    const isOpened = from === lines[index]?.start;
    if (
      ends.part(index, isOpened, () => endsSentence(text, before)) ||
      follows ||
      (begins && announces(text, before)) ||
      (numbering && (isFirst || schemes.has(numbering.scheme)) && endsParagraph(text, before, schemes))
    ) {
      paragraphs.push(trim(text, from, last.end));
      from = line.start;
      reach(numbering);
    }
  });
  return [...paragraphs, { start: from, end }];
}

/** Where a line's words begin: a number may be set in bold. */
function behindMarks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isEmphasisMark(text, at)) at++;
  return at;
}

/** A line without marks around it and comments behind it: what the user says of a heading makes none of it less. */
function withoutMarkup(text: string, line: Span): Span {
  const start = behindMarks(text, line.start, line.end);
  let { end } = line;
  for (let before = -1; end !== before;) {
    before = end;
    while (end > start && isEmphasisMark(text, end - 1)) end--;
    const words = text.slice(start, end);
    const comment = words.endsWith('-->') ? words.lastIndexOf('<!--') : -1;
    if (comment >= 0) end = start + comment;
    ({ end } = trim(text, start, end));
  }
  return { start, end };
}

/** The lines without what parts them; white space at their ends is left. */
function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const { 0: found, index } of text.slice(start, end).matchAll(softBreak)) {
    lines.push({ start: from, end: start + index });
    from = start + index + found.length;
  }
  return [...lines, { start: from, end }];
}

function endsSentence(text: string, { start, end }: Span): boolean {
  let last = end - 1;
  while (last > start && isClosing(text.charCodeAt(last))) last--;
  return isSentenceEnd(text.charCodeAt(last));
}

function endsParagraph(text: string, { start, end }: Span, schemes: ReadonlySet<NumberingScheme>): boolean {
  if (endsSentence(text, { start, end })) return true;
  const mark = headingAt(text, splitSentences(text, start, end));
  return mark?.numbering ? schemes.has(mark.numbering.scheme) : false;
}
