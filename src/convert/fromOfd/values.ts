/** Values of attributes (GB/T 33190—2016, 7.3); what is no number is left out. */
import { unmoved, type Matrix } from '../pages/drawn';

/** Where something is drawn, in millimetres from the upper left corner of what it stands in. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A list of numbers. */
export function numbersIn(value: string | null | undefined): number[] {
  return (value ?? '')
    .split(/[\s,]+/)
    .filter((each) => each !== '')
    .map(Number)
    .filter(Number.isFinite);
}

/** The one number of a value, or null. */
export function numberIn(value: string | null): number | null {
  return numbersIn(value)[0] ?? null;
}

export function boxOf(value: string | null | undefined): Box | null {
  const [left, top, width, height] = numbersIn(value);
  return left === undefined || top === undefined || width === undefined || height === undefined
    ? null
    : { left, top, width, height };
}

/** How an object's own places lie in what it stands in: its matrix, and then its corner. */
export function placeOf(object: Element): Matrix {
  const { left, top } = boxOf(object.getAttribute('Boundary')) ?? { left: 0, top: 0 };
  const [a, b, c, d, e, f] = numbersIn(object.getAttribute('CTM'));
  const own: Matrix =
    a === undefined || b === undefined || c === undefined || d === undefined
      ? unmoved
      : [a, b, c, d, e ?? 0, f ?? 0];
  return [own[0], own[1], own[2], own[3], own[4] + left, own[5] + top];
}

/**
 * Steps from one character to the next: `g 3 2.5` stands for three of 2.5.
 *
 * @param most More are not asked for.
 */
export function stepsIn(value: string | null, most: number): number[] {
  const steps: number[] = [];
  const words = (value ?? '').split(/[\s,]+/).filter((word) => word !== '');
  for (let at = 0; at < words.length && steps.length < most; at++) {
    if (words[at]?.toLowerCase() !== 'g') {
      steps.push(stepOf(words[at]));
      continue;
    }
    const [count, step] = [stepOf(words[at + 1]), stepOf(words[at + 2])];
    for (let left = Math.min(count, most - steps.length); left > 0; left--) steps.push(step);
    at += 2;
  }
  return steps;
}

function stepOf(word: string | undefined): number {
  const step = Number(word);
  return Number.isFinite(step) ? step : 0;
}
