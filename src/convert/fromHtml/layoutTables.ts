import type { Element, ElementContent, RootContent } from 'hast';
import { unspaced } from '../../core/text/unspaced';

/** Letters of a cell from where on it is a text and no entry, if it also has most of its table's. */
const textLength = 400;

/**
 * Whether a table sets out a page and holds no figures, as on older sites of offices: it holds other tables, says that
 * it is for presentation, or has nearly all its words in one cell.
 *
 * @param lettersOf How much text a part has.
 */
export function isLayout(table: Element, lettersOf: (node: Element) => number): boolean {
  if (table.properties['role'] === 'presentation') return true;
  const cells = cellsOf(table);
  if (cells.some(holdsTable)) return true;
  const most = cells.reduce((length, cell) => Math.max(length, lettersOf(cell)), 0);
  return most > textLength && most * 3 > lettersOf(table) * 2;
}

/** What stands in the cells, each by itself, in the order of reading. */
export function unwrapped(table: Element): Element[] {
  return cellsOf(table).map((cell) => ({ ...cell, tagName: 'div', properties: {} }));
}

function cellsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return /^(?:td|th|caption)$/.test(child.tagName) ? [child] : cellsOf(child);
  });
}

function holdsTable(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)),
  );
}

/** Blocks inside a cell, which Markdown has on one line. */
const block = /^(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|section|article|blockquote|center|pre)$/;

/** A cell of a Markdown table is one line: its paragraphs follow each other with a line break. */
export function inline(children: readonly ElementContent[]): ElementContent[] {
  const lines: ElementContent[][] = [];
  let current: ElementContent[] | null = null;
  const take = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes)
      if (node.type === 'element' && block.test(node.tagName)) {
        current = null;
        take(node.children);
        current = null;
      } else if (node.type !== 'text' || node.value.trim() !== '') {
        if (current) current.push(node);
        else lines.push((current = [node]));
      }
  };
  take(children);
  return lines.flatMap((line, index): ElementContent[] =>
    index === 0 ? line : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...line],
  );
}

/** Letters of a part without blanks and without what is never text. */
export function letterCounter(
  isText: (element: Element) => boolean,
): (node: RootContent | ElementContent) => number {
  const count = (node: RootContent | ElementContent): number => {
    if (node.type === 'text') return unspaced(node.value).length;
    if (node.type !== 'element' || !isText(node)) return 0;
    return node.children.reduce((sum, child) => sum + count(child), 0);
  };
  return count;
}
