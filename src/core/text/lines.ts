import { countWhile } from '../bisect';
import type { Span } from './model';

/** A place as editors show it: line and column from 1, the column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into places and back. CRLF, LF and CR end a line. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.starts.push(index + end.length);
  }

  at(offset: number): LineColumn {
    const line = countWhile(this.starts, (start) => start <= offset);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }

  /** Start and end (without the line end) of a line; null when the text has no such line. */
  span(line: number): Span | null {
    const start = this.starts[line - 1];
    if (start === undefined) return null;
    const next = this.starts[line] ?? this.text.length;
    return { start, end: start + this.text.slice(start, next).replace(/[\r\n]+$/, '').length };
  }
}
