import type { Element, ElementContent } from 'hast';

/** The start of a line that begins a paragraph: two characters of blanks, which HTML would not show as plain ones. */
const indentation = /^[ \t\r\n]*[\u00a0\u2002\u2003\u3000]{2}/;

/**
 * Parts what a page sets as paragraphs by line breaks alone: by two of them, or by one before a line that is indented.
 *
 * @param element A paragraph, or what may hold some; its children have been read.
 * @returns The element, or paragraphs in its place.
 */
export function partedByBreaks(element: Element, children: readonly ElementContent[]): ElementContent[] {
  const parts: ElementContent[][] = [[]];
  for (const [index, child] of children.entries())
    if (isBreak(child) && beginsParagraph(children, index + 1)) parts.push([]);
    else if (!isBreak(child) || parts.at(-1)?.some(isSaid)) parts.at(-1)?.push(child);
  const said = parts.filter((part) => part.some(isSaid));
  if (parts.length < 2 || said.length < 2) return [{ ...element, children: [...children] }];
  return said.map((part) => ({ ...element, children: part }));
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function isSaid(node: ElementContent): boolean {
  return !isBreak(node) && (node.type !== 'text' || node.value.trim() !== '');
}

/** Whether behind a break there is another one, or an indented line. */
function beginsParagraph(children: readonly ElementContent[], from: number): boolean {
  for (let at = from; at < children.length; at++) {
    const child = children[at];
    if (!child || isBreak(child)) return true;
    if (child.type !== 'text') return false;
    if (indentation.test(child.value)) return true;
    if (child.value.trim() !== '') return false;
  }
  return false;
}
