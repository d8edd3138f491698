import type { Span } from '../../text/model';
import type { CueKind } from '../stance/cues';

/** Whether a hit stands in a stated defect, after a verb that removes a defect, or in neither. */
export type HitStance = 'neutral' | 'defect' | 'resolved';

/** An indicator found in a sentence. Offsets are relative to the block. */
export interface Hit extends Span {
  /** Index into the lexicon's entries. */
  readonly entry: number;
  readonly stance: HitStance;
}

/** Why a match does not count. */
export type BlockReason = 'cutsWord' | 'unless' | 'insideLonger';

export interface BlockedHit extends Span {
  readonly entry: number;
  readonly reason: BlockReason;
  /** The longer phrase, or the word that is cut through. */
  readonly by: Span;
}

/** A cue of stance that counts. */
export interface CountedCue extends Span {
  readonly kind: CueKind;
}

/** What an explanation asks for beside the hits. */
export interface MatchTrace {
  readonly blocked: BlockedHit[];
  /** Without cues that a longer phrase swallows, a word's end cuts, or a resolving verb governs. */
  readonly cues: CountedCue[];
}
