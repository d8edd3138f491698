import { PairMap } from '../../pairMap';

/** Tokens up to this many UTF-16 units are found by their units, which is faster than by a map of strings. */
const longest = 4;

/** What has been worked out for tokens, as a map of strings, but for short ones three times as fast. */
export class WordMemory<T> {
  private readonly short = new PairMap();
  private readonly ofShort: T[] = [];
  private readonly long = new Map<string, T>();

  get size(): number {
    return this.ofShort.length + this.long.size;
  }

  get(token: string): T | undefined {
    if (!isShort(token)) return this.long.get(token);
    const place = this.short.get(unitsAt(token, 0), unitsAt(token, 2));
    return place < 0 ? undefined : this.ofShort[place];
  }

  /** @param token Not there yet. */
  add(token: string, value: T): void {
    if (!isShort(token)) this.long.set(token, value);
    else this.short.add(unitsAt(token, 0), unitsAt(token, 2), this.ofShort.push(value) - 1);
  }
}

/** A token that ends in NUL would be taken for its shorter namesake. */
function isShort(token: string): boolean {
  const { length } = token;
  return length <= longest && token.charCodeAt(length - 1) !== 0;
}

/** Two units as one number. */
function unitsAt(token: string, at: number): number {
  const { length } = token;
  const first = at < length ? token.charCodeAt(at) : 0;
  const second = at + 1 < length ? token.charCodeAt(at + 1) : 0;
  return (second << 16) | first;
}
