import type { Element, ElementContent, Root, RootContent } from 'hast';

/** The first element, in the order of the text, that passes a test; null where none does. */
export function find(node: Root | Element, test: (element: Element) => boolean): Element | null {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = test(child) ? child : find(child, test);
    if (found) return found;
  }
  return null;
}

/** All that pass a test; those inside of one that is found are not looked for. */
export function findAll(node: Root | Element, test: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : findAll(child, test);
  });
}

/**
 * Makes one text of those that stand side by side, as spans leave them: the converter would read all that it has of a
 * line again with each.
 *
 * @param node Its elements get new children.
 */
export function joinTexts(node: Root | Element): void {
  const children: RootContent[] = [];
  let texts: string[] = [];
  const close = (): void => {
    if (texts.length > 0) children.push({ type: 'text', value: texts.join('') });
    texts = [];
  };
  for (const child of node.children) {
    if (child.type === 'text') {
      texts.push(child.value);
      continue;
    }
    close();
    children.push(child);
    if (child.type === 'element') joinTexts(child);
  }
  close();
  node.children = children as ElementContent[];
}

/** The texts in a node, one behind the other. */
export function wordsIn(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => wordsIn(child)).join('') : '';
}
