/** How far behind what was found before words are looked for, in units. */
const near = 4000;
/** Words of this length stand nowhere else by chance: they are looked for in all that follows … */
const distinct = 16;
/** … but not more often than this, since each search may read it all. */
const mostFarSearches = 200;
/** How far a piece of a sentence is looked for: it has to stand where the sentence would. */
const close = 400;
/** How long a piece of a sentence is at least. */
const shortestPiece = 4;
/** How many of the sentences that follow tell that a place is the wrong one … */
export const ahead = 20;
/** … if they have at least this length; shorter ones stand within others. */
const shortestTelling = 3;

/** Finds one sentence of a text after the other. */
export class OrderedSearch {
  private cursor = 0;
  private farSearches = 0;

  constructor(private readonly text: string) {}

  /**
   * Where a sentence stands behind the one that was found before, or null.
   *
   * @param following The words of the next {@link ahead} sentences: where one of them would be passed over, the sentence
   *   is absent, and other words are the same by chance.
   */
  whole(words: string, following: readonly string[]): number | null {
    const place = this.find(words, near, following);
    if (place !== null || words.length < distinct || this.farSearches === mostFarSearches) return place;
    this.farSearches++;
    return this.find(words, Infinity, following);
  }

  /** Like {@link whole}, of a part of a sentence. */
  part(words: string, following: readonly string[]): number | null {
    return words.length < shortestPiece ? null : this.find(words, close, following);
  }

  private find(words: string, reach: number, following: readonly string[]): number | null {
    if (words === '') return null;
    const gap = this.text.slice(this.cursor, this.cursor + reach + words.length).indexOf(words);
    if (gap < 0) return null;
    const passed = this.text.slice(this.cursor, this.cursor + Math.min(gap, near));
    if (following.some((other) => other.length >= shortestTelling && passed.includes(other))) return null;
    const place = this.cursor + gap;
    this.cursor = place + words.length;
    return place;
  }
}
