import type { Span } from '../../core/text/model';
import { element } from '../wordFile';
import type { HiddenWords } from '../wordHidden';
import { attributeOf } from '../wordStyles';

/** What in a paragraph is no text of it, or text in which Word lets nobody comment. */
const outside: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'drawing',
  'pict',
  'object',
  // Of forms for different programs import reads the last.
  'Choice',
  'oMath',
  'rt',
  'p',
]);

/** A piece of a paragraph's text. */
interface Piece extends Span {
  readonly node: Element;
  /** The child of the paragraph in which it stands: a run, or what holds runs, such as a link. */
  readonly top: Element;
  /** The first and the last run of the field in which it stands; null for other text. */
  readonly field: Field | null;
}

/** A field of several runs; the last is not known before it ends. */
interface Field {
  readonly first: Element;
  last: Element | null;
}

/** A paragraph of a Word file in which stretches of its text can be marked. Offsets are of {@link MarkedParagraph.text}. */
export class MarkedParagraph {
  readonly text: string;

  constructor(
    private readonly document: Document,
    private readonly paragraph: Element,
    private readonly unseen: HiddenWords,
  ) {
    this.text = this.pieces()
      .map(({ node }) => node.textContent ?? '')
      .join('');
  }

  /**
   * Lets a comment stand beside a stretch of the text that is not empty. Runs are split at its ends; it grows to the
   * ends of links, fields and insertions that it begins or ends in: readers take a comment inside of a field for its
   * words.
   *
   * @param id The comment's.
   */
  comment({ start, end }: Span, id: string): void {
    this.split(start);
    this.split(end);
    const inside = this.pieces().filter((piece) => piece.start < end && piece.end > start);
    const [begin, finish] = [inside[0], inside.at(-1)];
    if (!begin || !finish) return;
    const first = begin.field?.first ?? begin.top;
    const last = finish.field?.last ?? finish.top;
    this.paragraph.insertBefore(this.mark('commentRangeStart', id), first);
    const reference = element(this.document, this.paragraph, 'r');
    reference.appendChild(this.mark('commentReference', id));
    // Behind the ends that are there already, so that comments on the same words keep their order.
    let behind = last.nextSibling;
    while (behind && isCommentEnd(behind)) behind = behind.nextSibling;
    this.paragraph.insertBefore(this.mark('commentRangeEnd', id), behind);
    this.paragraph.insertBefore(reference, behind);
  }

  private pieces(): Piece[] {
    const found: Piece[] = [];
    const fields = new OpenFields();
    let length = 0;
    const read = (parent: Element, top: Element | null): void => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType !== 1) continue;
        const child = node as Element;
        if (outside.has(child.localName) || (child.localName === 'r' && this.unseen.has(child))) continue;
        if (child.localName !== 't') {
          fields.read(child, top ?? child);
          read(child, top ?? child);
          continue;
        }
        const end = length + (child.textContent ?? '').length;
        if (top && end > length) found.push({ node: child, top, start: length, end, field: fields.current });
        length = end;
      }
    };
    read(this.paragraph, null);
    return found;
  }

  /** Makes two runs of one that goes on over an offset. */
  private split(offset: number): void {
    const pieces = this.pieces();
    const index = pieces.findIndex(({ start, end }) => start <= offset && offset < end);
    const piece = pieces[index];
    if (!piece || piece.field || piece.node.parentNode !== piece.top || piece.top.localName !== 'r') return;
    const { node, top, start } = piece;
    if (start === offset && pieces[index - 1]?.top !== top) return;
    const rest = top.cloneNode(false) as Element;
    for (const properties of Array.from(top.childNodes).filter(isProperties))
      rest.appendChild(properties.cloneNode(true));
    let moved: Node | null = start === offset ? node : this.cut(node, offset - start);
    while (moved) {
      const next: Node | null = moved.nextSibling;
      rest.appendChild(moved);
      moved = next;
    }
    this.paragraph.insertBefore(rest, top.nextSibling);
  }

  /** Makes two texts of one; the second. */
  private cut(node: Element, offset: number): Element {
    const text = node.textContent ?? '';
    const second = node.cloneNode(false) as Element;
    setText(this.document, node, text.slice(0, offset));
    setText(this.document, second, text.slice(offset));
    node.parentNode?.insertBefore(second, node.nextSibling);
    return second;
  }

  private mark(name: string, id: string): Element {
    const mark = element(this.document, this.paragraph, name);
    mark.setAttributeNS(this.paragraph.namespaceURI, 'w:id', id);
    return mark;
  }
}

/** The fields of several runs in which one stands while a paragraph is read (ECMA-376 Part 1, §17.16.18). */
class OpenFields {
  private readonly open: Field[] = [];

  /** The outermost. */
  get current(): Field | null {
    return this.open[0] ?? null;
  }

  read(element: Element, top: Element): void {
    if (element.localName !== 'fldChar') return;
    const type = attributeOf(element, 'fldCharType');
    if (type === 'begin') this.open.push({ first: top, last: null });
    if (type !== 'end') return;
    const ended = this.open.pop();
    if (ended) ended.last = top;
  }
}

function setText(document: Document, node: Element, text: string): void {
  while (node.firstChild) node.removeChild(node.firstChild);
  node.appendChild(document.createTextNode(text));
  node.setAttribute('xml:space', 'preserve');
}

function isProperties({ nodeType, nodeName }: Node): boolean {
  return nodeType === 1 && /(?:^|:)rPr$/.test(nodeName);
}

function isCommentEnd(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  const { localName, childNodes } = node as Element;
  if (localName === 'commentRangeEnd') return true;
  return (
    localName === 'r' &&
    Array.from(childNodes).some(({ nodeName }) => /(?:^|:)commentReference$/.test(nodeName))
  );
}
