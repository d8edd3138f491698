import type { ParsedDocument, Sentence, Span } from '../text/model';
import { likeness } from '../text/likeness';
import type { TextAnchor } from './model';

/** Lengths in UTF-16 units: of the quote kept, and of what is kept on each side of it. */
const quoteLength = 300;
const contextLength = 32;

/** Share of common pairs of characters from which an edited sentence is still the same one. */
const leastLikeness = 0.4;

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
 * Finds anchored sentences in one version of a document. The words decide; where several sentences have the same
 * words, what stands around them, then the old place. A sentence whose words were edited is found by what stands
 * before or behind it, if it still resembles the quote.
 */
export class AnchorFinder {
  private byQuote: ReadonlyMap<string, readonly Sentence[]> | null = null;
  private byPrefix: ReadonlyMap<string, readonly Sentence[]> | null = null;
  private bySuffix: ReadonlyMap<string, readonly Sentence[]> | null = null;

  constructor(private readonly document: ParsedDocument) {}

  /** The sentence, or null where it is gone. */
  find(anchor: TextAnchor): Sentence | null {
    this.byQuote ??= this.group(({ quote }) => quote);
    const exact = this.byQuote.get(anchor.quote);
    if (exact) return this.best(exact, anchor);
    this.byPrefix ??= this.group(({ prefix }) => prefix);
    this.bySuffix ??= this.group(({ suffix }) => suffix);
    const near = [
      ...(anchor.prefix.length >= leastContext ? (this.byPrefix.get(anchor.prefix) ?? []) : []),
      ...(anchor.suffix.length >= leastContext ? (this.bySuffix.get(anchor.suffix) ?? []) : []),
    ].filter((sentence) => likeness(anchor.quote, this.textOf(sentence)) >= leastLikeness);
    return this.best(near, anchor);
  }

  private textOf({ start, end }: Span): string {
    return this.document.text.slice(start, Math.min(end, start + quoteLength));
  }

  private best(candidates: readonly Sentence[], anchor: TextAnchor): Sentence | null {
    let best: Sentence | null = null;
    let bestScore = -1;
    for (const sentence of candidates) {
      const here = anchorOf(this.document.text, sentence);
      const score = commonEnd(here.prefix, anchor.prefix) + commonStart(here.suffix, anchor.suffix);
      const isNearer =
        best !== null && Math.abs(sentence.start - anchor.start) < Math.abs(best.start - anchor.start);
      if (score > bestScore || (score === bestScore && isNearer)) {
        best = sentence;
        bestScore = score;
      }
    }
    return best;
  }

  private group(key: (anchor: TextAnchor) => string): Map<string, Sentence[]> {
    const groups = new Map<string, Sentence[]>();
    for (const sentence of this.document.sentences) {
      const name = key(anchorOf(this.document.text, sentence));
      const list = groups.get(name);
      if (list) list.push(sentence);
      else groups.set(name, [sentence]);
    }
    return groups;
  }
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
