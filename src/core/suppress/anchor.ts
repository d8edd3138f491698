import { grouped } from '../grouped';
import type { ParsedDocument, Sentence, Span } from '../text/model';
import { likeness } from '../text/likeness';
import type { TextAnchor } from './model';

/** Lengths in UTF-16 units: of the quote kept, and of what is kept on each side of it. */
const quoteLength = 300;
const contextLength = 32;

/** Likeness (0–1) from which an edited sentence is still the same one. */
const leastLikeness = 0.4;

/** What the same surroundings count, beside 1 for the same words: more than half of the words may differ there. */
const contextShare = 0.8;

/** Context shorter than this does not tell one place from another. */
const leastContext = 6;

/** Fixes a sentence of a document, so that {@link AnchorFinder} finds it again after edits. */
export function anchorOf(text: string, sentence: Span): TextAnchor {
  const end = Math.min(sentence.end, sentence.start + quoteLength);
  return {
    quote: text.slice(sentence.start, end),
    prefix: text.slice(Math.max(0, sentence.start - contextLength), sentence.start),
    suffix: text.slice(end, end + contextLength),
    start: sentence.start,
  };
}

/**
 * Finds anchored sentences in one version of a document: the one that is most like the quote in words and
 * surroundings, the nearest to the old place among equals. A sentence of other words counts only where it stands
 * right behind or before what stood there, so that a deleted sentence is lost and not mistaken for another.
 */
export class AnchorFinder {
  private maps: Record<'quote' | 'prefix' | 'suffix', ReadonlyMap<string, readonly Sentence[]>> | null = null;

  constructor(private readonly document: ParsedDocument) {}

  /** The sentence, or null where it is gone. */
  find(anchor: TextAnchor): Sentence | null {
    this.maps ??= { quote: this.by('quote'), prefix: this.by('prefix'), suffix: this.by('suffix') };
    const { quote, prefix, suffix } = this.maps;
    const near = [
      ...(anchor.prefix.length >= leastContext ? (prefix.get(anchor.prefix) ?? []) : []),
      ...(anchor.suffix.length >= leastContext ? (suffix.get(anchor.suffix) ?? []) : []),
    ];
    let best: Sentence | null = null;
    let bestScore = 0;
    for (const sentence of [...(quote.get(anchor.quote) ?? []), ...near]) {
      const score = this.score(sentence, anchor);
      const distance = Math.abs(sentence.start - anchor.start);
      if (
        score > bestScore ||
        (score === bestScore && best && distance < Math.abs(best.start - anchor.start))
      ) {
        best = sentence;
        bestScore = score;
      }
    }
    return best;
  }

  /** Words (0–1) and surroundings together; 0 for a sentence that is another one. */
  private score(sentence: Sentence, anchor: TextAnchor): number {
    const here = anchorOf(this.document.text, sentence);
    const words = here.quote === anchor.quote ? 1 : likeness(here.quote, anchor.quote);
    if (words < leastLikeness) return 0;
    const before = share(commonEnd(here.prefix, anchor.prefix), anchor.prefix.length);
    const after = share(commonStart(here.suffix, anchor.suffix), anchor.suffix.length);
    return words + (contextShare * (before + after)) / 2;
  }

  private by(key: 'quote' | 'prefix' | 'suffix'): Map<string, Sentence[]> {
    const { sentences, text } = this.document;
    return grouped(sentences, (sentence) => anchorOf(text, sentence)[key]);
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
