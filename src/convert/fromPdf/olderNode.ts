/**
 * Gives buffers what the PDF reader asks of them when it prepares a font, and Node 20 lacks (ES2024,
 * `ArrayBuffer.prototype.transferToFixedLength`): without it a page's drawing ends at the first text. Editors and
 * browsers have it.
 *
 * @param buffers What all buffers inherit from.
 */
export function withTransfer(buffers: object): void {
  if ('transferToFixedLength' in buffers) return;
  Object.defineProperty(buffers, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this).subarray(0, length));
      // What was handed over is empty.
      structuredClone(this, { transfer: [this] });
      return moved;
    },
  });
}
