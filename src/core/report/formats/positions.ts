/** Offsets of other tools: lines and columns, and Unicode code points. Ours are UTF-16 code units. */

/** Turns UTF-16 offsets into code point offsets. */
export class CodePoints {
  /** Where surrogate pairs begin, ascending. */
  private readonly pairs: number[] = [];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) if ((text.codePointAt(i) ?? 0) > 0xffff) this.pairs.push(i++);
  }

  /** The number of whole code points before a UTF-16 offset. */
  at(offset: number): number {
    return offset - countBelow(this.pairs, offset);
  }
}

/** How many of an ascending list are smaller than a value. */
function countBelow(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
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
    const line = countBelow(this.starts, offset + 1);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }
}
