import type { NotApplicable } from './model';

/** Codes of the remedies that the user has said do not apply: what lacks is told without them. */
export function excusedBy(notApplicable: readonly NotApplicable[] = []): ReadonlySet<string> {
  return new Set(notApplicable.map(({ category }) => category));
}
