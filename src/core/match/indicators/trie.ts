import { PairMap } from '../../pairMap';

/**
 * A trie over UTF-16 code units: one table for first units, a hash for the rest. Matching allocates nothing and costs a
 * table look-up at most positions.
 */
export class Trie {
  private readonly first = new Int32Array(65536).fill(-1);
  /** By node and unit. */
  private readonly children = new PairMap();
  /** Node → term, -1 for none; filled while terms are added. */
  private readonly termOf: number[] = [];
  private size = 0;

  /**
   * Adds a term and answers its number: 0, 1, 2 … in the order of first addition.
   *
   * @param term Not empty.
   */
  add(term: string): number {
    let node = -1;
    for (let i = 0; i < term.length; i++) {
      const code = term.charCodeAt(i);
      let child = i === 0 ? (this.first[code] as number) : this.children.get(node, code);
      if (child < 0) {
        child = this.termOf.push(-1) - 1;
        if (i === 0) this.first[code] = child;
        else this.children.add(node, code, child);
      }
      node = child;
    }
    const known = this.termOf[node] ?? -1;
    if (known >= 0) return known;
    this.termOf[node] = this.size;
    return this.size++;
  }

  /** Calls `found(term, start, end)` for every term in `text[start, end)`, by start, then by length. */
  scan(
    text: string,
    start: number,
    end: number,
    found: (term: number, start: number, end: number) => void,
  ): void {
    const { first, termOf, children } = this;
    for (let i = start; i < end; i++) {
      let node = first[text.charCodeAt(i)] as number;
      for (let j = i + 1; node >= 0; j++) {
        const term = termOf[node] as number;
        if (term >= 0) found(term, i, j);
        if (j >= end) break;
        node = children.get(node, text.charCodeAt(j));
      }
    }
  }
}
