/**
 * Cuts a Markdown text where it can be parsed piece by piece with the same result: before `#` headings at the margin
 * that follow a blank line, because such a heading ends every open paragraph, list, quote and HTML block (CommonMark
 * 0.31 §4.2, §4.6). Where something could reach over a heading, the text is not cut: definitions and footnotes,
 * HTML that ends at a mark and not at a blank line, fences that may stand inside of a list, unended front matter.
 *
 * @returns Where the pieces begin, in UTF-16 units; the first begins at 0.
 */
export function chunkStarts(text: string): number[] {
  if (/\]:|\r(?!\n)/.test(text)) return [0];
  const front = afterFrontMatter(text);
  // The parser reads on for the end of front matter that has none, and lists after it differ.
  if (front === 0 && /^\ufeff?---[ \t]*\r?\n/.test(text)) return [0];
  const starts = [0];
  let fence = '';
  let isAfterBlank = false;
  for (let at = front; at < text.length;) {
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
      else if (isAfterBlank && /^#{1,6}(?:[ \t]|$)/.test(line) && at > 0) starts.push(at);
    }
    isAfterBlank = /^[ \t]*$/.test(line);
    if (end < 0) break;
    at = end + 1;
  }
  return starts;
}

/** Front matter is YAML, in which `#` begins a comment. */
function afterFrontMatter(text: string): number {
  return /^\ufeff?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
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
