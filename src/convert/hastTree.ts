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

/** The texts in a node, one behind the other. */
export function wordsIn(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => wordsIn(child)).join('') : '';
}
