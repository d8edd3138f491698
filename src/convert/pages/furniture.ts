import type { PageLine } from './lines';

/** Type of notes is smaller than the body's by this factor. */
const smaller = 0.9;

const pageNumber =
  /^(?:[-—–·\s]*(?:\d{1,4}|[ivxIVX]{1,5})[-—–·\s]*|\d{1,4}\s*[/／]\s*\d{1,4}|第\s*\d{1,4}\s*页.*)$/;

/** At the head of a page: the number is no page's, and every annex that has a page of its own says its own. */
const ownNumber = /^(?:附[件表图录]?|专栏|[表图])\s*\d/;

/** How a footnote begins: by its mark. */
const opensNote = /^(?:\[\d{1,3}\]|[①-⑳]|\d{1,3}(?![.．、\d])|[*＊※†])/;

/** Lines without page numbers, and without lines that pages repeat at their rims (running heads). */
export function withoutFurniture(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const repeated = new Map<string, number>();
  // The number of the page may stand in it.
  const keyOf = ({ text, y }: PageLine): string =>
    `${ownNumber.test(text) ? text : text.replace(/\d+/g, '#')} ${y.toFixed(0)}`;
  for (const lines of pages)
    for (const line of rimOf(lines)) repeated.set(keyOf(line), (repeated.get(keyOf(line)) ?? 0) + 1);
  const isFurniture = (line: PageLine): boolean => {
    const times = repeated.get(keyOf(line)) ?? 0;
    return (
      pageNumber.test(line.text) ||
      (times > 1 && times * 2 > pages.length) ||
      // Left and right pages, and chapters, may have heads of their own.
      (times > 2 && times * 5 >= pages.length)
    );
  };
  const inside = (lines: readonly PageLine[]): PageLine[] => {
    const rim = rimOf(lines);
    return lines.filter((line) => !rim.has(line) || !isFurniture(line));
  };
  // A running head may stand above the page number.
  return pages.map((lines) => inside(inside(lines)));
}

/** The highest and the lowest line of a page: what is drawn first or last may stand anywhere. */
function rimOf(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const [first, ...others] = lines.filter(({ rows }) => !rows);
  if (!first) return new Set();
  return new Set([
    others.reduce((highest, line) => (line.y > highest.y ? line : highest), first),
    others.reduce((lowest, line) => (line.y <= lowest.y ? line : lowest), first),
  ]);
}

/**
 * Takes footnotes out: what stands at the foot of a page in smaller type, and begins with a mark.
 *
 * @param body Size of the text, in points.
 */
export function withoutNotes(
  pages: readonly (readonly PageLine[])[],
  body: number,
): { readonly text: readonly (readonly PageLine[])[]; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const text = pages.map((lines) => {
    const foot = footOf(lines, body);
    let before = '';
    for (const { text: line } of foot) {
      const isNew = opensNote.test(line) || notes.length === 0;
      notes.push(isNew ? line : `${notes.pop() ?? ''}${seamBetween(before, line)}${line}`);
      before = line;
    }
    return lines.filter((line) => !foot.has(line));
  });
  return { text, notes };
}

/** The footnotes of a page: below all of its text. */
function footOf(lines: readonly PageLine[], body: number): ReadonlySet<PageLine> {
  const isSmall = ({ size, isRow }: PageLine): boolean => size < body * smaller && !isRow;
  const rim = lines.reduce((lowest, line) => (isSmall(line) ? lowest : Math.min(lowest, line.y)), Infinity);
  if (rim === Infinity) return new Set();
  const below = lines.filter((line) => line.y < rim);
  const begin = below.findIndex(({ text }) => opensNote.test(text));
  return new Set(begin < 0 ? [] : below.slice(begin));
}

/** What stands between two lines of a paragraph: a blank between words of Latin letters. */
export function seamBetween(before: string, line: string): string {
  return /[A-Za-z\d,.]$/.test(before) && /^[A-Za-z]/.test(line) ? ' ' : '';
}
