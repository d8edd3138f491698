/**
 * A trie over UTF-16 code units in typed arrays: one table for first units, one open-addressing hash for the rest.
 * Matching allocates nothing and costs a table look-up at most positions.
 */
export class Trie {
  private readonly first = new Int32Array(65536);
  private nodeKeys = new Int32Array(1 << 12);
  private codeKeys = new Uint16Array(1 << 12);
  private targets = new Int32Array(1 << 12);
  private size = 0;
  private nodes = 1;
  /** Node → term, -1 for none; filled while terms are added. */
  private readonly termOf: number[] = [-1];

  /**
   * Adds a term and answers its number: 0, 1, 2 … in the order of first addition.
   *
   * @param next The number a new term would get.
   */
  add(term: string, next: number): number {
    let node = 0;
    for (let i = 0; i < term.length; i++) {
      const code = term.charCodeAt(i);
      let child = i === 0 ? (this.first[code] ?? 0) : this.child(node, code);
      if (child === 0) {
        child = this.nodes++;
        this.termOf.push(-1);
        if (i === 0) this.first[code] = child;
        else this.insert(node, code, child);
      }
      node = child;
    }
    const known = this.termOf[node] ?? -1;
    if (known >= 0) return known;
    this.termOf[node] = next;
    return next;
  }

  /** Calls `found(term, start, end)` for every term in `text[start, end)`, by start, then by length. */
  scan(
    text: string,
    start: number,
    end: number,
    found: (term: number, start: number, end: number) => void,
  ): void {
    const { first, termOf } = this;
    for (let i = start; i < end; i++) {
      let node = first[text.charCodeAt(i)] as number;
      for (let j = i + 1; node !== 0; j++) {
        const term = termOf[node] as number;
        if (term >= 0) found(term, i, j);
        if (j >= end) break;
        node = this.child(node, text.charCodeAt(j));
      }
    }
  }

  private child(node: number, code: number): number {
    const { nodeKeys, codeKeys, targets } = this;
    const mask = targets.length - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7;
    for (;;) {
      slot &= mask;
      const target = targets[slot] as number;
      if (target === 0) return 0;
      if (nodeKeys[slot] === node && codeKeys[slot] === code) return target;
      slot++;
    }
  }

  private insert(node: number, code: number, target: number): void {
    if (++this.size * 2 > this.targets.length) this.grow();
    this.place(node, code, target);
  }

  private place(node: number, code: number, target: number): void {
    const mask = this.targets.length - 1;
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7) & mask;
    while (this.targets[slot] !== 0) slot = (slot + 1) & mask;
    this.nodeKeys[slot] = node;
    this.codeKeys[slot] = code;
    this.targets[slot] = target;
  }

  private grow(): void {
    const { nodeKeys, codeKeys, targets } = this;
    this.nodeKeys = new Int32Array(targets.length * 2);
    this.codeKeys = new Uint16Array(targets.length * 2);
    this.targets = new Int32Array(targets.length * 2);
    for (let i = 0; i < targets.length; i++) {
      const target = targets[i] as number;
      if (target !== 0) this.place(nodeKeys[i] as number, codeKeys[i] as number, target);
    }
  }
}
