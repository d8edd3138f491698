import type { CoverageSummary } from './model';

/** How far a text has a remedy leaf. */
export type RemedyStatus = 'covered' | 'thin' | 'missing';

/** How far a text has a remedy leaf; views and reports all ask here, so that none contradicts another. */
export function remedyStatus(
  { covered, thin }: Pick<CoverageSummary, 'covered' | 'thin'>,
  code: string,
): RemedyStatus {
  return covered.includes(code) ? 'covered' : thin.includes(code) ? 'thin' : 'missing';
}
