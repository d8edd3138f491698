import { addTo } from '../../core/grouped';
import type { PageLine } from './lines';

/** Type this much larger than the body's (in points) is a heading's. */
export const larger = 1.5;

/** What a line may fill, in points from the left edge of the page. */
export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** Where a line stands. */
type Placed = Pick<PageLine, 'left' | 'right' | 'y'>;

/** Lines that make a column. */
const fewest = 5;
/** A page of more lines is none that somebody set in columns; looking for them would take the square of its time. */
const most = 200;

/**
 * The frames of the lines: of the page, or of its columns where lines stand side by side.
 *
 * @param body Size of the text, in points.
 */
export function framesOf(pages: readonly (readonly PageLine[])[], body: number): (line: PageLine) => Frame {
  const groups = new Map<string, PageLine[]>();
  const keyOf = new Map<PageLine, string>();
  for (const lines of pages) {
    const gutters = guttersOf(lines);
    for (const line of lines) {
      // Lines across the columns have the frame of the page.
      for (const name of new Set(['all', columnOf(line, gutters) ?? 'all'])) {
        const key = `${String(gutters.length)} ${String(name)}`;
        addTo(groups, key, line);
        keyOf.set(line, key);
      }
    }
  }
  const frames = new Map([...groups].map(([key, lines]) => [key, frameAround(lines, body)]));
  return (line) => frames.get(keyOf.get(line) ?? '') ?? line;
}

function frameAround(lines: readonly PageLine[], body: number): Frame {
  return {
    left: commonest(lines, ({ left }) => Math.round(left)),
    // A large file has more lines than a call takes arguments.
    right: lines
      .filter((line) => isBodySize(line, body))
      .reduce((rightmost, line) => Math.max(rightmost, edgeOf(line)), -Infinity),
  };
}

/** Where columns behind the first one begin. */
export function guttersOf(lines: readonly Placed[]): number[] {
  if (lines.length > most) return [];
  const starts = [...new Set(lines.map(({ left }) => Math.floor(left)))].sort((a, b) => a - b);
  return starts.filter((start) => {
    const behind = lines.filter((line) => isBehind(line, start));
    const before = lines.filter((line) => !isBehind(line, start) && !crosses(line, start));
    const heights = before.map(({ y }) => y);
    const beside = behind.filter(({ y }) => y >= Math.min(...heights) && y <= Math.max(...heights));
    // Titles may stand across.
    const across = lines.length - behind.length - before.length;
    return before.length >= fewest && beside.length >= fewest && across * 5 <= lines.length;
  });
}

export function isBehind({ left }: Placed, gutter: number): boolean {
  return left >= gutter - 1;
}

/** Which column a line stands in, from 0; null where it stands across several. */
export function columnOf(line: Placed, gutters: readonly number[]): number | null {
  if (gutters.some((gutter) => crosses(line, gutter))) return null;
  return gutters.filter((gutter) => isBehind(line, gutter)).length;
}

function crosses({ left, right }: Placed, gutter: number): boolean {
  return left < gutter - 1 && right > gutter + 1;
}

export function isBodySize({ size }: PageLine, body: number): boolean {
  return Math.abs(size - body) < larger;
}

/** Where a line's last character stands; a stop may hang over the margin. */
function edgeOf({ text, right, size }: PageLine): number {
  return /[，。、；：！？”）》]$/.test(text) ? right - size : right;
}

/** The value most characters have. */
export function commonest(lines: readonly PageLine[], of: (line: PageLine) => number): number {
  const weights = new Map<number, number>();
  for (const line of lines) weights.set(of(line), (weights.get(of(line)) ?? 0) + line.text.length);
  return [...weights].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}
