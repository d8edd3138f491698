import type { Span } from '../../text/model';
import { turnOf } from '../stance/contrast';
import { statesLack } from '../stance/lacks';
import { cueBits, type MatchFinder } from '../indicators/matches';
import type { SentenceEvidence, Sides } from './sentenceEvidence';

/**
 * The two sides of a sentence that sets one which states a defect against one which states none; null where it does
 * not.
 *
 * @param clauses What the clauses of the sentence state; asked before a side is read.
 * @param read What a stretch of the sentence shows; asked from left to right.
 */
export function sidesOf(
  text: string,
  sentence: Span,
  clauses: Pick<MatchFinder, 'clauseEnds' | 'clauseDefect'>,
  read: (side: Span) => SentenceEvidence,
): Sides | null {
  const turn = turnOf(text, sentence, clauses.clauseEnds);
  if (turn < 0) return null;
  const hasDefect = clauses.clauseDefect.includes(true);
  const lackFirst = hasDefect
    ? null
    : isLackFirst(text.slice(sentence.start, turn), text.slice(turn, sentence.end));
  if (hasDefect ? !partsDefects(turn, clauses) : lackFirst === null) return null;
  const first = read({ start: sentence.start, end: turn });
  const second = read({ start: turn, end: sentence.end });
  const isFirst = lackFirst ?? (first.cues & cueBits.defect) !== 0;
  return isFirst ? { clean: second, defect: first } : { clean: first, defect: second };
}

/** Whether a sentence without a defect word may have two such sides. */
export function mayHaveSides(text: string, { start, end }: Span, clauseEnds: readonly number[]): boolean {
  return clauseEnds.length > 1 && statesLack(text.slice(start, end));
}

/** Whether of two sides without a defect word the first one states a lack; null where both do or none. */
function isLackFirst(first: string, second: string): boolean | null {
  const isFirst = statesLack(first);
  return isFirst === statesLack(second) ? null : isFirst;
}

/** Whether defects are stated on one side of a place only. */
function partsDefects(
  turn: number,
  { clauseEnds, clauseDefect }: Pick<MatchFinder, 'clauseEnds' | 'clauseDefect'>,
): boolean {
  const isBefore = (clause: number): boolean => (clauseEnds[clause] as number) <= turn;
  const before = clauseDefect.some((isDefect, clause) => isDefect && isBefore(clause));
  const after = clauseDefect.some((isDefect, clause) => isDefect && !isBefore(clause));
  return before !== after;
}
