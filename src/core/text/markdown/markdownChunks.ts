import { markdownFrontMatter, opensFrontMatter } from '../frontMatter';
import { closesFence, endOfHtml } from './openBlocks';

/**
 * UTF-16 units from which on a piece is cut before other lines than headings: parsed in some two milliseconds. To parse
 * every paragraph by itself takes twice the time of all together.
 */
const longPiece = 2000;

/**
 * Where a Markdown text may be cut to be parsed piece by piece: before `#` headings at the margin, and, once a piece is
 * long, behind blank lines before another line at the margin that is no list item, because such a line ends every open
 * paragraph, list, quote and footnote (CommonMark 0.31 §5.1, §5.2). Only fences and HTML at the top level go on over
 * it. Most of them are seen here, but which ones belong to a list only the parser knows: a piece that ends in one has to
 * be joined with the next (`reachesOn`). A heading below HTML waits for a blank line, which ends that. Texts with old
 * line ends (CR) or unended front matter are not cut.
 *
 * @param long How long a piece is at least that is not ended by a heading.
 * @returns Where the pieces begin, in UTF-16 units; the first begins at 0.
 */
export function chunkStarts(text: string, long = longPiece): number[] {
  if (/\r(?!\n)/.test(text)) return [0];
  const front = afterFrontMatter(text);
  // The parser reads on for the end of front matter that has none, and lists after it differ.
  if (front === 0 && opensFrontMatter(text)) return [0];
  const starts = [0];
  const isLong = (at: number): boolean => at - (starts.at(-1) ?? 0) >= long;
  const blocks = new OpenBlocks();
  // The parser does not see byte order marks that a text begins with.
  const first = front || (/^\ufeff*/.exec(text)?.[0].length ?? 0);
  for (let at = first; at < text.length;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    const { isAfterBlank, mayBeHtml } = blocks;
    if (
      !blocks.takesIn(line) &&
      (heading.test(line) ? at > first && !mayBeHtml : isAfterBlank && isLong(at) && beginsAnew.test(line))
    )
      starts.push(at);
    if (end < 0) break;
    at = end + 1;
  }
  return starts;
}

const heading = /^#{1,6}(?:[ \t]|$)/;

/**
 * A line at the margin that goes on with no list, and that the parser reads alike at the start of a text: there, `---`
 * opens front matter, and a byte order mark is none of the words.
 */
const beginsAnew = /^(?![-+*\ufeff]|\d{1,9}[.)])[^ \t]/;

/** A line with which a list, a quote or a footnote begins. */
const nests = /^ {0,3}(?:[-+*>]|\d{1,9}[.)]|\[\^)/;

/** What is open at the top level before the next line, as far as can be told from the lines. */
class OpenBlocks {
  isAfterBlank = false;
  /** HTML that ends at a blank line. */
  mayBeHtml = false;
  private mayBeNested = false;
  private goesOn: ((line: string) => boolean) | null = null;

  /** Moves on over a line; true where it belongs to a fence or to HTML that goes on over blank lines. */
  takesIn(line: string): boolean {
    if (this.goesOn) {
      if (!this.goesOn(line)) this.goesOn = null;
      this.isAfterBlank = false;
      return true;
    }
    if (nests.test(line)) this.mayBeNested = true;
    else if (this.isAfterBlank && /^[^ \t]/.test(line)) this.mayBeNested = false;
    // What is set in may belong to a list and end with it.
    if (!this.mayBeHtml && (/^[`~<]/.test(line) || !this.mayBeNested)) this.goesOn = opened(line);
    this.isAfterBlank = /^[ \t]*$/.test(line);
    this.mayBeHtml = !this.goesOn && !this.isAfterBlank && (this.mayBeHtml || /^ {0,3}</.test(line));
    return this.goesOn !== null;
  }
}

/** Whether following lines belong to what a line opens; null where it opens nothing that goes on over blank lines. */
function opened(line: string): ((next: string) => boolean) | null {
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) return (next) => !closesFence(next, fence);
  const end = endOfHtml(line);
  return end && !end.test(line) ? (next) => !end.test(next) : null;
}

/** Front matter is YAML, in which `#` begins a comment. */
function afterFrontMatter(text: string): number {
  const front = markdownFrontMatter(text);
  return front ? Math.min(text.length, front.whole.end + 1) : 0;
}
