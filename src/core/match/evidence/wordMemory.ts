/** Tokens up to this many UTF-16 units are found by their units, which is faster than by a map of strings. */
const longest = 4;

/** What has been worked out for tokens, as a map of strings, but for short ones three times as fast. */
export class WordMemory<T> {
  private keyA = new Int32Array(1 << 14);
  private keyB = new Int32Array(1 << 14);
  private values: (T | undefined)[] = new Array<T | undefined>(1 << 14).fill(undefined);
  private short = 0;
  private readonly long = new Map<string, T>();

  get size(): number {
    return this.short + this.long.size;
  }

  get(token: string): T | undefined {
    const { length } = token;
    if (!isShort(token)) return this.long.get(token);
    const a = unitsAt(token, 0, length);
    const b = unitsAt(token, 2, length);
    const { keyA, keyB, values } = this;
    const mask = keyA.length - 1;
    for (let slot = slotOf(a, b) & mask; ; slot = (slot + 1) & mask) {
      const value = values[slot];
      if (value === undefined || (keyA[slot] === a && keyB[slot] === b)) return value;
    }
  }

  /** @param token Not there yet. */
  add(token: string, value: T): void {
    if (!isShort(token)) {
      this.long.set(token, value);
      return;
    }
    if (++this.short * 2 > this.keyA.length) this.grow();
    this.place(unitsAt(token, 0, token.length), unitsAt(token, 2, token.length), value);
  }

  private place(a: number, b: number, value: T): void {
    const { keyA, keyB, values } = this;
    const mask = keyA.length - 1;
    let slot = slotOf(a, b) & mask;
    while (values[slot] !== undefined) slot = (slot + 1) & mask;
    keyA[slot] = a;
    keyB[slot] = b;
    values[slot] = value;
  }

  private grow(): void {
    const { keyA, keyB, values } = this;
    this.keyA = new Int32Array(keyA.length * 2);
    this.keyB = new Int32Array(keyA.length * 2);
    this.values = new Array<T | undefined>(keyA.length * 2).fill(undefined);
    values.forEach((value, slot) => {
      if (value !== undefined) this.place(keyA[slot] as number, keyB[slot] as number, value);
    });
  }
}

/** A token that ends in NUL would be taken for its shorter namesake. */
function isShort(token: string): boolean {
  const { length } = token;
  return length <= longest && token.charCodeAt(length - 1) !== 0;
}

/** Two units as one number. */
function unitsAt(token: string, at: number, length: number): number {
  const first = at < length ? token.charCodeAt(at) : 0;
  const second = at + 1 < length ? token.charCodeAt(at + 1) : 0;
  return (second << 16) | first;
}

function slotOf(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
