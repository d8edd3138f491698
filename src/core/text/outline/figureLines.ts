import { opensAnnexes } from './annexes';
import type { Span } from '../model';

/** Longest line that is an entry of a list, in UTF-16 units. */
const longest = 30;

/**
 * A name, a figure, its unit, and what stands in brackets behind: 研发投入 12.3 亿元（增长 8%）. No mark of a sentence, not
 * even at the end.
 */
const entry =
  /^[^，。；！？、,;!?]*\p{L}[^，。；！？、,;!?]*\d[\d.,]*(?: ?(?:[%％‰]|[\p{L}²³·/]{1,5}))?(?: ?（[^（）]*）| ?\([^()]*\))?[*_]{0,2}$/u;

/**
 * Whether the lines of a paragraph of Markdown are a list of figures, one a line, maybe below a line that announces
 * them. Prose that was broken into lines is not taken for one: each of its lines, the last one, too, would have to be
 * short, end with a figure and have no mark.
 *
 * @param lines Two or more, without white space around them.
 */
export function areFigures(text: string, lines: readonly Span[]): boolean {
  const [first, ...others] = lines;
  if (first === undefined) return false;
  const isEntry = ({ start, end }: Span): boolean =>
    end - start <= longest && entry.test(text.slice(start, end));
  if (!others.every(isEntry)) return false;
  return isEntry(first) || (others.length > 1 && announces(text, first));
}

/** A line that ends with ： leads over to what is counted; a list of annexes stays one with its announcement. */
export function announces(text: string, { start, end }: Span): boolean {
  return (
    /[：:]$/.test(text.slice(Math.max(start, end - 1), end)) &&
    !opensAnnexes.test(text.slice(start, start + 3))
  );
}
