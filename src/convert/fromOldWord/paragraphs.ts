import type { Stretch } from './attached';
import type { OldDocument } from './document';
import type { ParagraphFormat } from './paragraphFormat';

/** A paragraph: its words, and the mark at its end. */
export interface Paragraph extends Stretch {
  readonly format: ParagraphFormat;
  /** Its last character; null where it reads on, or the text ends without one. */
  readonly mark: 'paragraph' | 'cell' | null;
}

const marks: Readonly<Record<string, 'paragraph' | 'cell'>> = { '\r': 'paragraph', '\x07': 'cell' };

/**
 * The paragraphs of a stretch of the text. One that goes on on a new page is two, as readers see it, and each has its own
 * properties: what stands behind the break may be a heading. The second has no number.
 *
 * @param sectionEnds Places at which the mark of a new page ends a paragraph, too.
 */
export function paragraphsOf(
  document: OldDocument,
  { from, to }: Stretch,
  sectionEnds: ReadonlySet<number>,
): Paragraph[] {
  const { text } = document;
  const paragraphs: Paragraph[] = [];
  const end = Math.min(to, text.length);
  let start = from;
  let readsOn = false;
  const add = (behind: number, mark: Paragraph['mark'], format: ParagraphFormat): void => {
    paragraphs.push({ from: start, to: behind, mark, format: readsOn ? { ...format, list: 0 } : format });
    start = behind + 1;
    readsOn = mark === null;
  };
  const controls = /\p{Cc}/gu;
  controls.lastIndex = from;
  for (let match = controls.exec(text); match && match.index < end; match = controls.exec(text)) {
    const at = match.index;
    const isPage = match[0] === '\f';
    const mark = marks[match[0]] ?? (isPage && sectionEnds.has(at) ? 'paragraph' : null);
    if (mark || (isPage && text.slice(start, at).trim() !== '')) add(at, mark, document.paragraphFormat(at));
  }
  if (start < end) add(end, null, document.paragraphFormat(end - 1));
  return paragraphs;
}
