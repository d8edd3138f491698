import { wide } from '../../core/text/characters';
import { asHorizontal } from './direction';
import { withUnifiedIdeographs } from './unifiedIdeographs';

/** A line of a printed page; places in points from the lower left corner. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of most characters. */
  readonly size: number;
  /** Its parts stand far from each other, as the cells of a table do. */
  readonly isRow: boolean;
  /** Of a table that stands in place of a line, which has no text then: the texts of its cells, `\n` between lines. */
  readonly rows?: readonly (readonly string[])[];
}

/** A piece of text as a page has it: its words, how far it goes, and where it begins; places in points from the lower left corner. */
export interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly unknown[];
  /** `ttb` for a font that runs from top to bottom. */
  readonly dir: string;
}

/** A piece of a line; places in points. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Width of the blank that follows. */
  readonly blank: number;
}

interface Line {
  readonly y: number;
  /** Height of the largest characters. */
  size: number;
  readonly pieces: Piece[];
}

/** Between the cells of a row, in characters; those of a title that is set wide stand closer. */
const cellGap = 3;

/** A line of print has fewer pieces; more are not sorted, which would take the square of their time. */
const mostPieces = 1000;

/** Pieces on one baseline make a line; a thin space beside a Chinese character is the typesetter's, not the text's. */
export function linesOf(items: readonly TextItem[]): PageLine[] {
  const lines: Line[] = [];
  for (const { str, width, height, transform } of asHorizontal(items)) {
    const [left, y] = [Number(transform[4]), Number(transform[5])];
    const line = lines.at(-1);
    const last = line?.pieces.at(-1);
    if (str.trim() === '') {
      if (line && last && str !== '' && Math.abs(line.y - y) < 1)
        line.pieces.splice(-1, 1, { ...last, blank: Math.max(last.blank, width) });
      continue;
    }
    const text = withUnifiedIdeographs(str);
    const piece = { text, left, right: left + width, y, size: height, blank: 0 };
    if (line && continues(line, piece, y)) {
      line.pieces.push(piece);
      line.size = Math.max(line.size, height);
    } else lines.push({ y, size: height, pieces: [piece] });
  }
  return lines.map(lineOf);
}

/** What begins where the line does is another one, though on the same height: letters that are drawn twice. */
function continues(line: Line, { left }: Piece, y: number): boolean {
  const [first] = line.pieces;
  if (!first || !isOnLine(line, y)) return false;
  return left > first.left || left < first.left - line.size * 0.4;
}

/** Whether what stands at a height stands on a line, though its type may be smaller or raised. */
export function isOnLine(
  { y: own, size }: { readonly y: number; readonly size: number },
  y: number,
): boolean {
  return Math.abs(own - y) < Math.max(1, size * 0.4);
}

function lineOf({ y, size, pieces }: Line): PageLine {
  const placed = inPlace(withNoteMarks(pieces));
  const cells = [''];
  // Before the first piece nothing stands apart.
  let right = Infinity;
  for (const [index, piece] of placed.entries()) {
    const gap = piece.left - right;
    if (gap > cellGap * size) cells.push('');
    // A piece set off without a space is kept apart from Latin letters.
    const before = gap > size ? ' ' : '';
    const behind = piece.blank > size * leastBlank(piece, placed[index + 1]) ? ' ' : '';
    cells.push(`${cells.pop() ?? ''}${before}${piece.text}${behind}`);
    right = right === Infinity ? piece.right : Math.max(right, piece.right);
  }
  const text = cells.map(closeUp).join(' ');
  const common = commonSize(pieces).size;
  return { text, left: placed[0]?.left ?? 0, right, y, size: common, isRow: cells.length > 1 };
}

/** The piece whose size has most characters. */
function commonSize(pieces: readonly Piece[]): Piece {
  const lengths = new Map<number, number>();
  for (const { size, text } of pieces) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return pieces.reduce((most, piece) =>
    (lengths.get(piece.size) ?? 0) > (lengths.get(most.size) ?? 0) ? piece : most,
  );
}

