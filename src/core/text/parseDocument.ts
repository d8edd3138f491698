import { countWhile } from '../bisect';
import { drain } from '../slices';
import { parseMarkdown, type ParseCache } from './markdown/markdown';
import type { DocumentFormat, ParsedDocument, Sentence } from './model';
import { parsePlain } from './plain';

/**
 * Reads a text into headings, paragraphs and sentences. Total: any string has a result. A byte order mark, if
 * any, must have been taken off before; CRLF, emoji and lone surrogates keep their offsets.
 */
export function parseDocument(text: string, format: DocumentFormat): ParsedDocument {
  return drain(parseInSlices(text, format, null));
}

/**
 * {@link parseDocument} in slices: yields between pieces of a Markdown text, and between stretches of a long one.
 *
 * @param cache Keeps the pieces of a document's last version, so that only edited ones are read again.
 */
export function* parseInSlices(
  text: string,
  format: DocumentFormat,
  cache: ParseCache | null,
): Generator<void, ParsedDocument> {
  return yield* format === 'markdown' ? parseMarkdown(text, cache) : parsePlain(text);
}

/** The last sentence that starts at or before `offset` and ends at or after it; -1 between sentences. */
export function sentenceAt(document: ParsedDocument, offset: number): number {
  const found = countWhile(document.sentences, ({ start }) => start <= offset) - 1;
  const sentence = document.sentences[found];
  return sentence && offset <= sentence.end ? found : -1;
}

/** The section whose heading stands over a sentence; over a heading, the one above its own. 0 for the document. */
export function sectionOver(document: ParsedDocument, { isHeading, section }: Sentence): number {
  return isHeading ? Math.max(0, document.sections[section]?.parent ?? 0) : section;
}

/** Titles of the headings above a section, outermost first, joined with ` › `. */
export function sectionPath(document: ParsedDocument, section: number): string {
  const titles: string[] = [];
  for (let at = document.sections[section]; at && at.index > 0; at = document.sections[at.parent])
    titles.unshift(at.title);
  return titles.join(' › ');
}
