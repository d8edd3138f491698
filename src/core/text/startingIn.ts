import { countWhile } from '../bisect';
import type { Span } from './model';

/**
 * Those that start in a stretch, or at its start.
 *
 * @param spans By start.
 */
export function startingIn<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  return spans.slice(firstFrom(spans, start), firstFrom(spans, end));
}

/** Index of the first span that starts at or behind an offset. */
function firstFrom(spans: readonly Span[], offset: number): number {
  return countWhile(spans, ({ start }) => start < offset);
}
