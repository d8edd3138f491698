import { attributeOf, child, children } from '../xml';
import { contentOf, isParagraph } from './file';
import { switchOffNumber } from './properties';

/**
 * Parts paragraphs that go on on a new page or in a new column: authors begin pages so, and the converter would join
 * the words before and behind. The second one has no number. Changes the document.
 */
export function partAtPages(document: Document): void {
  const breaks = Array.from(document.getElementsByTagNameNS('*', 'br')).filter(beginsPage);
  const paragraphs = new Set(breaks.map(({ parentNode }) => parentNode?.parentNode as Element | null));
  for (const paragraph of paragraphs) if (paragraph && isParagraph(paragraph)) part(document, paragraph);
}

function beginsPage(each: Element): boolean {
  return /^(?:page|column)$/.test(attributeOf(each, 'type') ?? '');
}

function part(document: Document, paragraph: Element): void {
  const [first = [], ...others] = stretchesOf(paragraph);
  for (const node of first) paragraph.appendChild(node);
  const properties = child(paragraph, 'pPr');
  let last = paragraph;
  for (const stretch of others) {
    const next = paragraph.cloneNode(false) as Element;
    if (properties) next.appendChild(properties.cloneNode(true));
    for (const node of stretch) next.appendChild(node);
    switchOffNumber(document, next);
    last.parentNode?.insertBefore(next, last.nextSibling);
    last = next;
  }
}

/** What stands in a paragraph up to a break, and behind it; where there are no words, it is no stretch of its own. */
function stretchesOf(paragraph: Element): readonly (readonly Node[])[] {
  const stretches: Node[][] = [];
  let current: Node[] = [];
  let hasWords = false;
  const add = (node: Node): void => {
    current.push(node);
    hasWords ||= (node.textContent ?? '').trim() !== '';
  };
  for (const node of contentOf(paragraph)) {
    const [first, ...others] = piecesOf(node);
    add(first);
    for (const piece of others) {
      if (hasWords) {
        stretches.push(current);
        [current, hasWords] = [[], false];
      }
      add(piece);
    }
  }
  const last = stretches.at(-1);
  if (last && !hasWords) last.push(...current);
  else stretches.push(current);
  return stretches;
}

/** A run in pieces, each but the first behind a break; it keeps the first. Others are whole. */
function piecesOf(node: Node): readonly [Node, ...Node[]] {
  if ((node as Element).localName !== 'r') return [node];
  const run = node as Element;
  const breaks = children(run, 'br').filter(beginsPage);
  const format = child(run, 'rPr');
  const pieces = breaks.toReversed().map((each) => {
    const piece = run.cloneNode(false);
    if (format) piece.appendChild(format.cloneNode(true));
    while (each.nextSibling) piece.appendChild(each.nextSibling);
    run.removeChild(each);
    return piece;
  });
  return [run, ...pieces.toReversed()];
}
