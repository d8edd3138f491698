import type { Nodes } from 'mdast';
import type { Span } from '../model';

/** Where a node of a syntax tree stands in its source. */
export function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
