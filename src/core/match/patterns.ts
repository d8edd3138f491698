import type { IndicatorPattern } from '../taxonomy/model';
import type { Span } from '../text/model';

/** A slot word found. */
export interface SlotHit extends Span {
  readonly slot: number;
  readonly clause: number;
}

/**
 * The shortest stretch in which one word of every slot stands, in order where the pattern says so, in one clause
 * where it says so, and with no gap longer than allowed; null where there is none. Slot words may not overlap.
 *
 * @param hits By start.
 */
export function placePattern(pattern: IndicatorPattern, hits: readonly SlotHit[]): Span | null {
  let best: Span | null = null;
  for (const hit of hits) {
    if (pattern.ordered && hit.slot !== 0) continue;
    const span = extend(pattern, hits, 1 << hit.slot, hit, hit);
    if (span && (!best || span.end - span.start < best.end - best.start)) best = span;
  }
  return best;
}

/**
 * Adds the nearest following word of a slot still open until all are filled. Never goes back to a farther one, so that
 * the time is linear; a pattern of three slots and more may miss a stretch by that.
 */
function extend(
  pattern: IndicatorPattern,
  hits: readonly SlotHit[],
  filled: number,
  first: SlotHit,
  last: SlotHit,
): Span | null {
  const slots = pattern.slots.length;
  if (filled === (1 << slots) - 1) return { start: first.start, end: last.end };
  for (let i = firstFrom(hits, last.end); i < hits.length; i++) {
    const next = hits[i] as SlotHit;
    if (next.start - last.end > pattern.maxGap) break;
    if (filled & (1 << next.slot)) continue;
    if (pattern.ordered && next.slot !== last.slot + 1) continue;
    if (pattern.within === 'clause' && next.clause !== first.clause) break;
    return extend(pattern, hits, filled | (1 << next.slot), first, next);
  }
  return null;
}

/** Index of the first hit that starts at or behind a place. */
function firstFrom(hits: readonly SlotHit[], place: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as SlotHit).start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
