/** A little of a browser for tests: parses a page and finds elements. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

export function parsePage(html: string): Root {
  const problems: string[] = [];
  const tree = fromHtml(html, {
    onerror: (problem) => {
      problems.push(String(problem));
    },
  });
  if (problems.length > 0) throw new Error(problems.slice(0, 5).join('\n'));
  return tree;
}

/** All elements in document order. */
export function elements(node: Root | Element): Element[] {
  return (node.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : [],
  );
}

export function byTag(node: Root | Element, ...names: string[]): Element[] {
  return elements(node).filter(({ tagName }) => names.includes(tagName));
}

export function textOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as ElementContent[]).map(textOf).join('') : '';
}
