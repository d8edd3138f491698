import { countWhile } from '../../bisect';
import type { Span } from '../../text/model';

/**
 * What several stretches of a sentence cover, each by itself. Asked for every word of it, and a sentence of a table or a
 * list may have thousands of them: by bisection.
 */
export class Cover {
  private readonly starts: readonly number[];
  /** How far those reach that start no later than the one of this place. */
  private readonly reach: readonly number[];

  constructor(stretches: readonly Span[]) {
    const sorted = [...stretches].sort((a, b) => a.start - b.start);
    this.starts = sorted.map(({ start }) => start);
    let most = -1;
    this.reach = sorted.map(({ end }) => (most = Math.max(most, end)));
  }

  /** Whether one of the stretches holds all of another. */
  holds(start: number, end: number): boolean {
    // Most sentences have none.
    if (this.starts.length === 0) return false;
    return (this.reach[countWhile(this.starts, (at) => at <= start) - 1] ?? -1) >= end;
  }
}
