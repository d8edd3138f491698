/** Word files as what they are: archives of parts in XML. */
import type { Unzipped } from 'fflate';
import { message, type Message } from '../../core/message';
import { unpack } from '../archive';
import { ConversionError } from '../unreadable';
import { attributeOf, children, rootOf } from '../xml';

/**
 * Most bytes the file's text and markup may unpack to. A document of 500 full pages has about 5 MB, 10 MB after much
 * editing; reading takes some 35 times as much memory.
 */
const mostMarkup = 20_000_000;
/** Most bytes that images and the like may unpack to, where they are kept. */
const mostMedia = 300_000_000;

/** An older Word file under a new name and one with a password are no archives, either. */
export const notWord: Message = message('report.import.notWord');

/**
 * The parts of a Word file by their names.
 *
 * @param keepsAll Also images and other parts that are no markup.
 * @throws ConversionError when the file is no zip archive, or unpacks to more than we read.
 */
export function unpackWord(bytes: Uint8Array, keepsAll = false): Unzipped {
  return unpack(bytes, {
    markup: /\.(xml|rels)$/i,
    mostMarkup,
    ...(keepsAll ? { mostMedia } : {}),
    refusal: notWord,
  });
}

/**
 * The part with the text, by the archive's own word; Word for the web gives it other names than Word.
 *
 * @throws ConversionError where the archive holds no Word document.
 */
export function mainPartIn(files: Unzipped): { readonly name: string; readonly content: Uint8Array } {
  const names = children(rootOf(files['_rels/.rels']), 'Relationship')
    .filter((each) => attributeOf(each, 'Type')?.endsWith('/officeDocument'))
    .map((each) => (attributeOf(each, 'Target') ?? '').replace(/^\//, ''));
  const name = names.find((each) => each in files) ?? 'word/document.xml';
  const content = files[name];
  if (!content) throw new ConversionError(notWord);
  return { name, content };
}

/** Whether an element is a paragraph of text; drawings have others. */
export function isParagraph(element: Element): boolean {
  return element.localName === 'p' && /wordprocessingml/.test(element.namespaceURI ?? '');
}

/** All paragraphs inside of an element, also those of tables and text boxes, in the order of the file. */
export function paragraphsIn(parent: Element): Element[] {
  return Array.from(parent.getElementsByTagName('*')).filter(isParagraph);
}

/** An element in the namespace, and with the prefix, of one that is there. */
export function element(document: Document, like: Element, name: string): Element {
  const { namespaceURI, prefix } = like;
  return document.createElementNS(namespaceURI, prefix ? `${prefix}:${name}` : name);
}

/** What stands in a paragraph, behind its properties. */
export function contentOf(paragraph: Element): Node[] {
  return Array.from(paragraph.childNodes).filter((node) => (node as Element).localName !== 'pPr');
}

/** A run of words, in the namespace of an element that is there. */
export function runOf(document: Document, like: Element, words: string): Element {
  const text = element(document, like, 't');
  text.appendChild(document.createTextNode(words));
  const run = element(document, like, 'r');
  run.appendChild(text);
  return run;
}

/** A paragraph's own words, without those of text boxes in it. */
export function textOf(paragraph: Element): string {
  return Array.from(paragraph.getElementsByTagName('*'))
    .filter((each) => each.localName === 't' && isOf(each, paragraph))
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

function isOf(text: Element, paragraph: Element): boolean {
  let around: Element | null = text;
  while (around && !isParagraph(around)) around = around.parentNode as Element | null;
  return around === paragraph;
}

/** Whether an element stands in one of these names, however deep. */
export function isInside(element: Element, ...names: readonly string[]): boolean {
  for (let around = element.parentNode; around; around = around.parentNode)
    if (names.includes((around as Element).localName)) return true;
  return false;
}
