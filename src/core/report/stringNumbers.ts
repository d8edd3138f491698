/** Numbers strings, each once, in the order in which they come. */
export class StringNumbers {
  private readonly known = new Map<string, number>();

  /** @param first The number of the first one. */
  constructor(private readonly first = 0) {}

  of(string: string): number {
    let number = this.known.get(string);
    if (number === undefined) {
      number = this.first + this.known.size;
      this.known.set(string, number);
    }
    return number;
  }

  strings(): Iterable<string> {
    return this.known.keys();
  }
}
