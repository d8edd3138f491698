import type { ParsedDocument, Sentence, Span } from '../text/model';
import { readingOf } from '../text/reading';

/** A place to be filled in: `__年`, `20__年`, `＿＿亿元`; not `__init__`. */
const blank = /(?<![A-Za-z_＿])[_＿]{2,}(?![A-Za-z_＿])/u;
const blanks = new RegExp(blank, 'gu');

/**
 * The first blank of a sentence that is still to be filled in; null where there is none. Looks at the words as they
 * read: the marks of emphasis in Markdown are none of them. A line of signs without a word is no sentence to fill in.
 */
export function blankOf(document: ParsedDocument, sentence: Sentence): Span | null {
  if (!mayHoldBlank(document.prose.slice(sentence.start, sentence.end))) return null;
  const { text, toSource } = readingOf(document, sentence);
  const found = blank.exec(text);
  if (!found || !/\p{Script=Han}/u.test(text)) return null;
  return toSource({ start: found.index, end: found.index + found[0].length });
}

/** How many places a paragraph has that are still to be filled in. @param words As they read. */
export function countBlanks(words: string): number {
  if (!mayHoldBlank(words) || !/\p{Script=Han}/u.test(words)) return 0;
  return words.match(blanks)?.length ?? 0;
}

/** Indices of the sentences that have a blank: a template says nothing yet. */
export function unfilledSentences(document: ParsedDocument): ReadonlySet<number> {
  if (!mayHoldBlank(document.prose)) return new Set();
  return new Set(
    document.sentences.filter((sentence) => blankOf(document, sentence) !== null).map(({ index }) => index),
  );
}

/** Cheap, for it is asked of every text and sentence after each key. */
function mayHoldBlank(written: string): boolean {
  return written.includes('__') || written.includes('＿＿');
}
