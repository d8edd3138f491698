import type { Stretch } from './attached';
import type { OldDocument } from './document';
import type { ParagraphFormat } from './paragraphFormat';

/** A paragraph: its words, and the mark at its end. */
export interface Paragraph extends Stretch {
  readonly format: ParagraphFormat;
  /** Its last character; null where the text ends without one. */
  readonly mark: 'paragraph' | 'cell' | null;
}

/**
 * The paragraphs of a stretch of the text.
 *
 * @param sectionEnds Places at which the mark of a new page ends a paragraph, too.
 */
export function paragraphsOf(
  document: OldDocument,
  { from, to }: Stretch,
  sectionEnds: ReadonlySet<number>,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const end = Math.min(to, document.text.length);
  const marks = /\p{Cc}/gu;
  marks.lastIndex = from;
  let start = from;
  for (let match = marks.exec(document.text); match && match.index < end; match = marks.exec(document.text)) {
    const [character] = match;
    const isEnd = character === '\r' || character === '\x07';
    if (!isEnd && !(character === '\f' && sectionEnds.has(match.index))) continue;
    paragraphs.push({
      from: start,
      to: match.index,
      format: document.paragraphFormat(match.index),
      mark: character === '\x07' ? 'cell' : 'paragraph',
    });
    start = match.index + 1;
  }
  if (start < end)
    paragraphs.push({ from: start, to: end, format: document.paragraphFormat(end - 1), mark: null });
  return paragraphs;
}
