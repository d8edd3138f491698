import { isTypedEntry } from '../typed/contents';
import { commonest, framesOf, isBodySize, larger } from './frames';
import { seamBetween, withoutFurniture, withoutNotes } from './furniture';
import type { PageLine } from './lines';

export interface PageParagraph {
  readonly text: string;
  /** Set in larger type than the body. */
  readonly isLarge: boolean;
  /** Of a table, which has no text of its own: the texts of its cells. */
  readonly rows?: readonly (readonly string[])[];
}

/** What a file says. */
export interface PagesText {
  readonly paragraphs: readonly PageParagraph[];
  readonly notes: readonly PageParagraph[];
  /** Lines of its table of contents, which are left out. */
  readonly contents: number;
}

/**
 * The text of pages. Page numbers and lines repeated on pages (running heads) and the table of contents are left out;
 * footnotes stand by themselves, so that a sentence reads on over the page.
 */
export function textOf(pages: readonly (readonly PageLine[])[]): PagesText {
  const kept = withoutFurniture(pages);
  const { text, notes } = withoutNotes(
    kept,
    commonest(kept.flat(), ({ size }) => Math.round(size * 2) / 2),
  );
  const isEntry = (line: PageLine): boolean => isTypedEntry(line.text);
  return {
    paragraphs: paragraphsOf(text.map((lines) => lines.filter((line) => !isEntry(line)))),
    notes: notes.map((note) => ({ text: note, isLarge: false })),
    contents: text.flat().filter(isEntry).length,
  };
}

/** A line within a sentence may stop this many characters short, because a number or word did not fit any more. */
const ragged = 5;

/** What begins with a number is no line's continuation. */
const numbered = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.．、])/;
/** The subject of a title, below the offices that give it out. */
const goesOn = /^(?:关于|印发)/;
const chapter = /^(?:第[一二三四五六七八九十百\d]+[编章节]|\d{1,2}(?![\d年月]))/;

/**
 * Paragraphs from lines: a paragraph ends where its last line stops short of the margin, where the type changes, or
 * where the next line is indented, stands further below, or begins with a number after a full stop; margins are those
 * of its column. Rows of tables stand by themselves.
 */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): PageParagraph[] {
  const all = pages.flat();
  const body = commonest(all, ({ size }) => Math.round(size * 2) / 2);
  const frameOf = framesOf(pages, body);
  const leading = commonLeading(pages, body);
  const indentOf = (line: PageLine): number => (line.left - frameOf(line).left) / body;
  const isIndented = (line: PageLine): boolean => indentOf(line) > 1.2;
  // Where paragraphs are indented, a full stop near the margin ends a line and no paragraph.
  const stopped = setsIndents(all, (line) => isIndented(line) && indentOf(line) < 2.6) ? ragged : 1.5;
  const paragraphs: { text: string; isLarge: boolean; rows?: readonly (readonly string[])[] }[] = [];
  let before: PageLine | null = null;
  for (const lines of pages)
    for (const line of lines) {
      const last = paragraphs.at(-1);
      if (line.rows) {
        // A table goes on over the page; below another one on its page it is one of its own.
        const rows = line === lines[0] && last?.rows ? continuedRows(last.rows, line.rows) : undefined;
        if (last && rows) last.rows = rows;
        else paragraphs.push({ text: '', isLarge: false, rows: line.rows });
        before = line;
        continue;
      }
      const isLarge = line.size > body + larger;
      const { left, right } = frameOf(before ?? line);
      const margin = isLarge && before ? Math.max(right, before.right) : right;
      const apart = leading * 1.45 * Math.max(1, line.size / body);
      const isTitle =
        isLarge &&
        before !== null &&
        isIndented(line) &&
        (before.right - before.left > (right - left) / 2 || goesOn.test(line.text)) &&
        continuesTitle(before, line, apart);
      const ends =
        !before ||
        before.isRow ||
        line.isRow ||
        Math.abs(line.size - before.size) > larger ||
        before.right < margin - (/[。；：！？”）]$/.test(before.text) ? stopped : ragged) * line.size ||
        isIndented(line) ||
        before.y - line.y > apart ||
        (/[。；：]$/.test(before.text) && numbered.test(line.text));
      if (!last || (ends && !isTitle)) paragraphs.push({ text: line.text, isLarge });
      else last.text += seamBetween(before?.text ?? '', line.text) + line.text;
      before = line;
    }
  return paragraphs;
}

/** The rows of a table and of what goes on with it, whose head may stand there once more; undefined for another table. */
function continuedRows(
  rows: readonly (readonly string[])[],
  more: readonly (readonly string[])[],
): readonly (readonly string[])[] | undefined {
  if (rows[0]?.length !== more[0]?.length) return undefined;
  const hasHead = more[0]?.join('\t') === rows[0]?.join('\t');
  const [next, ...others] = hasHead ? more.slice(1) : more;
  const last = rows.at(-1);
  if (!next || !last) return rows;
  // A row without its number is the rest of the one before.
  if (next[0] !== '' || !/^\d{1,4}$/.test(last[0] ?? '')) return [...rows, next, ...others];
  const whole = last.map((text, index) => text + seamBetween(text, next[index] ?? '') + (next[index] ?? ''));
  return [...rows.slice(0, -1), whole, ...others];
}

/** A title of several lines has each in the middle, one close below the other; numbers begin another one. */
function continuesTitle(before: PageLine, line: PageLine, apart: number): boolean {
  const middle = ({ left, right }: PageLine): number => (left + right) / 2;
  return (
    Math.abs(before.size - line.size) < 0.5 &&
    Math.abs(middle(before) - middle(line)) < line.size * 0.6 &&
    before.y > line.y &&
    before.y - line.y <= apart &&
    !/[。；：！？]$/.test(before.text) &&
    line.text !== before.text &&
    !numbered.test(line.text) &&
    !chapter.test(line.text)
  );
}

/** Whether the document indents its paragraphs: several lines, and one in twenty, begin two characters in. */
function setsIndents(lines: readonly PageLine[], isIndented: (line: PageLine) => boolean): boolean {
  const indented = lines.filter(isIndented).length;
  return indented >= 3 && indented * 20 >= lines.length;
}

/** The smallest common distance between two lines of body type. */
function commonLeading(pages: readonly (readonly PageLine[])[], body: number): number {
  const distances = pages
    .flatMap((lines) =>
      lines.slice(1).map((line, index) => {
        const above = lines[index];
        return above && isBodySize(line, body) && isBodySize(above, body) ? above.y - line.y : 0;
      }),
    )
    .filter((distance) => distance > body * 0.9 && distance < body * 4)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 4)] ?? body * 2.5;
}
