import type { Rule } from './rules';

/** How places are moved, scaled and turned: `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type Point = readonly [x: number, y: number];

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** A box that is thinner is a line, in points. */
const thickest = 2.5;
/** A line that is shorter is a corner of others. */
const shortest = 4;

/** What moves places by `b` first, and then by `a`. */
export function product(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

export function moved([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The lines of a path that is drawn from corner to corner; in points. */
export function drawnLines(path: readonly Point[]): Rule[] {
  return path.slice(1).flatMap((point, index) => ruleBetween(path[index] ?? point, point));
}

/** The line that a path is which is filled, and thin; in points. */
export function thinBox(path: readonly Point[]): Rule[] {
  let [left, lowest, right, highest] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of path) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [lowest, highest] = [Math.min(lowest, y), Math.max(highest, y)];
  }
  return ruleBetween([left, lowest], [right, highest]);
}

function ruleBetween([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height <= thickest && width >= shortest)
    return [{ isAcross: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (width <= thickest && height >= shortest)
    return [{ isAcross: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}