/** Raised small numbers are marks of notes, and no part of the figure before them; units have exponents. */
function withNoteMarks(pieces: readonly Piece[]): readonly Piece[] {
  const { y, size } = commonSize(pieces);
  return pieces.map((piece, index) => {
    const isRaised = piece.y > y + size * 0.15 && piece.size < size * 0.8;
    const isExponent = /[A-Za-z)]$/.test(pieces[index - 1]?.text ?? '');
    return isRaised && !isExponent && /^\d{1,3}$/.test(piece.text)
      ? { ...piece, text: `[${piece.text}]` }
      : piece;
  });
}

/** What is a blank of the text, in characters: between Chinese and Latin typesetters have some, too. */
function leastBlank({ text }: Piece, next: Piece | undefined): number {
  const around = text.slice(-1) + (next?.text.charAt(0) ?? '');
  return /^(?:[A-Za-z][A-Za-z\d]|\d[A-Za-z])$/.test(around) ? 0.1 : 0.4;
}

/**
 * Pieces in the order of reading. Where a font lacks Chinese (LibreOffice without the document's fonts), all that it
 * has of a line is drawn first, often only the quotation marks, and then the rest with gaps for them.
 */
function inPlace(pieces: readonly Piece[]): readonly Piece[] {
  const isBack = pieces.some((piece, index) => piece.left < (pieces[index - 1]?.left ?? -Infinity));
  if (!isBack || pieces.length > mostPieces) return pieces;
  const placed = pieces.reduce(withWoven, pieces).toSorted((a, b) => a.left - b.left);
  // A blank as wide as what was drawn later is none.
  return placed.map((piece, index) => {
    const gap = (placed[index + 1]?.left ?? piece.right) - piece.right;
    return { ...piece, blank: Math.min(piece.blank, gap) };
  });
}

/** The pieces with those that stand within the outer one put into its gaps. */
function withWoven(pieces: readonly Piece[], outer: Piece): readonly Piece[] {
  if (!pieces.includes(outer)) return pieces;
  const inner = pieces.filter(
    (piece) => piece !== outer && piece.left > outer.left && piece.right <= outer.right + 1,
  );
  const woven = inner.length > 0 ? weave(outer, inner) : null;
  return woven ? [...pieces.filter((piece) => piece !== outer && !inner.includes(piece)), woven] : pieces;
}

/** Widths of characters in em: what is no Chinese is about half as wide, and blanks are the gaps. */
export function widthIn(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (character === ' ' ? 0 : wide.test(character) ? 1 : 0.5),
    0,
  );
}

/**
 * Puts pieces into the gaps of another.
 *
 * @returns Null where it has none for them, as under letters that are drawn twice.
 */
function weave(outer: Piece, inner: readonly Piece[]): Piece | null {
  const gaps = inner.reduce((sum, { left, right }) => sum + right - left, 0);
  const em = (outer.right - outer.left - gaps) / widthIn(outer.text);
  if (!(em > outer.size * 0.75 && em < outer.size * 1.4)) return null;
  const waiting = inner.toSorted((a, b) => a.left - b.left);
  let text = '';
  let at = outer.left;
  let isFilled = false;
  for (const character of outer.text) {
    for (let [next] = waiting; next && next.left < at + em * 0.4; [next] = waiting) {
      text += next.text;
      at = next.right;
      isFilled = true;
      waiting.shift();
    }
    if (character !== ' ' || !isFilled) text += character;
    if (character !== ' ') isFilled = false;
    at += widthIn(character) * em;
  }
  return { ...outer, text: text + waiting.map((piece) => piece.text).join('') };
}

const blank = new RegExp(`(?<=${wide.source}) (?=\\d|${wide.source})|(?<=[\\d%]) (?=${wide.source})`, 'g');

/** Behind it readers see a blank: 第一条 为了……, 表1 任务分工. */
const numberInFront =
  /^(?:第 ?[一二三四五六七八九十百零〇\d]{1,6} ?[编章节条]|(?:附[件表]|专栏|[图表]) ?[一二三四五六七八九十\d]{1,3}) (?=\S)/;

function closeUp(text: string): string {
  const single = text.replace(/ {2,}/g, ' ').trim();
  const number = numberInFront.exec(single)?.[0] ?? '';
  const words = single.slice(number.length).replace(blank, '');
  return number ? `${number.replace(/ /g, '')} ${words}` : words;
}
