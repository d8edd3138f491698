/**
 * A map from two whole numbers to one that is not negative: an open-addressing hash in typed arrays, so that looking up
 * allocates nothing.
 */
export class PairMap {
  private keyA = new Int32Array(1 << 12);
  private keyB = new Int32Array(1 << 12);
  /** -1 where a slot is free. */
  private values = new Int32Array(1 << 12).fill(-1);
  private size = 0;

  /** -1 where there is none. */
  get(a: number, b: number): number {
    const { keyA, keyB, values } = this;
    const mask = values.length - 1;
    for (let slot = slotOf(a, b) & mask; ; slot = (slot + 1) & mask) {
      const value = values[slot] as number;
      if (value < 0 || (keyA[slot] === a && keyB[slot] === b)) return value;
    }
  }

  /** Puts in what is not there yet. */
  add(a: number, b: number, value: number): void {
    if (++this.size * 2 > this.values.length) this.grow();
    this.place(a, b, value);
  }

  private place(a: number, b: number, value: number): void {
    const mask = this.values.length - 1;
    let slot = slotOf(a, b) & mask;
    while ((this.values[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.keyA[slot] = a;
    this.keyB[slot] = b;
    this.values[slot] = value;
  }

  private grow(): void {
    const { keyA, keyB, values } = this;
    this.keyA = new Int32Array(values.length * 2);
    this.keyB = new Int32Array(values.length * 2);
    this.values = new Int32Array(values.length * 2).fill(-1);
    for (const [slot, value] of values.entries())
      if (value >= 0) this.place(keyA[slot] as number, keyB[slot] as number, value);
  }
}

function slotOf(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
