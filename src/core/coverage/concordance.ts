import type { DocumentResult } from '../report/contract';
import { isWithin } from '../taxonomy/codes';
import { wholeFrom } from '../text/clip';
import { formatByName } from '../text/format';
import { withoutMarks } from '../text/markdown/marks';
import type { Span } from '../text/model';
import { parseDocument } from '../text/parseDocument';
import { readingOf } from '../text/reading';

/** One line of a keyword-in-context concordance. */
export interface ConcordanceLine extends Span {
  readonly path: string;
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** A concordance, and whether it was cut at the limit: limits are told. */
export interface Concordance {
  readonly lines: readonly ConcordanceLine[];
  /** True when there are more lines than the limit. */
  readonly isCut: boolean;
}

/**
 * Every place of a keyword in the texts, with its context. The keyword is taken literally, without regard to case; in
 * Markdown it may have marks inside.
 *
 * @param width Context on each side, in UTF-16 code units; never cuts a surrogate pair.
 */
export function concordance(
  texts: ReadonlyMap<string, string>,
  keyword: string,
  width = 24,
  limit = 1000,
): Concordance {
  const lines: ConcordanceLine[] = [];
  const exact = keyword.trim();
  if (exact === '') return { lines, isCut: false };
  for (const [path, text] of texts)
    for (const { start, end } of placesIn(path, text, exact)) {
      if (lines.length === limit) return { lines, isCut: true };
      lines.push({
        path,
        start,
        end,
        match: oneLine(text.slice(start, end)),
        ...contextOf(text, start, end, width),
      });
    }
  return { lines, isCut: false };
}

/** Places of a keyword by their start, in Markdown also those with marks inside. */
function placesIn(path: string, text: string, keyword: string): Span[] {
  const plain = placesOf(text, keyword);
  // Reading a text costs a hundred times as much as searching it, and hardly any word has marks inside.
  if (formatByName(path) === 'plain' || placesOf(withoutMarks(text), keyword).length <= plain.length)
    return plain;
  const reading = readingOf(parseDocument(text, 'markdown'), { start: 0, end: text.length });
  const known = new Set(plain.map(({ start }) => start));
  const marked = placesOf(reading.text, keyword)
    .map((place) => reading.toSource(place))
    .filter(({ start }) => !known.has(start));
  return [...plain, ...marked].sort((a, b) => a.start - b.start);
}

function placesOf(text: string, keyword: string): Span[] {
  // A few characters change length in lower case (İ): then only the exact spelling is looked for.
  const lower = text.toLowerCase();
  const [haystack, wanted] = lower.length === text.length ? [lower, keyword.toLowerCase()] : [text, keyword];
  const places: Span[] = [];
  for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + wanted.length))
    places.push({ start: at, end: at + wanted.length });
  return places;
}

/** What the lines of a concordance have in common; at least one of both is given. */
export interface ConcordanceQuery {
  /** Code of a category or of a group of them; empty for all texts. */
  readonly category: string;
  /** Taken literally, without regard to case; empty for whole sentences. */
  readonly word: string;
}

/**
 * The sentences of a category with what stands around them; with a word, its places in these sentences; without a
 * category, its places in all texts. Documents without a text have no context.
 */
export function concordanceOf(
  documents: readonly DocumentResult[],
  texts: ReadonlyMap<string, string>,
  { category, word }: ConcordanceQuery,
  width = 40,
  limit = 500,
): Concordance {
  if (category === '') return concordance(texts, word, width, limit);
  const lines: ConcordanceLine[] = [];
  const wanted = word.trim();
  for (const { path, annotations } of documents) {
    const text = texts.get(path) ?? '';
    for (const { category: code, start, end, quote } of annotations) {
      if (!isWithin(code, category)) continue;
      const places =
        wanted === ''
          ? [{ start, end, match: oneLine(quote) }]
          : concordance(new Map([[path, quote]]), wanted, 0, limit).lines.map((line) => ({
              start: start + line.start,
              end: start + line.end,
              match: line.match,
            }));
      for (const place of places) {
        if (lines.length === limit) return { lines, isCut: true };
        lines.push({ path, ...place, ...contextOf(text, place.start, place.end, width) });
      }
    }
  }
  return { lines, isCut: false };
}

function contextOf(
  text: string,
  start: number,
  end: number,
  width: number,
): Pick<ConcordanceLine, 'left' | 'right'> {
  return {
    left: oneLine(text.slice(wholeFrom(text, Math.max(0, start - width)), start)),
    right: oneLine(text.slice(end, wholeFrom(text, Math.min(text.length, end + width)))),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
