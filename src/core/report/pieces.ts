/** Characters handed over at once, about. */
const batch = 1 << 15;

/** A text that may be longer than a string can hold: made anew, piece by piece, each time it is read. */
export class Pieces implements Iterable<string> {
  constructor(private readonly make: () => Iterable<string>) {}

  *[Symbol.iterator](): Generator<string, void> {
    let waiting: string[] = [];
    let length = 0;
    for (const piece of this.make()) {
      waiting.push(piece);
      length += piece.length;
      if (length < batch) continue;
      yield waiting.join('');
      waiting = [];
      length = 0;
    }
    yield waiting.join('');
  }

  toString(): string {
    return [...this].join('');
  }
}
