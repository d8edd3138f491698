import { countWhile } from '../../core/bisect';
import type { Span } from '../../core/text/model';
import { element } from '../fromWord/file';
import type { HiddenWords } from '../fromWord/hidden';
import { attributeOf } from '../xml';

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
  /** The field of several runs in which it stands; null for other text. */
  readonly field: Field | null;
}

/** The marks of a field of several runs; its end is not known before it is read. */
interface Field {
  readonly begin: Element;
  end: Element | null;
}

/** A paragraph of a Word file in which stretches of its text can be marked. Offsets are of {@link MarkedParagraph.text}. */
export class MarkedParagraph {
  readonly text: string;
  /** In order; kept while runs are split, since a paragraph may have thousands of comments. */
  private readonly pieces: Piece[];

  constructor(
    private readonly document: Document,
    private readonly paragraph: Element,
    private readonly unseen: HiddenWords,
  ) {
    this.pieces = this.read();
    this.text = this.pieces.map(({ node }) => node.textContent ?? '').join('');
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
    const [begin, finish] = [this.pieces[this.indexAt(start)], this.pieces[this.indexAt(end - 1)]];
    if (!begin || !finish) return;
    const first = this.topOf(begin.field?.begin ?? begin.node);
    const last = this.topOf(finish.field?.end ?? finish.node);
    this.paragraph.insertBefore(this.mark('commentRangeStart', id), first);
    const reference = element(this.document, this.paragraph, 'r');
    reference.appendChild(this.mark('commentReference', id));
    // Behind the ends that are there already, so that comments on the same words keep their order.
    let behind = last.nextSibling;
    while (behind && isCommentEnd(behind)) behind = behind.nextSibling;
    this.paragraph.insertBefore(this.mark('commentRangeEnd', id), behind);
    this.paragraph.insertBefore(reference, behind);
  }

  private read(): Piece[] {
    const found: Piece[] = [];
    const fields = new OpenFields();
    let length = 0;
    const read = (parent: Element): void => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType !== 1) continue;
        const child = node as Element;
        if (outside.has(child.localName) || (child.localName === 'r' && this.unseen.has(child))) continue;
        if (child.localName !== 't') {
          fields.read(child);
          read(child);
          continue;
        }
        const end = length + (child.textContent ?? '').length;
        if (parent !== this.paragraph && end > length)
          found.push({ node: child, start: length, end, field: fields.current });
        length = end;
      }
    };
    read(this.paragraph);
    return found;
  }

  /** The piece that a unit of the text stands in, or the last one before it. */
  private indexAt(offset: number): number {
    return countWhile(this.pieces, ({ start }) => start <= offset) - 1;
  }

  /** The child of the paragraph in which something stands: a run, or what holds runs, such as a link. */
  private topOf(node: Element): Element {
    let top = node;
    while (top.parentNode !== this.paragraph) top = top.parentNode as Element;
    return top;
  }

  /** Makes two runs of one that goes on over an offset. */
  private split(offset: number): void {
    const index = this.indexAt(offset);
    const piece = this.pieces[index];
    if (!piece || piece.end <= offset) return;
    const { node, start, field } = piece;
    const top = this.topOf(node);
    if (field || node.parentNode !== top || top.localName !== 'r') return;
    const before = this.pieces[index - 1];
    if (start === offset && !(before && this.topOf(before.node) === top)) return;
    const rest = top.cloneNode(false) as Element;
    for (const properties of Array.from(top.childNodes).filter(isProperties))
      rest.appendChild(properties.cloneNode(true));
    let moved: Node | null = start === offset ? node : this.cut(node, offset - start);
    if (start !== offset)
      this.pieces.splice(
        index,
        1,
        { ...piece, end: offset },
        { ...piece, node: moved as Element, start: offset },
      );
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

  read(element: Element): void {
    if (element.localName !== 'fldChar') return;
    const type = attributeOf(element, 'fldCharType');
    if (type === 'begin') this.open.push({ begin: element, end: null });
    if (type !== 'end') return;
    const ended = this.open.pop();
    if (ended) ended.end = element;
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
