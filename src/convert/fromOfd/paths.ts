import { drawnLines, moved, thinBox, type Matrix, type Point } from '../pages/drawn';
import type { Rule } from '../pages/rules';

/** How many numbers follow each step of a path of straight lines (GB/T 33190—2016, 9.1). */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, C: 0 };

/**
 * The straight lines that a path draws.
 *
 * @param place From the path's own places to points on the page.
 */
export function rulesOfPath(path: Element, data: string, place: Matrix): Rule[] {
  // Outlines of letters and drawings have straight pieces, too.
  if (/[QBA]/.test(data)) return [];
  const parts = partsOf(data, place);
  return [
    ...(path.getAttribute('Stroke') === 'false' ? [] : parts.flatMap(drawnLines)),
    ...(path.getAttribute('Fill') === 'true' ? parts.flatMap(thinBox) : []),
  ];
}

/** The corners of each part of a path; what is closed ends where it began. */
function partsOf(data: string, place: Matrix): Point[][] {
  const parts: Point[][] = [];
  const words = data.match(/[SMLC]|[-+]?[\d.]+(?:[eE][-+]?\d+)?/g) ?? [];
  for (let at = 0; at < words.length; at++) {
    const step = words[at] ?? '';
    const count = operands[step];
    if (count === undefined) continue;
    const last = parts.at(-1);
    if (step === 'C') {
      if (last?.[0]) last.push(last[0]);
      continue;
    }
    const [x, y] = [Number(words[at + 1]), Number(words[at + 2])];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const point = moved(place, [x, y]);
    if (step === 'M' || step === 'S' || !last) parts.push([point]);
    else last.push(point);
    at += count;
  }
  return parts;
}
