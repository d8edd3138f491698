/**
 * A score (0–1) as people read it, in percent: at most 99, because scores are probabilities of a reading, and none is
 * certain.
 */
export function certainty(score: number): number {
  return Math.min(99, Math.round(score * 100));
}
