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

/** Adds the nearest following word of a slot still open until all are filled. */
function extend(
  pattern: IndicatorPattern,
  hits: readonly SlotHit[],
  filled: number,
  first: SlotHit,
  last: SlotHit,
): Span | null {
  const slots = pattern.slots.length;
  if (filled === (1 << slots) - 1) return { start: first.start, end: last.end };
  let next: SlotHit | null = null;
  for (const hit of hits) {
    if (hit.start < last.end || hit.start - last.end > pattern.maxGap) continue;
    if (filled & (1 << hit.slot)) continue;
    if (pattern.ordered && hit.slot !== last.slot + 1) continue;
    if (pattern.within === 'clause' && hit.clause !== first.clause) continue;
    if (!next || hit.start < next.start) next = hit;
  }
  return next ? extend(pattern, hits, filled | (1 << next.slot), first, next) : null;
}
