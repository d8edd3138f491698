/** A place as editors show it: line and column from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into places and back; `\n`, `\r\n` and `\r` end a line. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(index + end.length);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** Start and end (without the line end) of a line; null when the text has no such line. */
  lineAt(line: number): { start: number; end: number } | null {
    const start = this.starts[line - 1];
    if (start === undefined) return null;
    const next = this.starts[line] ?? this.text.length;
    const end = start + this.text.slice(start, next).replace(/[\r\n]+$/, '').length;
    return { start, end };
  }
}
