import { weakScore } from '../coverage/summarize';
import { certainty } from '../match/scoring/certainty';
import { categories, message } from '../message';
import type { Annotation } from '../model';
import type { Span } from '../text/model';
import { insideQuotes } from '../text/quotes';
import { wordsIn } from '../text/reading';
import { titleOf } from '../text/title';
import type { RelatedSpan, RuleInput } from './model';
import { clipLine } from '../text/clip';

/** Longest excerpt in a message, in UTF-16 units. */
const longestExcerpt = 32;

/**
 * The first words of a text for use in a message, which has them in quotation marks: on one line, cut at a whole
 * character.
 */
export function excerpt(text: string): string {
  return insideQuotes(clipLine(text, longestExcerpt));
}

/** The first words of a stretch as it reads, see {@link excerpt}. */
export function excerptOf({ document }: RuleInput, span: Span): string {
  return excerpt(wordsIn(document, span));
}

/** What came closest to a missing remedy: "nearest: this sentence, at 42 %". */
export function nearestClues(analysis: RuleInput, codes: readonly string[]): RelatedSpan[] {
  return analysis.nearest
    .filter(({ category }) => codes.includes(category))
    .map(({ start, end, category, score }) => ({
      start,
      end,
      message: message(
        'clue.nearest',
        categories([category]),
        excerptOf(analysis, { start, end }),
        certainty(score),
      ),
    }));
}

/** Further places where a category is stated; at most three. */
export function otherPlaces(analysis: RuleInput, found: readonly Annotation[], id: string): RelatedSpan[] {
  return found.slice(1, 4).map(({ start, end, category }) => ({
    start,
    end,
    message: message(id, categories([category]), excerptOf(analysis, { start, end })),
  }));
}

/** The title, else the first sentence, else the start of the text. */
export function titleSpan({ document }: RuleInput): Span {
  const place = titleOf(document) ?? document.sentences[0];
  return place ? { start: place.start, end: place.end } : { start: 0, end: 0 };
}

/** The annotations of a category: sentences before headings, the surest first. */
export function statedIn(analysis: RuleInput, category: string): Annotation[] {
  return analysis.annotations
    .filter((annotation) => annotation.category === category)
    .sort((a, b) => Number(a.isHeading) - Number(b.isHeading) || b.score - a.score || a.start - b.start);
}

/**
 * Whether a problem is stated beyond doubt: twice, or once for sure. A single doubtful sentence must not call for
 * remedies that nobody thought of.
 */
export function isSurelyStated(stated: readonly Pick<Annotation, 'score'>[]): boolean {
  return stated.length > 1 || (stated[0]?.score ?? 0) >= weakScore;
}
