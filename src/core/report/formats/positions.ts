/** Offsets of other tools: lines and columns, and Unicode code points. Ours are UTF-16 code units. */

/** Turns UTF-16 offsets into code point offsets; calls must come in ascending order of offsets for speed only. */
export class CodePoints {
  private unit = 0;
  private point = 0;

  constructor(private readonly text: string) {}

  /** The number of code points before a UTF-16 offset; an offset inside a pair counts the pair's first half out. */
  at(offset: number): number {
    if (offset < this.unit) {
      this.unit = 0;
      this.point = 0;
    }
    while (this.unit < offset) {
      const code = this.text.codePointAt(this.unit) ?? 0;
      const width = code > 0xffff ? 2 : 1;
      if (this.unit + width > offset) break;
      this.unit += width;
      this.point++;
    }
    return this.point;
  }
}

/** Line and column, both from 1; columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds lines by bisection. CRLF, LF and CR end a line. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) this.starts.push(i + 1);
    }
  }

  at(offset: number): LineColumn {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}
