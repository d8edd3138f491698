import { fit, widthOf } from './columns';

/** Items, rows of tables and headings: what else belongs to them is told by standing further in. */
const marked = /^(?:[-|]|#+) /;

/** The last border of a row, and empty cells before it: on a line of their own they say nothing. */
const endOfRow = /(?: +\|)+$/;

/** Markdown whose lines fit into the columns of a terminal, for reading: a long one goes on below where it begins. */
export function fitMarkdown(markdown: string, columns: number): string {
  return markdown
    .split('\n')
    .flatMap((line) =>
      widthOf(line) <= columns
        ? [line]
        : fit(line.replace(endOfRow, ''), columns, '', marked.test(line) ? '  ' : ''),
    )
    .join('\n');
}
