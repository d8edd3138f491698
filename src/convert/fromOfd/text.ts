import { moved, product, type Matrix, type Point } from '../pages/drawn';
import type { TextItem } from '../pages/lines';
import { glyphsOf, widthOf, type Glyph } from './glyphs';
import { numberIn, placeOf } from './values';

/** Of text whose size is not told, in millimetres: 10.5 points. */
const usualSize = 3.7;

/** Characters that stand further apart, in characters, are pieces of their own. */
const widestGap = 1;
/** Words of Latin letters that stand this far apart have a blank between them. */
const wordGap = 0.25;

/** How a text object is set, in its own places. */
interface Setting {
  /** Where its characters run to; downwards is positive. */
  readonly along: Point;
  readonly size: number;
  /** How wide characters are set. */
  readonly scale: number;
}

/**
 * The pieces of a text object.
 *
 * @param place From where the object stands in to points on the page.
 */
export function itemsOfText(object: Element, place: Matrix): TextItem[] {
  const size = Math.abs(numberIn(object.getAttribute('Size')) ?? 0) || usualSize;
  const told = numberIn(object.getAttribute('HScale')) ?? 1;
  const scale = told > 0 ? told : 1;
  const setting = { along: turnedBy(object.getAttribute('CharDirection')), size, scale };
  const [x, y] = turnedBy(object.getAttribute('ReadDirection'));
  const own = product(place, placeOf(object));
  return piecesOf(glyphsOf(object, [x * size * scale, y * size * scale]), setting).flatMap((piece) =>
    itemOf(piece, setting, own),
  );
}

/** A direction, by how far it is turned with the clock from left to right. */
function turnedBy(value: string | null): Point {
  const quarters = Math.round((numberIn(value) ?? 0) / 90) & 3;
  return (
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const
  )[quarters as 0 | 1 | 2 | 3];
}

/** Characters that stand beside each other, and blanks as far as they are more than one within words. */
function piecesOf(glyphs: readonly Glyph[], setting: Setting): Glyph[][] {
  const pieces: Glyph[][] = [];
  const apart = wordGap + Math.max(0, usualGap(glyphs, setting));
  for (const [index, glyph] of glyphs.entries()) {
    const last = pieces.at(-1);
    const before = glyphs[index - 1];
    const after = glyphs[index + 1];
    const isAlike = before && isBlank(before) === isBlank(glyph);
    const isWithin = isBlank(glyph) && before && after && !isBlank(before) && !isBlank(after);
    const isBehindOne = last?.[0] && !isBlank(last[0]) && !isBlank(glyph);
    if (last && before && (isAlike || isWithin || isBehindOne) && goesOn(before, glyph, setting, apart))
      last.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces;
}

function isBlank({ text }: Glyph): boolean {
  return text !== '' && text.trim() === '';
}

/** How far letters within words are apart, which may be set wide. */
function usualGap(glyphs: readonly Glyph[], setting: Setting): number {
  const gaps = glyphs
    .slice(1)
    .flatMap((glyph, index) => {
      const before = glyphs[index];
      return before && isSeam(before, glyph) ? [gapOf(before, glyph, setting).gap] : [];
    })
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function isSeam(before: Glyph, glyph: Glyph): boolean {
  return /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(glyph.text);
}

/** How far characters are from each other, in characters: from the end of one to the next, and beside the line. */
function gapOf(before: Glyph, glyph: Glyph, { along, size, scale }: Setting): { gap: number; aside: number } {
  const [across, down] = [(glyph.at[0] - before.at[0]) / size, (glyph.at[1] - before.at[1]) / size];
  const step = (across * along[0] + down * along[1]) / scale;
  return { gap: step - widthOf(before.text), aside: Math.abs(across * along[1] - down * along[0]) };
}

/** @param apart How far words of Latin letters are. */
function goesOn(before: Glyph, glyph: Glyph, setting: Setting, apart: number): boolean {
  const { gap, aside } = gapOf(before, glyph, setting);
  const isBack = gap < -widthOf(before.text) - 0.05;
  return aside <= 0.1 && !isBack && gap <= (isSeam(before, glyph) ? apart : widestGap);
}

function itemOf(piece: readonly Glyph[], { along, size, scale }: Setting, place: Matrix): TextItem[] {
  const [first, last] = [piece[0], piece.at(-1)];
  const str = piece.map(({ text }) => text).join('');
  if (!first || !last || str === '') return [];
  const [a, b, c, d] = place;
  const [x, y] = moved(place, first.at);
  const [endX, endY] = moved(place, last.at);
  const run: Point = [a * along[0] + c * along[1], b * along[0] + d * along[1]];
  const rise: Point = [a * along[1] - c * along[0], b * along[1] - d * along[0]];
  const width = Math.hypot(...run) * size * scale * widthOf(last.text);
  return [
    {
      str,
      width: Math.hypot(endX - x, endY - y) + width,
      height: Math.hypot(...rise) * size,
      transform: [run[0] * size, run[1] * size, rise[0] * size, rise[1] * size, x, y],
      dir: 'ltr',
    },
  ];
}

/** The pieces of a page with the blanks between words of Latin letters, which some writers leave out. */
export function withBlanks(items: readonly TextItem[]): TextItem[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    const gap = before ? gapBetween(before, item) : 0;
    return before && gap > 0 ? [blankBehind(before, gap), item] : [item];
  });
}

/** How far words of Latin letters on one line are apart; 0 for what makes no words. */
function gapBetween(before: TextItem, item: TextItem): number {
  if (!/[A-Za-z]$/.test(before.str) || !/^[A-Za-z]/.test(item.str)) return 0;
  const [x, y] = [Number(before.transform[4]), Number(before.transform[5])];
  const gap = Number(item.transform[4]) - x - before.width;
  const isBeside = Math.abs(Number(item.transform[5]) - y) < before.height * 0.2;
  return isBeside && gap > before.height * wordGap && gap < before.height ? gap : 0;
}

function blankBehind({ transform, width, height, dir }: TextItem, gap: number): TextItem {
  const [a, b, c, d, x, y] = transform.map(Number);
  return { str: ' ', width: gap, height, transform: [a, b, c, d, (x ?? 0) + width, y], dir };
}
