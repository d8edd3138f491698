import { isChinese, isSentenceEnd } from '../characters';
import type { Numbering, NumberingScheme, Span } from '../model';
import { numberingAt } from './numbering';

/** A heading found in a paragraph; `rank` orders kinds of headings from the outermost (smallest) inwards. */
export interface HeadingMark {
  readonly rank: number;
  readonly numbering: Numbering | null;
}

/** Longest heading on a line of its own, and longest run-in heading, in characters (measured on real documents). */
const longestLine = 50;
const longestRunIn = 42;
const longestUnnumbered = 30;

/** Order after GB/T 9704—2012 §7.3.3; parts, chapters and sections of regulations stand above. */
const ranks: Record<Exclude<NumberingScheme, 'article' | 'ordinal'>, number> = {
  part: 10,
  chapter: 11,
  section: 12,
  chinese: 14,
  chineseParenthesised: 15,
  arabic: 16,
  arabicParenthesised: 17,
};

/** Rank of an unnumbered short line. */
export const unnumberedRank = 13;

/**
 * Whether a paragraph begins with a heading. A numbered line without a final stop is one; a numbered first
 * sentence that ends with 。 and is followed by text is a run-in heading（（一）……。……）. Articles (第X条) carry
 * prose, so their number is kept but opens no heading.
 *
 * @param sentences The paragraph's units; the first is the candidate.
 */
export function headingAt(prose: string, sentences: readonly Span[]): HeadingMark | null {
  const first = sentences[0];
  if (!first) return null;
  const numbering = numberingAt(prose, first.start, first.end);
  if (!numbering || numbering.scheme === 'article' || numbering.scheme === 'ordinal') return null;
  const rank = ranks[numbering.scheme];
  const length = first.end - numbering.label.end;
  if (length < 2) return null;
  const final = prose.charCodeAt(first.end - 1);
  if (sentences.length === 1) {
    if (isSentenceEnd(final))
      return numbering.scheme === 'chinese' && length <= longestUnnumbered && final === 0x3002
        ? { rank, numbering }
        : null;
    return length <= longestLine && !endsOpen(final) ? { rank, numbering } : null;
  }
  return final === 0x3002 && length <= longestRunIn ? { rank, numbering } : null;
}

/** A short line without any final punctuation and with Chinese in it: a title, or an unnumbered heading. */
export function isShortLine(prose: string, sentences: readonly Span[]): boolean {
  const only = sentences[0];
  if (!only || sentences.length > 1) return false;
  const final = prose.charCodeAt(only.end - 1);
  if (only.end - only.start > longestUnnumbered || isSentenceEnd(final) || endsOpen(final)) return false;
  let count = 0;
  for (let i = only.start; i < only.end; i++) {
    const code = prose.charCodeAt(i);
    if (code === 0xff0c) return false;
    if (isChinese(code)) count++;
  }
  return count >= 2;
}

/** ， 、 ： and the like promise that something follows: not a heading. */
function endsOpen(code: number): boolean {
  return code === 0xff0c || code === 0x3001 || code === 0xff1a || code === 0x3a || code === 0x2c;
}
