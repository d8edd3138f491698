import type { Model } from './match/scoring/modelFile';
import type { CoverageSummary } from './coverage/model';
import type { Finding } from './rules/model';
import type { AppliedSuppression, NotApplicable, Sidecar } from './suppress/model';
import type { CategoryKind, Taxonomy } from './taxonomy/model';
import type { ParsedDocument, Span } from './text/model';
import type { Tokenizer } from './tokenize/tokenizer';

/** Whether a text reports a defect or proposes (or reports) a measure; null for actors, dimensions, mechanisms. */
export type Stance = 'problem' | 'remedy' | null;

/** One reason for an annotation. A negative weight speaks against it and is kept, because it explains. */
export interface Evidence extends Span {
  readonly text: string;
  /** Stable id: an indicator (`R2.3/tech-manager`), or a feature of the model (`word:…`, `heading:…`, `cue:…`). */
  readonly indicator: string;
  /** Contribution to the score before the logistic function, three decimals. */
  readonly weight: number;
}

/** One category on one sentence. */
export interface Annotation extends Span {
  /** `<sentence index>:<category>`, unique in one analysis. */
  readonly id: string;
  readonly kind: CategoryKind;
  readonly category: string;
  readonly stance: Stance;
  readonly quote: string;
  /** 0–1, three decimals. */
  readonly score: number;
  /** Titles of the enclosing headings, outermost first, joined with ` › `; empty at the top. */
  readonly section: string;
  /** Index of the sentence in the parsed document. */
  readonly sentence: number;
  readonly isHeading: boolean;
  /** Why, strongest first. Spans lie inside the sentence, or on the heading for inherited context. */
  readonly evidence: readonly Evidence[];
  /**
   * The phrases of the sentence in which its words speak for the tag, the strongest first: at most two where the model
   * decides, each indicator where weights set by hand do. None where no words of the sentence do, as for a tag set by
   * the user.
   */
  readonly phrases: readonly Span[];
}

/** A named policy instrument found in the text (codebook, layer I). */
export interface InstrumentHit extends Span {
  readonly indicator: string;
  readonly text: string;
  readonly sentence: number;
  /** Named in a clause that states a defect (缺少长期资本): the text says that it is wanting, not that it is used. */
  readonly isWanting: boolean;
}

/** How much of the text was looked at, and whether it is policy text at all. */
export interface Checked {
  /** Without what is beyond a limit, and without HTML in Markdown that has words in it. */
  readonly characters: number;
  readonly total: number;
  /** Policy terms per 1,000 Chinese characters. */
  readonly density: number;
  readonly isPolicyText: boolean;
}

/** Everything the project knows about one version of one document. Immutable; every view reads this. */
export interface Analysis {
  readonly document: ParsedDocument;
  readonly taxonomy: { readonly id: string; readonly version: string; readonly fingerprint: string };
  /** Hash of all inputs but the text: taxonomy, model, tokenizer, options. */
  readonly fingerprint: string;
  /** By start, then by category. P, R, S, A, T and M. */
  readonly annotations: readonly Annotation[];
  readonly instruments: readonly InstrumentHit[];
  /**
   * For each remedy leaf without a tag: its best sentence, although below the threshold. At most one a leaf; none
   * where nothing speaks for the leaf.
   */
  readonly nearest: readonly Annotation[];
  readonly coverage: CoverageSummary;
  readonly findings: readonly Finding[];
  /** What the user took away or put right, in the text or the sidecar; orphans included. */
  readonly suppressed: readonly AppliedSuppression[];
  /** Remedy categories that do not apply here by the user's word; they stay in `coverage.missing`. */
  readonly notApplicable: readonly NotApplicable[];
  readonly checked: Checked;
}

/** What an analysis takes into account beside text and environment; part of its fingerprint. */
export interface AnalyzeOptions {
  /** Suppressions kept beside the document. */
  readonly sidecar?: Sidecar | null;
  /**
   * Most UTF-16 units looked at; a longer text is read up to the last line end before it, and `checked` tells so.
   * No limit where absent.
   */
  readonly limit?: number;
  /**
   * The evidence of annotations is worked out when it is first read, at once: for many documents of which nobody may
   * ask. Otherwise it is there when the analysis is.
   */
  readonly lazyEvidence?: boolean;
  /** Rules by id for which this is false are not run. All are where it is absent. */
  readonly wantsRule?: (id: string) => boolean;
}

/** What the analysis of a text needs beside the text. Build once, use for many documents. */
export interface Environment {
  readonly taxonomy: Taxonomy;
  readonly tokenizer: Tokenizer;
  /** Null where the taxonomy has no learned model: weights set by hand decide. */
  readonly model: Model | null;
  readonly fingerprint: string;
}
