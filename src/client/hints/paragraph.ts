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
 * heading or list item; in plain text the line itself. Looks no further than needed.
 */
export function paragraphAt(lines: Lines, line: number, isMarkdown: boolean): LineRange {
  const at = Math.max(0, Math.min(line, lines.lineCount - 1));
  if (!isMarkdown || lines.lineAt(at).isEmptyOrWhitespace) return { first: at, last: at };
  let first = at;
  while (first > 0 && !opensBlock(lines.lineAt(first).text) && isProse(lines, first - 1)) first--;
  let last = at;
  while (last < lines.lineCount - 1 && isProse(lines, last) && continues(lines, last + 1)) last++;
  return { first, last };
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

/** Headings, list items, quotes, table rows and fences begin a block of their own. */
function opensBlock(text: string): boolean {
  return /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||```|~~~)/.test(text);
}
