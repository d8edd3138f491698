import { commonest, framesOf, isBodySize, larger } from './pdfFrames';
import type { PdfLine } from './pdfLines';

export interface PdfParagraph {
  readonly text: string;
  /** Set in larger type than the body. */
  readonly isLarge: boolean;
}

/** A line within a sentence may stop this many characters short, because a number or word did not fit any more. */
const ragged = 5;

/** What begins with a number is no line's continuation. */
const numbered = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.．、])/;
const chapter = /^(?:第[一二三四五六七八九十百\d]+[编章节]|\d{1,2}(?![\d年月]))/;

/**
 * Paragraphs from lines: a paragraph ends where its last line stops short of the margin, where the type changes, or
 * where the next line is indented, stands further below, or begins with a number after a full stop; margins are those
 * of its column. Rows of tables stand by themselves. Page numbers and lines repeated on most pages (running heads) are
 * left out.
 */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): PdfParagraph[] {
  const kept = withoutFurniture(pages);
  const all = kept.flat();
  const body = commonest(all, ({ size }) => Math.round(size * 2) / 2);
  const frameOf = framesOf(kept, body);
  const leading = commonLeading(kept, body);
  const indentOf = (line: PdfLine): number => (line.left - frameOf(line).left) / body;
  const isIndented = (line: PdfLine): boolean => indentOf(line) > 1.2;
  // Where paragraphs are indented, a full stop near the margin ends a line and no paragraph.
  const stopped = setsIndents(all, (line) => isIndented(line) && indentOf(line) < 2.6) ? ragged : 1.5;
  const paragraphs: { text: string; isLarge: boolean }[] = [];
  let before: PdfLine | null = null;
  for (const lines of kept)
    for (const line of lines) {
      const last = paragraphs.at(-1);
      const isLarge = line.size > body + larger;
      const { left, right } = frameOf(before ?? line);
      const margin = isLarge && before ? Math.max(right, before.right) : right;
      const apart = leading * 1.45 * Math.max(1, line.size / body);
      const isTitle =
        isLarge &&
        before !== null &&
        isIndented(line) &&
        before.right - before.left > (right - left) / 2 &&
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
      else
        last.text +=
          (/[A-Za-z\d,.]$/.test(before?.text ?? '') && /^[A-Za-z]/.test(line.text) ? ' ' : '') + line.text;
      before = line;
    }
  return paragraphs;
}

/** A title of several lines has each in the middle, one close below the other; numbers begin another one. */
function continuesTitle(before: PdfLine, line: PdfLine, apart: number): boolean {
  const middle = ({ left, right }: PdfLine): number => (left + right) / 2;
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
function setsIndents(lines: readonly PdfLine[], isIndented: (line: PdfLine) => boolean): boolean {
  const indented = lines.filter(isIndented).length;
  return indented >= 3 && indented * 20 >= lines.length;
}

function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const edges = new Map<string, number>();
  const keyOf = ({ text, y }: PdfLine): string => `${text} ${y.toFixed(0)}`;
  for (const lines of pages)
    for (const line of new Set([lines[0], lines.at(-1)]))
      if (line) edges.set(keyOf(line), (edges.get(keyOf(line)) ?? 0) + 1);
  const isFurniture = (line: PdfLine, index: number, lines: readonly PdfLine[]): boolean => {
    if (index !== 0 && index !== lines.length - 1) return false;
    return (
      /^[-—–·\s]*\d{1,4}[-—–·\s]*$/.test(line.text) ||
      /^第\s*\d{1,4}\s*页/.test(line.text) ||
      (pages.length > 1 && (edges.get(keyOf(line)) ?? 0) > pages.length / 2)
    );
  };
  return pages.map((lines) => {
    const inside = lines.filter((line, index) => !isFurniture(line, index, lines));
    // A running head may stand above the page number.
    return inside.filter((line, index) => !isFurniture(line, index, inside));
  });
}

/** The smallest common distance between two lines of body type. */
function commonLeading(pages: readonly (readonly PdfLine[])[], body: number): number {
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
