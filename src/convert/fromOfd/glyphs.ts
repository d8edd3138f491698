import { wide } from '../../core/text/characters';
import type { Point } from '../pages/drawn';
import { elementsIn } from '../xml';
import { boxOf, numberIn, numbersIn, stepsIn } from './values';

/** What stands in place of a character of which the file knows the shape only. */
export const unknown = '\ufffd';

/** What the standard writes there (GB/T 33190—2016, 11.3). */
const placeholder = '¤';
/** What others do: a number that only the font knows. */
const ownNumber = /^\p{Co}$/u;

/** A character, or several that are drawn as one, and where it begins in its object. */
export interface Glyph {
  readonly text: string;
  readonly at: Point;
}

/**
 * The characters of a text object.
 *
 * @param next How far the next character stands from one that is a whole character wide, where the object does not say.
 */
export function glyphsOf(object: Element, next: Point): Glyph[] {
  const found: Glyph[] = [];
  const isBlank = isEmptyBox(object);
  let transforms: Element[] = [];
  let [startX, startY] = [0, 0];
  for (const part of elementsIn(object)) {
    if (part.localName === 'CGTransform') transforms.push(part);
    if (part.localName !== 'TextCode') continue;
    // The place of the one before holds where this one says none.
    startX = numberIn(part.getAttribute('X')) ?? startX;
    startY = numberIn(part.getAttribute('Y')) ?? startY;
    const texts = textsOf(writtenIn(part), transforms, isBlank ? '' : unknown);
    transforms = [];
    let at: Point = [startX, startY];
    const step = stepper(part, texts, next);
    for (const [index, text] of texts.entries()) {
      found.push({ text, at });
      const [across, down] = step(index);
      at = [at[0] + across, at[1] + down];
    }
  }
  return found;
}

/** Blanks have boxes without a height; the text of some was lost when the file was trimmed. */
function isEmptyBox(object: Element): boolean {
  const box = boxOf(object.getAttribute('Boundary'));
  return box !== null && (box.width <= 0 || box.height <= 0);
}

/** Files that are set out for reading have line ends around the text. */
function writtenIn(code: Element): string[] {
  const text = code.textContent ?? '';
  // No pattern looks for blanks at the end: it would begin anew at each of those within.
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  const from = hasLineEnd(text.slice(0, start)) ? start : 0;
  const to = hasLineEnd(text.slice(end)) ? end : text.length;
  return Array.from(text.slice(from, to), (character) => (ownNumber.test(character) ? unknown : character));
}

function hasLineEnd(blanks: string): boolean {
  return /[\r\n]/.test(blanks);
}

/** How far it is from one character to the next; in the one direction of which nothing is said, they do not move. */
function stepper(code: Element, texts: readonly string[], next: Point): (index: number) => Point {
  const across = stepsIn(code.getAttribute('DeltaX'), texts.length);
  const down = stepsIn(code.getAttribute('DeltaY'), texts.length);
  const isFree = across.length === 0 && down.length === 0;
  return (index) => {
    const width = widthOf(texts[index] ?? '');
    const isTold = index < Math.max(across.length, down.length);
    return isFree || !isTold ? [width * next[0], width * next[1]] : [across[index] ?? 0, down[index] ?? 0];
  };
}

/**
 * What is drawn at each place: several characters may be drawn as one shape, and one as several.
 *
 * @param missing Stands where there is a shape and no character.
 */
function textsOf(written: readonly string[], transforms: readonly Element[], missing: string): string[] {
  const texts: string[] = [];
  // One by one: a text may have more characters than a call takes arguments.
  const push = (all: Iterable<string>): void => {
    for (const text of all) texts.push(text);
  };
  let at = 0;
  for (const transform of transforms) {
    const shapes = numbersIn(elementsIn(transform).map((each) => each.textContent)[0]).length;
    const from = Math.max(at, numberIn(transform.getAttribute('CodePosition')) ?? 0);
    const count = numberIn(transform.getAttribute('CodeCount')) ?? 1;
    const own = written.slice(from, from + count);
    push(written.slice(at, from));
    if (count === (numberIn(transform.getAttribute('GlyphCount')) ?? 1)) {
      push(own.map((text) => (text === placeholder ? missing : text)));
      // Pairs of surrogates may have been counted as two.
      push(repeated(missing, Math.min(count, shapes) - own.join('').length));
    } else {
      push([own.join('') || missing]);
      push(repeated('', shapes - 1));
    }
    at = Math.max(at, from + count);
  }
  push(written.slice(at));
  return texts;
}

function repeated(text: string, count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => text);
}

const narrow = /[iljtfrI.,:;'|!()[\]{} /\\-]/;
const broad = /[mwMW@%&]/;
const capital = /[A-HJ-LN-VX-Z]/;

/** About how wide characters are, in characters: files tell where they begin. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfOne(character);
  return width;
}

function widthOfOne(character: string): number {
  if (wide.test(character) || character === unknown || character.length > 1) return 1;
  if (narrow.test(character)) return 0.3;
  return broad.test(character) ? 0.85 : capital.test(character) ? 0.67 : 0.5;
}
