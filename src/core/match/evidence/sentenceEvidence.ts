import type { Span } from '../../text/model';
import type { Frame } from '../stance/frames';
import type { Hit } from '../indicators/hits';

/** What a sentence shows without any context: the cacheable layer. Offsets are relative to the block. */
export interface SentenceEvidence extends Span {
  /** Feature, start, end; each feature once. */
  readonly features: Int32Array;
  /** Numbers of its words that the model knows, each once. */
  readonly words: Int32Array;
  readonly hits: readonly Hit[];
  /** A bit per cue kind. */
  readonly cues: number;
  /** Chinese characters. */
  readonly chinese: number;
  /** Words of the taxonomy's field, see {@link isSubjectWord}. */
  readonly subjectWords: number;
  /** Off-topic fields it has words of, as places in the list of {@link offTopicSets}. */
  readonly fields: readonly number[];
  /** Stretches in which a defect or a measure is named but not stated; most sentences have none. */
  readonly frames: readonly Frame[];
  /** Where it sets a side that states a defect against one that states none (see `contrast.ts`); mostly null. */
  readonly sides: Sides | null;
  readonly worked: WorkedOut;
}

export interface Sides {
  readonly clean: SentenceEvidence;
  readonly defect: SentenceEvidence;
}

/** The same evidence elsewhere. */
export function movedEvidence(evidence: SentenceEvidence, move: (span: Span) => Span): SentenceEvidence {
  const features = evidence.features.slice();
  for (let at = 0; at < features.length; at += 3) {
    // What is true of a whole sentence stands nowhere.
    if ((features[at + 1] as number) < 0) continue;
    const { start, end } = move({ start: features[at + 1] as number, end: features[at + 2] as number });
    features[at + 1] = start;
    features[at + 2] = end;
  }
  return {
    ...evidence,
    ...move(evidence),
    features,
    hits: evidence.hits.map((hit) => ({ ...hit, ...move(hit) })),
    frames: evidence.frames.map((frame) => ({ ...frame, ...move(frame) })),
    sides: evidence.sides && {
      clean: movedEvidence(evidence.sides.clean, move),
      defect: movedEvidence(evidence.sides.defect, move),
    },
    worked: nothingYet(),
  };
}

/** What later layers work out from the evidence of a sentence, kept with it as long as it is valid. */
export interface WorkedOut {
  /** What its features and the sentences next to it add at the hidden units of the environment's model. */
  paragraph: Int32Array | null;
  /** The sentences next to it of which that is true: those of a long paragraph change by themselves. */
  around: readonly (SentenceEvidence | null)[];
  /** Places of the features that stand somewhere, from left to right. */
  order: Int32Array | null;
}

/** Of evidence that has just been gathered. */
export function nothingYet(): WorkedOut {
  return { paragraph: null, around: [], order: null };
}
