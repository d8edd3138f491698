import type { Rule } from '../pages/rules';

/** What a page draws, as the reader of PDFs lists it. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Numbers of the operations that matter here, as the reader has them. */
export type Operations = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'constructPath'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke',
    number
  >
>;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

/** A box that is thinner is a line, in points. */
const thickest = 2.5;
/** A line that is shorter is a corner of others. */
const shortest = 4;

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const operands = [2, 2, 6, 4, 0] as const;

/** The lines of a page. */
export function rulesIn({ fnArray, argsArray }: Drawing, operations: Operations): Rule[] {
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const strokes = new Set([operations.stroke, operations.closeStroke]);
  const fills = new Set([operations.fill, operations.eoFill, operations.fillStroke, operations.eoFillStroke]);
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index];
    if (operation === operations.save) kept.push(matrix);
    else if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      matrix = kept.pop() ?? matrix;
    else if (operation === operations.transform) matrix = product(matrix, args);
    else if (operation === operations.paintFormXObjectBegin) {
      kept.push(matrix);
      matrix = product(matrix, (args as readonly unknown[] | null)?.[0]);
    } else if (operation === operations.constructPath) {
      const [paint, data] = args as readonly [number, readonly (ArrayLike<number> | null)[]];
      const paths = pathsOf(data[0] ?? [], matrix);
      // A map has more lines than a call takes arguments.
      if (strokes.has(paint)) for (const rule of paths.flatMap(drawnLines)) rules.push(rule);
      if (fills.has(paint)) for (const rule of paths.flatMap(thinBox)) rules.push(rule);
    }
  }
  return rules;
}

function product(a: Matrix, by: unknown): Matrix {
  const b = (by ?? [1, 0, 0, 1, 0, 0]) as Matrix;
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** The corners of each part of a path; what is closed ends where it began. */
function pathsOf(data: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const paths: Point[][] = [];
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? 4;
    const count = operands[step as 0 | 1 | 2 | 3 | 4];
    const last = paths.at(-1);
    if (step === 4) {
      if (last?.[0]) last.push(last[0]);
    } else {
      const [x, y] = [data[at + count - 1] ?? 0, data[at + count] ?? 0];
      const point: Point = [a * x + c * y + e, b * x + d * y + f];
      if (step === 0 || !last) paths.push([point]);
      else last.push(point);
    }
    at += count + 1;
  }
  return paths;
}

function drawnLines(path: readonly Point[]): Rule[] {
  return path.slice(1).flatMap((point, index) => ruleBetween(path[index] ?? point, point));
}

function thinBox(path: readonly Point[]): Rule[] {
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
