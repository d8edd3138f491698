import type { Span } from '../text/model';

/** One line of a keyword-in-context concordance. */
export interface ConcordanceLine extends Span {
  readonly path: string;
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** A concordance, and whether it was cut at the limit: limits are told. */
export interface Concordance {
  readonly keyword: string;
  readonly lines: readonly ConcordanceLine[];
  /** True when there are more lines than the limit. */
  readonly isCut: boolean;
}

/**
 * Every place of a keyword in the texts, with its context. The keyword is taken literally, without regard to case.
 *
 * @param width Context on each side, in UTF-16 code units; never cuts a surrogate pair.
 */
export function concordance(
  texts: ReadonlyMap<string, string>,
  keyword: string,
  width = 24,
  limit = 1000,
): Concordance {
  const lines: ConcordanceLine[] = [];
  const wanted = keyword.trim().toLowerCase();
  if (wanted === '') return { keyword, lines, isCut: false };
  for (const [path, text] of texts) {
    // A few characters change length in lower case (İ): then only the exact spelling is looked for.
    const lower = text.toLowerCase();
    const haystack = lower.length === text.length ? lower : text;
    for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + wanted.length)) {
      if (lines.length === limit) return { keyword, lines, isCut: true };
      const end = at + wanted.length;
      lines.push({
        path,
        start: at,
        end,
        left: oneLine(text.slice(boundary(text, Math.max(0, at - width)), at)),
        match: oneLine(text.slice(at, end)),
        right: oneLine(text.slice(end, boundary(text, Math.min(text.length, end + width)))),
      });
    }
  }
  return { keyword, lines, isCut: false };
}

function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
