import { XMLSerializer } from '@xmldom/xmldom';
import { strToU8, zipSync, type Unzipped } from 'fflate';
import type { Message } from '../../core/message';
import { countNotes } from '../notes';
import { NumberedHeadings } from '../typed/numbers';
import { ConversionError } from '../unreadable';
import { child, children, parseXml, rootOf } from '../xml';
import { asRead } from './asRead';
import { isInContents } from './contents';
import { contentOf, isInside, mainPartIn, notWord, paragraphsIn, runOf, textOf, unpackWord } from './file';
import { HiddenWords } from './hidden';
import { WordNumbering } from './numbering';
import { setStyle, switchOffNumber } from './properties';
import { levelOf, numberingOf, styleOf, valueOf, WordStyles, type NumberingReference } from './styles';
import { titlesIn } from './title';

/** Style ids given to headings, for the converter's style map. */
export const headingStyle = (level: number): string => `PolicyLensHeading${String(level)}`;

export interface Prepared {
  /** The file again, with headings and numbers written out and without its images. */
  readonly bytes: Uint8Array;
  readonly notes: readonly Message[];
}

/**
 * Writes out what the converter does not know: automatic numbers become text, outline levels become heading styles.
 * In a document without any heading style, numbered lines after GB/T 9704 become headings.
 *
 * @throws When the file is no zip archive, holds no document, or unpacks to more than 20 MB; images do not count.
 */
export function prepareWord(bytes: Uint8Array): Prepared {
  const files = unpackWord(bytes);
  const { name, content } = mainPartIn(files);
  const { document, body } = textIn(content);
  const changed = changedOnTheWay(document, files);
  const stylesRoot = rootOf(files['word/styles.xml']);
  const hidden = asRead(document, new HiddenWords(stylesRoot));
  const styles = new WordStyles(stylesRoot);
  const numbering = new WordNumbering(rootOf(files['word/numbering.xml']));
  const titled = markTitles(document, paragraphsIn(body), styles);
  const all = paragraphsIn(body);
  const contents = new Set(all.filter((each) => isInContents(each, styles)));
  const paragraphs = all.filter((each) => !contents.has(each));
  for (const line of contents) line.parentNode?.removeChild(line);
  const hasTitle = titled > 0 || paragraphs.some((each) => isTitle(each, styles));
  let numbered = 0;
  let headings = 0;
  for (const paragraph of paragraphs) {
    if (writeNumber(document, paragraph, styleOf(paragraph), styles, numbering)) numbered++;
    const level = headingLevel(paragraph, styles, hasTitle);
    if (level === null) continue;
    setStyle(document, paragraph, headingStyle(level));
    headings++;
  }
  const promoted = titled + (headings === titled ? promote(document, paragraphs, titled > 0) : 0);
  const notes = countNotes('import', { numbered, promoted, contents: contents.size, hidden, ...changed });
  files[name] = strToU8(new XMLSerializer().serializeToString(document));
  return { bytes: zipSync(files, { level: 0 }), notes };
}

/** @throws ConversionError where the part with the text is damaged, or empty. */
function textIn(part: Uint8Array): { readonly document: Document; readonly body: Element } {
  let document: Document | undefined;
  try {
    document = parseXml(part);
  } catch {
    // What is no XML has no text.
  }
  const body = child(document?.documentElement ?? null, 'body');
  if (!document || !body) throw new ConversionError(notWord);
  return { document, body };
}

/** What the converter takes over in another form, or not at all, without a word. */
function changedOnTheWay(document: Document, files: Unzipped): Readonly<Record<string, number>> {
  const inBody = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + document.getElementsByTagNameNS('*', name).length, 0);
  return {
    revisions: inBody('ins', 'del', 'moveFrom', 'moveTo'),
    footnotes: inBody('footnoteReference', 'endnoteReference'),
    formulas: inBody('oMath'),
    comments: children(rootOf(files['word/comments.xml']), 'comment').length,
  };
}

