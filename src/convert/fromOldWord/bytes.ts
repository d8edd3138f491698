/** Little-endian numbers in bytes. Reading beyond their end throws a `RangeError`. */
export class Bytes {
  private readonly view: DataView;

  constructor(readonly all: Uint8Array) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    return this.view.getUint16(at, true);
  }

  i16(at: number): number {
    return this.view.getInt16(at, true);
  }

  u32(at: number): number {
    return this.view.getUint32(at, true);
  }

  i32(at: number): number {
    return this.view.getInt32(at, true);
  }

  /** @throws RangeError where they are not all there. */
  part(start: number, length: number): Bytes {
    if (start < 0 || length < 0 || start + length > this.length) throw new RangeError('beyond the end');
    return new Bytes(this.all.subarray(start, start + length));
  }

  /** UTF-16 text of a number of code units. */
  text(start: number, units: number): string {
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(this.part(start, units * 2).all);
  }
}
