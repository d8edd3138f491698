/** `closed`: a primary remedy is covered; `weak`: only thin or related remedies; `open`: none. */
export type ClosureStatus = 'closed' | 'weak' | 'open';

export interface ProblemClosure {
  readonly category: string;
  readonly status: ClosureStatus;
  /** Remedy leaves found in the document that answer it, primary first. */
  readonly remedies: readonly string[];
}

/** What one leaf or other category shows in a document. */
export interface CategoryStrength {
  readonly category: string;
  /** Ids of the annotations, in text order: every figure opens its evidence. */
  readonly annotations: readonly string[];
  readonly maxScore: number;
}

/** Coverage of one document: disjoint lists of the remedy leaves, in taxonomy order. */
export interface CoverageSummary {
  readonly covered: readonly string[];
  /** Only headings, sentences with blanks to be filled in, or one weak sentence. */
  readonly thin: readonly string[];
  readonly missing: readonly string[];
  /** Every stated problem with what answers it. */
  readonly problems: readonly ProblemClosure[];
  /** Every category with at least one annotation, in taxonomy order. */
  readonly strengths: readonly CategoryStrength[];
}
