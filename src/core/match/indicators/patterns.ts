import type { IndicatorPattern } from '../../taxonomy/model';
import type { Span } from '../../text/model';

/** A slot word found. */
export interface SlotHit extends Span {
  readonly slot: number;
  readonly clause: number;
}

/** A stretch whose last word ends at `end`; it holds a word of every slot in `slots`, one bit each. */
interface Stretch extends Span {
  readonly slots: number;
}

/**
 * The shortest stretch in which one word of every slot stands, in order where the pattern says so, in one clause
 * where it says so, and with no gap longer than allowed; the first of several; null where there is none. Slot words
 * may not overlap. The time is linear in the number of hits.
 *
 * @param hits By start.
 */
export function placePattern(pattern: IndicatorPattern, hits: readonly SlotHit[]): Span | null {
  const full = (1 << pattern.slots.length) - 1;
  const reach = new Reach(pattern.maxGap);
  let open: Stretch[] = [];
  let clause = -1;
  let best: Span | null = null;
  for (const hit of hits) {
    if (pattern.within === 'clause' && hit.clause !== clause) {
      clause = hit.clause;
      open = [];
      reach.clear();
    }
    open = reach.take(open, hit.start);
    for (const stretch of endingWith(hit, pattern, reach)) {
      if (stretch.slots !== full) open.push(stretch);
      else if (!best || lengthOf(stretch) < lengthOf(best)) best = { start: stretch.start, end: stretch.end };
    }
  }
  return best;
}

/** Of each set of slots the shortest stretch that ends with this word. */
function* endingWith(hit: SlotHit, pattern: IndicatorPattern, reach: Reach): Generator<Stretch> {
  const slot = 1 << hit.slot;
  if (!pattern.ordered || hit.slot === 0) yield { start: hit.start, end: hit.end, slots: slot };
  for (const slots of pattern.ordered ? [slot - 1] : reach.sets()) {
    if (slots === 0 || (slots & slot) !== 0) continue;
    const start = reach.latest(slots, hit.start);
    if (start !== null) yield { start, end: hit.end, slots: slots | slot };
  }
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/**
 * The stretches that the next word may follow. Of each set of slots a queue with rising ends and falling starts: what
 * ends earlier and begins earlier, too, makes nothing shorter.
 */
class Reach {
  private readonly queues = new Map<number, Stretch[]>();

  constructor(private readonly maxGap: number) {}

  clear(): void {
    this.queues.clear();
  }

  /** Takes in those that end at or before a place; returns the others. */
  take(stretches: Stretch[], place: number): Stretch[] {
    const ended = stretches.filter(({ end }) => end <= place);
    if (ended.length === 0) return stretches;
    for (const stretch of ended.sort((a, b) => a.end - b.end)) {
      let queue = this.queues.get(stretch.slots);
      if (!queue) this.queues.set(stretch.slots, (queue = []));
      while ((queue.at(-1)?.start ?? Infinity) <= stretch.start) queue.pop();
      queue.push(stretch);
    }
    return stretches.filter(({ end }) => end > place);
  }

  /** All sets of slots of which there are or were stretches. */
  sets(): readonly number[] {
    return [...this.queues.keys()];
  }

  /** The latest start of a stretch with these slots that ends near enough before a place; places never fall. */
  latest(slots: number, place: number): number | null {
    const queue = this.queues.get(slots);
    if (!queue) return null;
    while (queue[0] && place - queue[0].end > this.maxGap) queue.shift();
    return queue[0]?.start ?? null;
  }
}
