/** How a figure is read: a number of things, a share 0–1, an index with its own scale, or yes/no. */
export type FigureKind = 'count' | 'ratio' | 'index' | 'binary';

/**
 * A number of a report together with what it rests on. Made by the functions below only, so that a number above
 * zero without a quote cannot exist.
 */
export interface Figure {
  /** Stable name, e.g. `doc/0/coverage`; docs/indices.md lists them, the check recomputes them by name. */
  readonly id: string;
  readonly kind: FigureKind;
  /** `null` where the figure is not defined (a share of nothing). Not rounded. */
  readonly value: number | null;
  /** Indexes into the quotes of the corpus, ascending, none twice. */
  readonly evidence: readonly number[];
}

/** The number of tags: as many as there are quotes. */
export function countOf(id: string, evidence: readonly number[]): Figure {
  const quotes = unique(evidence);
  return { id, kind: 'count', value: quotes.length, evidence: quotes };
}

/** The number of groups (documents, sentences) that have evidence. */
export function countGroups(id: string, groups: readonly (readonly number[])[]): Figure {
  const found = groups.filter((group) => group.length > 0);
  return { id, kind: 'count', value: found.length, evidence: unique(found.flat()) };
}

/** A computed figure. Without evidence only zero and “not defined” can be said. */
export function measured(
  id: string,
  kind: FigureKind,
  value: number | null,
  evidence: readonly number[],
): Figure {
  const quotes = unique(evidence);
  return {
    id,
    kind,
    value: value !== null && value !== 0 && quotes.length === 0 ? null : value,
    evidence: quotes,
  };
}

/** `part / whole`, not defined for a whole of zero. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The arithmetic mean of the defined values; not defined for none. */
export function mean(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return ratio(
    defined.reduce((sum, value) => sum + value, 0),
    defined.length,
  );
}

/** Ascending, none twice. Most lists come that way already, and corpora have hundreds of thousands of quotes. */
function unique(quotes: readonly number[]): readonly number[] {
  if (quotes.every((quote, index) => index === 0 || quote > (quotes[index - 1] ?? 0))) return quotes;
  const sorted = Uint32Array.from(quotes).sort();
  return Array.from(sorted.filter((quote, index) => quote !== sorted[index - 1]));
}
