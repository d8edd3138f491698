import type { Span } from '../text/model';

/** Text that is found again after edits: its words, what stood around it, and where it stood. */
export interface TextAnchor {
  /** The first 300 UTF-16 units of the sentence. */
  readonly quote: string;
  /** Up to 32 units before and after the quote. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where the quote began when it was stored, in UTF-16 units. */
  readonly start: number;
}

/** `hit`: one sentence; `paragraph`: the block around the anchor; `file`: the document. */
export type SuppressionScope = 'hit' | 'paragraph' | 'file';

/** "Not this" or "should be …", said by the user. */
export interface Suppression {
  /** Unique in its sidecar. */
  readonly id: string;
  readonly target: 'annotation' | 'finding';
  /** A category code, leaf or group (`R2` stands for all below it); all categories where absent. */
  readonly category?: string;
  /** A rule's id or name; all rules where absent. */
  readonly rule?: string;
  readonly scope: SuppressionScope;
  /** The sentence it hangs on; null for scope `file`. */
  readonly anchor: TextAnchor | null;
  /** The user's words; may be empty. */
  readonly reason: string;
  /** "Should be …": the category put in place of `category` (added where `category` is absent). */
  readonly replacement?: string;
}

/** The user's word that a remedy category has no place in this document. */
export interface NotApplicable {
  readonly category: string;
  readonly reason: string;
}

/** What is stored beside a document, in `.policy-lens/annotations/<path>.json`. */
export interface Sidecar {
  readonly version: 1;
  readonly suppressions: readonly Suppression[];
  readonly notApplicable: readonly NotApplicable[];
}

/** A suppression as it was found to hold in one version of a document. */
export interface AppliedSuppression {
  readonly suppression: Suppression;
  readonly origin: 'text' | 'sidecar';
  /** The sentence, paragraph or document it covers; null where its anchor was not found: an orphan, kept and shown. */
  readonly span: Span | null;
  /** The comment that says it, for `text`; taking it out undoes the suppression. */
  readonly comment: Span | null;
  /** How many annotations and findings it took away or replaced. */
  readonly hits: number;
}
