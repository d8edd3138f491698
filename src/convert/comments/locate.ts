import { countWhile } from '../../core/bisect';
import type { ParsedDocument, Sentence, Span } from '../../core/text/model';
import { ahead, OrderedSearch } from './orderedSearch';
import { squeeze } from './squeeze';

const none: Span = { start: 0, end: 0 };

/** A sentence, or a part of one, that was found: a stretch of the squeezed text, and where its words begin in the other text. */
interface Found extends Span {
  readonly other: number;
}

/**
 * Finds places of a text in another form of it. Sentences stand there in the same order, but some may be absent or have
 * another number, and others be there besides; so each is looked for behind the one before. Of a sentence in which import
 * reads something in another way (a symbol, a box to tick), its longest piece between marks is its place.
 */
export class Locator {
  private readonly source;
  /** By sentence; null where it was not found. */
  private readonly found: readonly (Found | null)[];

  /** @param other The other form, squeezed. */
  constructor(
    private readonly document: ParsedDocument,
    other: string,
  ) {
    this.source = squeeze(document.prose);
    this.found = this.findAll(other);
  }

  /** The place in the other form of a stretch of the text, as far as it lies in one sentence; null where it has none. */
  locate({ start, end }: Span): Span | null {
    const { sentences } = this.document;
    const at = countWhile(sentences, (sentence) => sentence.end <= start);
    const found = this.found[at];
    if (!found || (sentences[at]?.start ?? Infinity) >= Math.max(end, start + 1)) return null;
    const from = Math.max(found.start, this.squeezed(start));
    const to = Math.min(found.end, this.squeezed(end));
    const isWhole = from >= to;
    const shift = found.other - found.start;
    return { start: (isWhole ? found.start : from) + shift, end: (isWhole ? found.end : to) + shift };
  }

  private findAll(other: string): (Found | null)[] {
    const search = new OrderedSearch(other);
    const sentences = this.document.sentences.map((sentence) => this.wholesOf(sentence));
    const words = ({ start, end }: Span): string => this.source.text.slice(start, end);
    return sentences.map((wholes, index) => {
      const following = sentences
        .slice(index + 1, index + 1 + ahead)
        .map((each) => words(each.at(-1) ?? none));
      for (const whole of wholes) {
        const place = search.whole(words(whole), following);
        if (place !== null) return { ...whole, other: place };
      }
      const piece = this.longestPiece(wholes.at(-1) ?? none);
      const place = search.part(words(piece), following);
      return place === null ? null : { ...piece, other: place };
    });
  }

  /** A sentence in the squeezed text; then without its number, which is no text of the file where Word counts it. */
  private wholesOf({ start, end, numbering }: Sentence): Span[] {
    const whole = { start: this.squeezed(start), end: this.squeezed(end) };
    return numbering ? [whole, { ...whole, start: this.squeezed(numbering.label.end) }] : [whole];
  }

  private longestPiece({ start, end }: Span): Span {
    let longest = none;
    for (const { index, 0: piece } of this.source.text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu))
      if (piece.length > longest.end - longest.start)
        longest = { start: start + index, end: start + index + piece.length };
    return longest;
  }

  /** From an offset in the text to one in the squeezed text. */
  private squeezed(offset: number): number {
    return countWhile(this.source.places, (place) => place < offset);
  }
}
