import type { Annotation } from '../model';
import type { GoldDocument } from './gold';

/** What the tagger said of a coded document. */
export interface Prediction {
  readonly annotations: readonly Pick<Annotation, 'id' | 'category' | 'start' | 'end' | 'score'>[];
  /** Remedy leaves it calls missing. */
  readonly missing: readonly string[];
}

/** A coded document with what the tagger said of it. */
export interface EvaluatedDocument {
  readonly gold: GoldDocument;
  readonly prediction: Prediction;
}

/** Precision, recall and F1 in 0–1; all 0 where nothing is to be divided. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How often people gave it: true positives and false negatives. */
  readonly support: number;
}

/** Categories with fewer codes of people are too rare for a figure that enters the mean. */
export const leastSupport = 5;

export interface SummaryScore extends Score {
  /** Mean F1 over categories with a support of at least {@link leastSupport}; null where there is none. */
  readonly macroF1: number | null;
  /** How many these are. */
  readonly macroCategories: number;
}

export interface CategoryScore extends Score {
  /** A leaf or a group. */
  readonly category: string;
}

/** On how many units a code of people met another of the tagger; null stands for no code. */
export interface Confusion {
  readonly gold: string | null;
  readonly found: string | null;
  readonly count: number;
}

/** One category on one unit that one side gave and the other not. */
export interface UnitError {
  readonly kind: 'false-positive' | 'false-negative';
  readonly document: string;
  readonly unit: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly category: string;
  readonly gold: readonly string[];
  readonly found: readonly string[];
  /** Of the annotation behind a false positive; null for a false negative. */
  readonly annotation: string | null;
  /** The tagger's score of a false positive; null for a false negative. */
  readonly score: number | null;
}

/** How well the tags of a set of documents agree with people's. */
export interface Evaluation {
  readonly documents: number;
  readonly units: number;
  /** Share of units on which all codes agree. */
  readonly exactUnits: number;
  readonly leaf: SummaryScore;
  readonly group: SummaryScore;
  /** Over the problem leaves. */
  readonly problems: Score;
  /** Over the pathway and safeguard leaves. */
  readonly remedies: Score;
  /** "Remedy category missing from the document", over documents and remedy leaves. */
  readonly missing: Score & { readonly accuracy: number };
  /** Leaves in taxonomy order, then groups; only those that occur on either side. */
  readonly categories: readonly CategoryScore[];
  readonly groups: readonly CategoryScore[];
  /** Most frequent first. */
  readonly confusions: readonly Confusion[];
  readonly errors: readonly UnitError[];
  /** Codes in the gold files that the taxonomy has not, with how often; they are not counted. */
  readonly unknownCodes: readonly { readonly code: string; readonly count: number }[];
}
