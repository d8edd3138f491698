import { markdownFrontMatter, opensFrontMatter } from '../frontMatter';

/**
 * UTF-16 units from which on a piece is cut before other lines than headings: parsed in some two milliseconds. To parse
 * every paragraph by itself takes twice the time of all together.
 */
const longPiece = 2000;

/**
 * Cuts a Markdown text where it can be parsed piece by piece with the same result: before `#` headings at the margin,
 * and, once a piece is long, behind blank lines before another line at the margin that is no list item, because such a
 * line ends every open paragraph, list and quote (CommonMark 0.31 §4.6, §5.1, §5.2). A heading below HTML waits for a
 * blank line, which ends that. Where something could reach over it, the text is not cut: definitions and footnotes, HTML
 * that ends at a mark and not at a blank line, fences that may stand inside of a list, unended front matter.
 *
 * @param long How long a piece is at least that is not ended by a heading.
 * @returns Where the pieces begin, in UTF-16 units; the first begins at 0.
 */
export function chunkStarts(text: string, long = longPiece): number[] {
  if (/\]:|\r(?!\n)/.test(text)) return [0];
  const front = afterFrontMatter(text);
  // The parser reads on for the end of front matter that has none, and lists after it differ.
  if (front === 0 && opensFrontMatter(text)) return [0];
  const starts = [0];
  const isLong = (at: number): boolean => at - (starts.at(-1) ?? 0) >= long;
  let fence = '';
  let isAfterBlank = false;
  let mayBeHtml = false;
  // The parser does not see byte order marks that a text begins with.
  const first = front || (/^\ufeff*/.exec(text)?.[0].length ?? 0);
  for (let at = first; at < text.length;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    if (fence !== '') {
      if (closes(line, fence)) fence = '';
    } else {
      const mark = /^( *)(`{3,}|~{3,})/.exec(line);
      if (mark) {
        // Indented, it may belong to a list item and end with it.
        if (mark[1] !== '') return [0];
        if (!(mark[2]?.startsWith('`') && line.slice(mark[2].length).includes('`'))) fence = mark[2] ?? '';
      } else if (reachesOn(line)) return [0];
      else if (
        heading.test(line) ? at > first && !mayBeHtml : isAfterBlank && isLong(at) && beginsAnew.test(line)
      )
        starts.push(at);
    }
    isAfterBlank = /^[ \t]*$/.test(line);
    mayBeHtml = !isAfterBlank && (mayBeHtml || /^ {0,3}</.test(line));
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

/** Front matter is YAML, in which `#` begins a comment. */
function afterFrontMatter(text: string): number {
  const front = markdownFrontMatter(text);
  return front ? Math.min(text.length, front.whole.end + 1) : 0;
}

function closes(line: string, fence: string): boolean {
  const mark = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1] ?? '';
  return mark.length >= fence.length && mark.startsWith(fence.charAt(0));
}

/** The start of an HTML block that goes on over blank lines, without its end on the same line. */
function reachesOn(line: string): boolean {
  if (!/^ {0,3}</.test(line)) return false;
  const ends: readonly [RegExp, RegExp][] = [
    [/^ *<!--/, /-->/],
    [/^ *<\?/, /\?>/],
    [/^ *<!\[CDATA\[/, /\]\]>/],
    [/^ *<![A-Za-z]/, />/],
    [/^ *<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  ];
  return ends.some(([start, end]) => start.test(line) && !end.test(line));
}
