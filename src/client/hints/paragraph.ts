import { paragraphsIn } from '../../core/text/outline/numberedLines';

/** Lines of a text; the editor's document fits. */
export interface Lines {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string; readonly isEmptyOrWhitespace: boolean };
}

/** First and last line, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The paragraph that a line stands in, as the analysis cuts it: in Markdown the lines up to the next blank line,
 * heading or list item, or to the next number of an official text; in plain text the line itself. Looks no further than
 * needed.
 */
export function paragraphAt(lines: Lines, line: number, isMarkdown: boolean): LineRange {
  const at = Math.max(0, Math.min(line, lines.lineCount - 1));
  if (!isMarkdown || lines.lineAt(at).isEmptyOrWhitespace) return { first: at, last: at };
  let first = at;
  while (first > 0 && !opensBlock(lines.lineAt(first).text) && isProse(lines, first - 1)) first--;
  let last = at;
  while (last < lines.lineCount - 1 && isProse(lines, last) && continues(lines, last + 1)) last++;
  return first === last ? { first, last } : numberedPart(lines, { first, last }, at);
}

/** Official texts pasted without blank lines have a paragraph on each line. */
function numberedPart(lines: Lines, { first, last }: LineRange, at: number): LineRange {
  const texts = Array.from({ length: last - first + 1 }, (_, index) => lines.lineAt(first + index).text);
  const text = texts.join('\n');
  const parts = paragraphsIn(text, { start: 0, end: text.length }, !opensItem(text));
  const starts = parts.map(({ start }) => first + text.slice(0, start).split('\n').length - 1);
  const own = starts.findLastIndex((start) => start <= at);
  return { first: starts[own] ?? first, last: (starts[own + 1] ?? last + 1) - 1 };
}

/** Whether a line can be continued by the next one. */
function isProse(lines: Lines, line: number): boolean {
  const { text, isEmptyOrWhitespace } = lines.lineAt(line);
  return !isEmptyOrWhitespace && !/^ {0,3}#{1,6}\s/.test(text);
}

function continues(lines: Lines, line: number): boolean {
  const { text, isEmptyOrWhitespace } = lines.lineAt(line);
  return !isEmptyOrWhitespace && !opensBlock(text);
}

/** Of a list. */
function opensItem(text: string): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(text);
}

/** Headings, list items, quotes, table rows and fences begin a block of their own. */
function opensBlock(text: string): boolean {
  return opensItem(text) || /^\s*(?:#{1,6}\s|>|\||```|~~~)/.test(text);
}
