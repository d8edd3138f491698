import { drawnLines, moved, product, thinBox, unmoved, type Matrix, type Point } from '../pages/drawn';
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

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const operands = [2, 2, 6, 4, 0] as const;

/** The lines of a page. */
export function rulesIn({ fnArray, argsArray }: Drawing, operations: Operations): Rule[] {
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = unmoved;
  const strokes = new Set([operations.stroke, operations.closeStroke]);
  const fills = new Set([operations.fill, operations.eoFill, operations.fillStroke, operations.eoFillStroke]);
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index];
    if (operation === operations.save) kept.push(matrix);
    else if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      matrix = kept.pop() ?? matrix;
    else if (operation === operations.transform) matrix = product(matrix, asMatrix(args));
    else if (operation === operations.paintFormXObjectBegin) {
      kept.push(matrix);
      matrix = product(matrix, asMatrix((args as readonly unknown[] | null)?.[0]));
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

/** Absent where nothing is changed. */
function asMatrix(args: unknown): Matrix {
  return (args ?? unmoved) as Matrix;
}

/** The corners of each part of a path; what is closed ends where it began. */
function pathsOf(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? 4;
    const count = operands[step as 0 | 1 | 2 | 3 | 4];
    const last = paths.at(-1);
    if (step === 4) {
      if (last?.[0]) last.push(last[0]);
    } else {
      const point = moved(matrix, [data[at + count - 1] ?? 0, data[at + count] ?? 0]);
      if (step === 0 || !last) paths.push([point]);
      else last.push(point);
    }
    at += count + 1;
  }
  return paths;
}
