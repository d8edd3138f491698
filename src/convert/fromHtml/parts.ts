import type { Element, ElementContent } from 'hast';
import { isAddressee } from '../../core/text/addressee';
import { announcesAnnex, opensAttachment } from '../../core/text/outline/annexes';
import { numberingAt } from '../../core/text/outline/numbering';
import { opensEndMatter, signatureIn } from '../../core/text/outline/signature';
import { unspaced } from '../../core/text/unspaced';
import { wordsIn } from './tree';

/** What does not end a line of a page. */
const inlineNames = new Set(
  'a abbr b big cite code del dfn em font i img input ins kbd label mark q s small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** Behind words: blanks of a page's own texts hold stops, too. */
const sentenceEnd = /[\p{L}\p{N}”’）)》％%‰]\s?[。！？；]/u;
const file = /\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|zip|rar)(?:$|[?#'")\s）])/i;

/** A part of a page: an element, or what stands on a line beside others. */
export interface PagePart {
  readonly nodes: readonly ElementContent[];
  /** Null for a line. */
  readonly block: Element | null;
}

/** How much a part of a page holds of what. Letters do not count blanks. */
export interface PageMeasure {
  readonly letters: number;
  /** Letters of links. */
  readonly linked: number;
  /** Letters outside of links on lines with whole sentences. */
  readonly prose: number;
  readonly lines: number;
  /** What does something on the page and leads to no other (`javascript:`). */
  readonly actions: number;
  readonly images: number;
  /** Lines as only documents have them: addressees, numbers, annexes, signatures. */
  readonly ofDocument: number;
}

const nothing: PageMeasure = {
  letters: 0,
  linked: 0,
  prose: 0,
  lines: 0,
  actions: 0,
  images: 0,
  ofDocument: 0,
};

/** Measures the parts of one page, each once. Its elements must not change meanwhile. */
export class PageMeasures {
  private readonly blocks = new WeakMap<Element, boolean>();
  private readonly measures = new WeakMap<Element, PageMeasure>();

  /** The elements in a part, and its own lines between them. */
  partsOf({ children }: Element): PagePart[] {
    const parts: { nodes: ElementContent[]; block: Element | null }[] = [];
    let line: ElementContent[] | null = null;
    for (const node of children)
      if (node.type === 'element' && this.isBlock(node)) {
        parts.push({ nodes: [node], block: node.tagName === 'br' ? null : node });
        line = null;
      } else if (line) line.push(node);
      else parts.push({ nodes: (line = [node]), block: null });
    return parts;
  }

  of({ nodes, block }: PagePart): PageMeasure {
    return block ? this.ofElement(block) : measureLine(nodes);
  }

  ofElement(element: Element): PageMeasure {
    const known = this.measures.get(element);
    if (known) return known;
    const measured = this.partsOf(element).map((part) => this.of(part));
    const whole = isAction(element) ? [...measured, { ...nothing, actions: 1 }] : measured;
    const sum = whole.reduce(plus, nothing);
    this.measures.set(element, sum);
    return sum;
  }

  private isBlock(element: Element): boolean {
    const known = this.blocks.get(element);
    if (known !== undefined) return known;
    const is =
      !inlineNames.has(element.tagName) ||
      element.children.some((child) => child.type === 'element' && this.isBlock(child));
    this.blocks.set(element, is);
    return is;
  }
}

function plus(a: PageMeasure, b: PageMeasure): PageMeasure {
  return {
    letters: a.letters + b.letters,
    linked: a.linked + b.linked,
    prose: a.prose + b.prose,
    lines: a.lines + b.lines,
    actions: a.actions + b.actions,
    images: a.images + b.images,
    ofDocument: a.ofDocument + b.ofDocument,
  };
}

/** The words of a part of a page, without the blanks around them. */
export function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => wordsIn(node))
    .join('')
    .trim();
}

function measureLine(nodes: readonly ElementContent[]): PageMeasure {
  let [linked, actions, images] = [0, 0, 0];
  let hasFile = false;
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return;
    if (node.tagName === 'img') images++;
    if (isAction(node)) actions++;
    if (node.tagName === 'a') {
      linked += lettersIn(wordsOf(node.children));
      hasFile ||= file.test(addressOf(node));
    } else node.children.forEach(look);
  };
  nodes.forEach(look);
  const words = wordsOf(nodes);
  const letters = lettersIn(words);
  const isOfDocument = hasFile || file.test(words) || isDocumentLine(words, linked + actions > 0);
  return {
    letters,
    linked,
    prose: sentenceEnd.test(words) ? letters - linked : 0,
    lines: letters > 0 ? 1 : 0,
    actions,
    images,
    ofDocument: isOfDocument ? 1 : 0,
  };
}

function lettersIn(words: string): number {
  return unspaced(words).length;
}

function addressOf({ properties }: Element): string {
  return `${String(properties['href'] ?? '')} `;
}

/** A place to click that leads nowhere; an anchor that only has a name is none. */
function isAction({ tagName, properties }: Element): boolean {
  if (properties['onClick'] !== undefined) return true;
  if (tagName !== 'a' || properties['name'] !== undefined || properties['id'] !== undefined) return false;
  return /^\s*(?:javascript:|#?\s*$)/i.test(String(properties['href'] ?? ''));
}

function isDocumentLine(words: string, isLinked: boolean): boolean {
  if (announcesAnnex.test(words) || opensAttachment.test(words)) return true;
  if (numberingAt(words, 0, words.length)) return true;
  if (isLinked) return false;
  const signed = signatureIn(words);
  return (
    isAddressee(words) ||
    opensEndMatter.test(words) ||
    (signed !== null && signed.office + signed.date !== '') ||
    /^(?:[（(].*[）)]|[—-]{2}.*)$/s.test(words)
  );
}
