import { countWhile } from '../../core/bisect';
import type { ParsedDocument, Span } from '../../core/text/model';
import { squeeze } from './squeeze';

/** How far behind the sentence before a sentence is looked for, in units of the squeezed text. */
const near = 4000;
/** Sentences of this length stand nowhere else by chance: they are looked for in all that follows … */
const distinct = 16;
/** … but not more often than this, since each search may read it all. */
const mostFarSearches = 200;

/** A sentence that was found: a stretch of the squeezed text, and where its words begin in the other text. */
interface Found extends Span {
  readonly other: number;
}

/**
 * Finds places of a text in another form of it. Sentences stand there in the same order, but some may be absent or have
 * another number, and others be there besides; so each is looked for behind the one before.
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
    let cursor = 0;
    let farSearches = 0;
    const find = (start: number, end: number): Found | null => {
      const words = this.source.text.slice(start, end);
      if (words === '') return null;
      const window = other.slice(cursor, cursor + near + words.length).indexOf(words);
      let place = window < 0 ? -1 : cursor + window;
      if (place < 0 && words.length >= distinct && farSearches < mostFarSearches) {
        farSearches++;
        place = other.indexOf(words, cursor);
      }
      if (place < 0) return null;
      cursor = place + words.length;
      return { start, end, other: place };
    };
    return this.document.sentences.map((sentence) => {
      const start = this.squeezed(sentence.start);
      const end = this.squeezed(sentence.end);
      const { numbering } = sentence;
      // Word counts by itself: such a number is no text of the file.
      return find(start, end) ?? (numbering ? find(this.squeezed(numbering.label.end), end) : null);
    });
  }

  /** From an offset in the text to one in the squeezed text. */
  private squeezed(offset: number): number {
    return countWhile(this.source.places, (place) => place < offset);
  }
}
