import type { ClosureStatus, CoverageSummary } from './model';

/** How far a text has a remedy leaf. */
export type RemedyStatus = 'covered' | 'thin' | 'missing';

/** How far a text has a remedy leaf; views and reports all ask here, so that none contradicts another. */
export function remedyStatus(
  { covered, thin }: Pick<CoverageSummary, 'covered' | 'thin'>,
  code: string,
): RemedyStatus {
  return covered.includes(code) ? 'covered' : thin.includes(code) ? 'thin' : 'missing';
}

/** How far a problem is answered, as people are told: `weak` is `related` where no primary remedy is found, not even thin. */
export type AnswerStatus = ClosureStatus | 'related';

/**
 * Parts what exports call `weak` in the two cases that the rules part: a primary remedy that is thin (PL103), and only
 * related remedies (PL101).
 *
 * @param isPrimary Of a remedy that answers the problem.
 */
export function answerStatus<T>(
  status: ClosureStatus,
  found: readonly T[],
  isPrimary: (remedy: T) => boolean,
): AnswerStatus {
  return status === 'weak' && !found.some(isPrimary) ? 'related' : status;
}
