import type { Span } from '../../text/model';

/** Longest match the tokenizer may veto: longer ones do not arise by accident, while segmenters do err on them. */
const longestVetoed = 3;

/** Where tokens begin and end, per position of one text. Buffers are kept and reused. */
export class TokenBounds {
  private starts = new Int32Array(2048);
  private ends = new Int32Array(2048);

  /** @param tokens Pieces that join to a text of `length` units. */
  set(tokens: readonly string[], from: number, to: number, length: number): void {
    if (length > this.starts.length) {
      this.starts = new Int32Array(length * 2);
      this.ends = new Int32Array(length * 2);
    }
    let at = 0;
    for (let i = from; i < to; i++) {
      const end = at + (tokens[i] as string).length;
      for (let p = at; p < end; p++) {
        this.starts[p] = at;
        this.ends[p] = end;
      }
      at = end;
    }
  }

  /**
   * True where the match `[start, end)` cuts through a word (研发 in 科研|发展) or is only the front of a name
   * (印度 in 印度尼西亚). The head of a compound stands last (中心 in 研究中心), so a match at a word's end holds; so does a
   * front with one more unit (产业 in 产业化).
   */
  cuts(start: number, end: number): boolean {
    if (end - start > longestVetoed) return false;
    const firstStart = this.starts[start] as number;
    const firstEnd = this.ends[start] as number;
    const lastStart = this.starts[end - 1] as number;
    const lastEnd = this.ends[end - 1] as number;
    if (firstStart !== lastStart) return firstStart < start || lastEnd > end;
    if (firstEnd === end) return false;
    return firstStart < start || lastEnd - end > 1;
  }

  /**
   * A stretch from the beginning of its first word to the end of its last one. Where a token reaches over from the
   * middle of a word of the match, the segmenter erred, and the stretch stays as it is.
   *
   * @param words Of the stretch, among them the first and the last one.
   */
  wholeWords({ start, end }: Span, words: readonly Span[]): Span {
    const first = this.starts[start] as number;
    const firstEnd = this.ends[start] as number;
    const last = this.ends[end - 1] as number;
    const lastStart = this.starts[end - 1] as number;
    return {
      start: words.some((word) => word.start === start && word.end <= firstEnd) ? first : start,
      end: words.some((word) => word.end === end && word.start >= lastStart) ? last : end,
    };
  }

  /** True where one character stands inside a longer word (要 in 要素 and 主要). */
  isInside(start: number, end: number): boolean {
    return end - start === 1 && (this.ends[start] as number) - (this.starts[start] as number) > 1;
  }
}
