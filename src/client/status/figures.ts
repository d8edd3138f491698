import type { Overview } from '../../protocol';

/** The remedy categories of a document, counted as reports count them. */
export interface Figures {
  readonly covered: number;
  readonly thin: number;
  readonly missing: number;
  readonly notApplicable: number;
  /** All of them: one that does not apply stays in the denominator, so that documents can be compared. */
  readonly total: number;
}

/** How many remedy categories are covered, thin, missing, or missing because they do not apply. */
export function figures({ remedies, missing: items }: Overview): Figures {
  const notApplicable = items.filter(
    ({ status, notApplicable: reason }) => status === 'missing' && reason !== null,
  ).length;
  const { covered, thin, missing } = remedies;
  return { covered, thin, missing: missing - notApplicable, notApplicable, total: covered + thin + missing };
}
