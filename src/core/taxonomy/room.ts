/** Most phrases, words of patterns and words of lists that a taxonomy may spread out to; the built-in one has a seventh. */
export const mostWords = 200_000;

/** What is left for the words of a taxonomy: a few lines with word lists stand for millions. */
export class Room {
  private left = mostWords;

  /** Nothing more is to be made. */
  get isFull(): boolean {
    return this.left < 0;
  }

  /** Whether these words are the first too many. */
  overflowsWith(words: number): boolean {
    const wasFull = this.isFull;
    this.left -= words;
    return !wasFull && this.isFull;
  }
}
