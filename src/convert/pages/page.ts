import { turned, turnedRule, turnOf } from './direction';
import { gridsOf } from './grid';
import { linesOf, type PageLine, type TextItem } from './lines';
import type { Rule } from './rules';
import { linesWithTables } from './tables';

/**
 * The lines of a page, in the order in which it has their words.
 *
 * @param rules What lines the page draws; asked only where cells stand side by side.
 */
export async function linesOfPage(
  items: readonly TextItem[],
  rules: () => Promise<readonly Rule[]>,
): Promise<PageLine[]> {
  const lines = linesOf(items);
  if (!lines.some((line, index) => line.isRow || isBeside(line, lines[index - 1]))) return lines;
  const by = turnOf(items);
  const grids = gridsOf((await rules()).map((rule) => turnedRule(rule, by)));
  if (grids.length === 0) return lines;
  return linesWithTables(by === 0 ? items : items.map((item) => turned(item, by)), grids);
}

/** Whether a line is drawn behind one on its left that stands lower: the first of a cell behind the last of another. */
function isBeside({ left, y }: PageLine, before: PageLine | undefined): boolean {
  return before !== undefined && y > before.y && left > before.right;
}
