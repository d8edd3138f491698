/** Whether a line ends code that a fence (``` or ~~~, or more of them) has opened (CommonMark 0.31 §4.5). */
export function closesFence(line: string, fence: string): boolean {
  const mark = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1] ?? '';
  return mark.length >= fence.length && mark.startsWith(fence.charAt(0));
}

/** HTML that goes on over blank lines, and what it ends with (CommonMark 0.31 §4.6, kinds 1 to 5). */
const html: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/** What a block of HTML ends with that begins with this line; null for one that ends at a blank line, or for none. */
export function endOfHtml(line: string): RegExp | null {
  return html.find(([start]) => start.test(line))?.[1] ?? null;
}
