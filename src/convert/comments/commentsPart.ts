import { XMLSerializer } from '@xmldom/xmldom';
import { strToU8, type Unzipped } from 'fflate';
import { withoutControls } from '../../core/text/controls';
import { element } from '../fromWord/file';
import { attributeOf, children, parseXml, rootOf } from '../xml';

const contentTypesName = '[Content_Types].xml';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
/** Strict files (ISO/IEC 29500) have other names for the same. */
const relationshipType = (namespace: string): string =>
  namespace.startsWith('http://purl.oclc.org/')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

/** In half points: comments are read in a narrow margin, whatever size the text has. */
const fontSize = '21';

/** The part of a Word file that holds its comments; those that are there stay. */
export class CommentsPart {
  private readonly name: string;
  private readonly root: Element;
  private next: number;

  /**
   * @param main The name of the part with the text.
   * @param like An element of the text, whose namespace and prefix comments have, too.
   */
  constructor(
    private readonly files: Unzipped,
    private readonly main: string,
    private readonly like: Element,
    private readonly author: string,
  ) {
    const target = targetIn(files, main);
    this.name = target ?? freeName(files, main);
    const prefix = like.prefix ? `${like.prefix}:` : '';
    const declared = `xmlns${like.prefix ? `:${like.prefix}` : ''}="${like.namespaceURI ?? ''}"`;
    this.root =
      rootOf(files[this.name]) ??
      parseXml(
        strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${prefix}comments ${declared}/>`),
      ).documentElement;
    // Places may be left of comments that are gone.
    const places = Array.from(like.getElementsByTagNameNS('*', 'commentReference'));
    const ids = [...children(this.root, 'comment'), ...places].map((each) => Number(attributeOf(each, 'id')));
    this.next = ids.reduce((most, id) => (Number.isInteger(id) ? Math.max(most, id) : most), -1) + 1;
    if (target === null) this.relate();
    this.declare();
  }

  /** Adds a comment of some paragraphs; its id. */
  add(paragraphs: readonly string[]): string {
    const id = String(this.next++);
    const comment = this.make('comment', { id, author: this.author, initials: 'PL' });
    for (const [index, text] of paragraphs.entries()) comment.appendChild(this.paragraph(text, index === 0));
    this.root.appendChild(comment);
    return id;
  }

  /** Puts the part into the file. */
  write(): void {
    const { ownerDocument } = this.root;
    this.files[this.name] = strToU8(new XMLSerializer().serializeToString(ownerDocument));
  }

  private paragraph(text: string, isFirst: boolean): Element {
    const paragraph = this.make('p');
    const properties = this.make('pPr');
    properties.appendChild(this.make('spacing', { before: '0', after: '0', line: '240', lineRule: 'auto' }));
    properties.appendChild(this.make('ind', { firstLine: '0', firstLineChars: '0' }));
    properties.appendChild(this.make('jc', { val: 'left' }));
    paragraph.appendChild(properties);
    if (isFirst) {
      const reference = this.make('r');
      reference.appendChild(this.make('annotationRef'));
      paragraph.appendChild(reference);
    }
    const run = this.make('r');
    const dress = this.make('rPr');
    dress.appendChild(this.make('sz', { val: fontSize }));
    run.appendChild(dress);
    const words = this.make('t');
    words.setAttribute('xml:space', 'preserve');
    words.appendChild(this.root.ownerDocument.createTextNode(withoutControls(text)));
    run.appendChild(words);
    paragraph.appendChild(run);
    return paragraph;
  }

  private make(name: string, attributes: Readonly<Record<string, string>> = {}): Element {
    const made = element(this.root.ownerDocument, this.root, name);
    for (const [key, value] of Object.entries(attributes))
      made.setAttributeNS(this.root.namespaceURI, `w:${key}`, value);
    return made;
  }

  /** Lets the text know of the part. */
  private relate(): void {
    const part = relationshipsOf(this.main);
    const root = rootOf(this.files[part]) ?? emptyRoot('Relationships', 'relationships');
    this.append(part, root, 'Relationship', {
      Id: freeId(root),
      Type: relationshipType(this.like.namespaceURI ?? ''),
      Target: this.name.slice(folderOf(this.main).length),
    });
  }

  /** Lets the archive know of the part; to tell it twice would be an error (ECMA-376 part 2, on content types). */
  private declare(): void {
    const PartName = `/${this.name}`;
    const root = rootOf(this.files[contentTypesName]) ?? emptyRoot('Types', 'content-types');
    const isDeclared = children(root, 'Override').some(
      (each) => attributeOf(each, 'PartName')?.toLowerCase() === PartName.toLowerCase(),
    );
    if (!isDeclared) this.append(contentTypesName, root, 'Override', { PartName, ContentType: contentType });
  }

  private append(
    part: string,
    root: Element,
    name: string,
    attributes: Readonly<Record<string, string>>,
  ): void {
    const entry = element(root.ownerDocument, root, name);
    for (const [key, value] of Object.entries(attributes)) entry.setAttribute(key, value);
    root.appendChild(entry);
    this.files[part] = strToU8(new XMLSerializer().serializeToString(root.ownerDocument));
  }
}

/** Of a part of the archive itself that is not there yet. */
function emptyRoot(name: string, namespace: string): Element {
  const address = `http://schemas.openxmlformats.org/package/2006/${namespace}`;
  return parseXml(strToU8(`<${name} xmlns="${address}"/>`)).documentElement;
}

/** The name of the part that a text gives for its comments, whether or not it is there; null where it gives none. */
function targetIn(files: Unzipped, main: string): string | null {
  const relationships = rootOf(files[relationshipsOf(main)]);
  const target = relationships
    ? children(relationships, 'Relationship').find((each) =>
        (attributeOf(each, 'Type') ?? '').endsWith('/relationships/comments'),
      )
    : undefined;
  const path = target ? (attributeOf(target, 'Target') ?? '') : '';
  if (path === '') return null;
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folderOf(main) + path).split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

/** With the stroke at its end. */
function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** The part with the relationships of another one (ECMA-376 part 2, §9.3.4). */
function relationshipsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function freeName(files: Unzipped, main: string): string {
  for (let number = 0; ; number++) {
    const name = `${folderOf(main)}comments${number === 0 ? '' : String(number)}.xml`;
    if (!files[name]) return name;
  }
}

function freeId(relationships: Element): string {
  const taken = new Set(children(relationships, 'Relationship').map((each) => attributeOf(each, 'Id')));
  for (let number = 1; ; number++)
    if (!taken.has(`rIdPolicyLens${String(number)}`)) return `rIdPolicyLens${String(number)}`;
}