/** Puts the label a reader sees in front of a numbered paragraph; bullets stay lists. */
function writeNumber(
  document: Document,
  paragraph: Element,
  style: string | null,
  styles: WordStyles,
  numbering: WordNumbering,
): boolean {
  const properties = child(paragraph, 'pPr');
  const own = numberingOf(properties);
  const inherited = styles.numbering(style);
  const reference: NumberingReference | null = typeof own?.id === 'string' ? own : inherited;
  if (typeof reference?.id !== 'string' || reference.id === '0') return false;
  const level =
    own?.level ??
    (typeof inherited?.style === 'string' ? numbering.levelOfStyle(reference.id, inherited.style) : null) ??
    reference.level ??
    0;
  const label = numbering.next(reference.id, level);
  if (label === null) return false;
  if (textOf(paragraph).trim() === '') return false;
  switchOffNumber(document, paragraph);
  const run = runOf(document, paragraph, label + gapAfter(label));
  paragraph.insertBefore(run, contentOf(paragraph)[0] ?? null);
  return true;
}

/** 一、 （一） 1. and ① stand close to the text; 第一章 and 1.1 need a space. */
function gapAfter(label: string): string {
  return /[\s、．.）)】〕：:①-⑳]$/.test(label) && !/\d\.\d/.test(label) ? '' : ' ';
}

function isTitle(paragraph: Element, styles: WordStyles): boolean {
  if (styleOf(paragraph) === headingStyle(1)) return true;
  return /^(title|标题)$/i.test(styles.nameOf(styleOf(paragraph)).trim()) && textOf(paragraph).trim() !== '';
}

/** Under a title, which is the only heading of the first level, the others stand one lower. */
function headingLevel(paragraph: Element, styles: WordStyles, hasTitle: boolean): number | null {
  if (textOf(paragraph).trim() === '') return null;
  if (isTitle(paragraph, styles)) return 1;
  const own = levelOf(child(child(paragraph, 'pPr'), 'outlineLvl'));
  const level = own ?? styles.outlineLevel(styleOf(paragraph));
  return level === null || level > 8 ? null : Math.min(6, level + (hasTitle ? 2 : 1));
}

/**
 * Lets each title whose author used no style be one paragraph with the style of a title; how many. A document with a
 * style for it has no others.
 */
function markTitles(document: Document, paragraphs: readonly Element[], styles: WordStyles): number {
  if (paragraphs.some((each) => isTitle(each, styles))) return 0;
  const body = paragraphs.filter(
    (each) => !isInside(each, 'tbl', 'txbxContent') && !isInContents(each, styles),
  );
  const titles = titlesIn(
    body.map((each) => ({
      text: textOf(each).trim(),
      isCentred: styles.alignmentOf(each) === 'center',
      isBehindTable: (each.previousSibling as Element | null)?.localName === 'tbl',
    })),
  );
  const lines = titles.map(({ start, end }) => body.slice(start, end));
  if (lines.flat().some((line) => headingLevel(line, styles, false) !== null)) return 0;
  for (const [first, ...others] of lines) {
    if (!first) continue;
    for (const line of others) {
      for (const part of contentOf(line)) first.appendChild(part);
      line.parentNode?.removeChild(line);
    }
    setStyle(document, first, headingStyle(1));
  }
  return lines.length;
}

/** Headings by their numbering, and a centred first line as the title, where the author used no styles. */
function promote(document: Document, paragraphs: readonly Element[], hasTitle: boolean): number {
  const numbers = new NumberedHeadings();
  let promoted = 0;
  let isFirst = !hasTitle;
  for (const paragraph of paragraphs) {
    if (isInside(paragraph, 'tbl', 'txbxContent') || styleOf(paragraph) === headingStyle(1)) continue;
    const text = textOf(paragraph).trim();
    if (text === '') continue;
    const isCentred = valueOf(child(child(paragraph, 'pPr'), 'jc')) === 'center';
    const byNumber = numbers.levelOf(text);
    const level = isFirst && isCentred ? 1 : byNumber;
    isFirst = false;
    if (level === undefined) continue;
    setStyle(document, paragraph, headingStyle(level));
    promoted++;
  }
  return promoted;
}
