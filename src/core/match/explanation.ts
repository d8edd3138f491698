import type { Annotation, Evidence } from '../model';
import type { Span } from '../text/model';
import type { FrameKind } from './stance/frames';
import type { BlockReason, CountedCue } from './indicators/hits';

/** A cue word of stance found in a sentence. */
export interface FoundCue extends CountedCue {
  readonly text: string;
}

/** A stretch in which a defect or a measure is named but not stated. */
export interface FoundFrame extends Span {
  readonly kind: FrameKind;
  readonly text: string;
}

/** An indicator's match that does not count, and why. */
export interface BlockedEvidence extends Span {
  readonly indicator: string;
  readonly text: string;
  readonly reason: BlockReason;
  /** The longer phrase, or the word that is cut through. */
  readonly by: Span & { readonly text: string };
}

/** What speaks for and against one category in one sentence. */
export interface CategoryExplanation {
  readonly category: string;
  readonly tagged: boolean;
  /** 0–1, three decimals. */
  readonly score: number;
  /** A score from here on makes a tag. */
  readonly threshold: number;
  /** Strongest first, for and against; offsets into the document. */
  readonly evidence: readonly Evidence[];
  readonly blocked: readonly BlockedEvidence[];
  /** The indicator of the category that shares the longest stretch with the sentence; null where none does. */
  readonly nearest: { readonly indicator: string; readonly phrase: string; readonly shared: string } | null;
}

/** Why a sentence has its tags, and why it has not others. */
export interface Explanation extends Span {
  readonly sentence: number;
  readonly section: string;
  /** Parts of the document the sentence stands in (problems, measures, organisation …), told by its headings. */
  readonly parts: readonly string[];
  readonly cues: readonly FoundCue[];
  readonly frames: readonly FoundFrame[];
  /**
   * Set where the sentence cannot have learned tags because document and sentence are about something else: the
   * document's words of the field per 1,000 Chinese characters.
   */
  readonly otherSubject: number | null;
  readonly annotations: readonly Annotation[];
  /** Tagged ones first, then by score; only those asked for, or those with any evidence. */
  readonly categories: readonly CategoryExplanation[];
}
