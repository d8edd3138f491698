import type { IndicatorStrength } from '../../taxonomy/model';
import type { HitStance } from '../indicators/hits';

/**
 * Weights of indicators that the learned model does not know: categories and indicators of a user's taxonomy, and
 * actors, dimensions and mechanisms. Set by hand so that one strong indicator, or two medium ones, make a tag.
 */
const strengths: Record<IndicatorStrength, number> = { strong: 2.4, medium: 1.3, weak: 0.6 };
const bias = -1.7;
/** Actors, dimensions and mechanisms are pointed out, not judged: one medium indicator is enough. */
const plainBias = -1;

/** Contribution of one hit to its category, before the logistic function. */
export function handWeight(strength: IndicatorStrength, stance: HitStance, isProblem: boolean): number {
  const weight = strengths[strength];
  if (stance === 'neutral') return weight;
  // A remedy's word in a stated defect is its topic, not a measure; a defect that is being removed is no problem.
  return isProblem ? -weight / 2 : weight / 5;
}

/** What a category without a learned model starts from. */
export function handBias(isPlain: boolean): number {
  return isPlain ? plainBias : bias;
}
