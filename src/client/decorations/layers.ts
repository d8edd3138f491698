import type { Position, Range } from 'vscode-languageserver-types';
import type { Highlight, HighlightKind } from '../../protocol';

/** Who is drawn where kinds overlap: what is tagged stands before what is only named in it. */
const order: readonly HighlightKind[] = ['problem', 'pathway', 'safeguard', 'instrument', 'actor'];

/** Shortest rest of a highlight that is worth a line of its own, in UTF-16 units. */
const shortest = 2;

/**
 * Ranges by kind, each sorted, none overlapping any other: a word gets one underline, however many tags it speaks
 * for. The hover names them all.
 */
export function layers(highlights: readonly Highlight[]): ReadonlyMap<HighlightKind, readonly Range[]> {
  const result = new Map<HighlightKind, readonly Range[]>();
  let taken: readonly Range[] = [];
  for (const kind of order) {
    const own = merge(highlights.filter((highlight) => highlight.kind === kind).map(({ range }) => range));
    const free = subtract(own, taken);
    if (free.length === 0) continue;
    result.set(kind, free);
    taken = merge([...taken, ...free]);
  }
  return result;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => compare(a.start, b.start))) {
    const last = merged.at(-1);
    if (!last || compare(range.start, last.end) > 0) merged.push(range);
    else if (compare(range.end, last.end) > 0)
      merged[merged.length - 1] = { start: last.start, end: range.end };
  }
  return merged;
}

/** What of sorted ranges lies outside of other sorted ranges; a whole range stays however short it is. */
function subtract(ranges: readonly Range[], taken: readonly Range[]): readonly Range[] {
  const rest: Range[] = [];
  let next = 0;
  for (const { start, end } of ranges) {
    while (next < taken.length && compare((taken[next] as Range).end, start) <= 0) next++;
    let from = start;
    for (let at = next; at < taken.length; at++) {
      const { start: begins, end: ends } = taken[at] as Range;
      if (compare(begins, end) >= 0) break;
      if (compare(from, begins) < 0) keep(rest, { start: from, end: begins });
      from = ends;
    }
    if (from === start) rest.push({ start, end });
    else if (compare(from, end) < 0) keep(rest, { start: from, end });
  }
  return rest;
}

function keep(rest: Range[], range: Range): void {
  const { start, end } = range;
  if (end.line > start.line || end.character - start.character >= shortest) rest.push(range);
}
