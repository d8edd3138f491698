import { countWhile } from '../../bisect';

/** Turns UTF-16 offsets into the code point offsets of other tools. */
export class CodePoints {
  /** Where surrogate pairs begin, ascending. */
  private readonly pairs: number[] = [];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) if ((text.codePointAt(i) ?? 0) > 0xffff) this.pairs.push(i++);
  }

  /** The number of whole code points before a UTF-16 offset. */
  at(offset: number): number {
    return offset - countWhile(this.pairs, (pair) => pair < offset);
  }
}
