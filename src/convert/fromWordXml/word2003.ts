import { packWord } from '../packWord';
import { boxXml, closesLink, escapeXml, opensLink, pictureXml } from '../writeXml';
import { attributeOf, child, children, elementsIn, rootOf } from '../xml';
import { numberingXml } from './lists';

const wordNamespace = 'http://schemas.microsoft.com/office/word/2003/wordml';
/** Pictures and other files, embedded objects, scripts: no words. */
const dropped = new Set(['binData', 'docOleData', 'docSuppData', 'scriptAnchor', 'applet', 'movie']);
/** What today's Word calls otherwise. */
const renamed: Readonly<Record<string, string>> = { listPr: 'numPr', ilfo: 'numId', vmerge: 'vMerge' };

/**
 * A document in the XML of Word 2003, in which programs of offices write files with the extension `.doc`, packed as the
 * `.docx` of the same document, as far as that is read.
 */
export function packed2003(bytes: Uint8Array): Uint8Array {
  const root = rootOf(bytes);
  const writer = new Writer();
  const document = `<w:body>${writer.inside(child(root, 'body'))}</w:body>`;
  return packWord({
    document,
    styles: writer.inside(child(root, 'styles')),
    numbering: numberingXml(child(root, 'lists')),
    footnotes: writer.notes.footnote.join(''),
    endnotes: writer.notes.endnote.join(''),
    comments: '<w:comment/>'.repeat(writer.comments),
  });
}

/** Writes elements as today's Word has them. */
class Writer {
  readonly notes: Readonly<Record<'footnote' | 'endnote', string[]>> = { footnote: [], endnote: [] };
  comments = 0;

  inside(element: Element | null): string {
    return elementsIn(element)
      .map((each) => this.write(each))
      .join('');
  }

  private write(element: Element): string {
    const { localName, namespaceURI } = element;
    if (localName === 'annotation') return this.annotation(element);
    // Sections, and hints such as how a number looks: what stands in the former counts.
    if (namespaceURI !== wordNamespace)
      return /^(?:sect|sub-section|content)$/.test(localName) ? this.inside(element) : '';
    if (dropped.has(localName)) return '';
    if (localName === 'hlink') return this.link(element);
    if (localName === 'pict') return this.picture(element);
    if (localName === 'footnote' || localName === 'endnote') return this.note(element, localName);
    // LibreOffice puts a link's runs into another one.
    if (localName === 'r' && child(element, 'r'))
      return children(element, 'r')
        .map((each) => this.write(each))
        .join('');
    const name = renamed[localName] ?? localName;
    const own = Array.from(element.attributes)
      .filter((attribute) => attribute.namespaceURI === wordNamespace)
      .map((attribute) => ` w:${attribute.localName}="${escapeXml(attribute.value)}"`)
      .join('');
    const isText = /^(?:t|delText|instrText)$/.test(localName);
    const content = isText ? escapeXml(element.textContent ?? '') : this.inside(element);
    return `<w:${name}${own}${isText ? ' xml:space="preserve"' : ''}>${content}</w:${name}>`;
  }

  /** Changes, and comments; marks of places have nothing in them. */
  private annotation(element: Element): string {
    const content = child(element, 'content');
    const kind = attributeOf(element, 'type');
    if (kind === 'Word.Comment') this.comments++;
    if (!content || kind === 'Word.Comment' || kind === 'Word.Formatting') return '';
    const inner = this.inside(content);
    if (kind === 'Word.Insertion') return `<w:ins>${inner}</w:ins>`;
    return kind === 'Word.Deletion' ? `<w:del>${inner}</w:del>` : inner;
  }

  private link(element: Element): string {
    const target = attributeOf(element, 'dest');
    const inner = this.inside(element);
    if (target === null || /["\s]/.test(target)) return inner;
    return opensLink(`"${target}"`) + inner + closesLink;
  }

  /** A box of text with its words, or the place of a picture. */
  private picture(element: Element): string {
    const boxes = Array.from(element.getElementsByTagNameNS(wordNamespace, 'txbxContent'));
    if (boxes.length > 0) return boxes.map((box) => boxXml(this.inside(box))).join('');
    const [shape] = Array.from(element.getElementsByTagNameNS('urn:schemas-microsoft-com:vml', 'shape'));
    return shape ? pictureXml(attributeOf(shape, 'alt') ?? '') : '';
  }

  private note(element: Element, kind: 'footnote' | 'endnote'): string {
    // Lists of what parts notes from the text have notes, too, which are none.
    if ((element.parentNode as Element | null)?.localName !== 'r') return '';
    const notes = this.notes[kind];
    const number = notes.length + 1;
    notes.push('');
    notes[number - 1] = `<w:${kind} w:id="${String(number)}">${this.inside(element)}</w:${kind}>`;
    return `<w:${kind}Reference w:id="${String(number)}"/>`;
  }
}
