import type { Taxonomy } from '../taxonomy/model';
import type { ProblemClosure } from './model';

/** A stated problem that a remedy answers, as one of its primary or of its related remedies. */
interface AnsweredProblem {
  readonly problem: string;
  readonly isPrimary: boolean;
}

/** The problems among the stated ones that a remedy answers: the same for what views and rules say of it. */
export function problemsAnswered(
  remedy: string,
  { links }: Pick<Taxonomy, 'links'>,
  stated: readonly Pick<ProblemClosure, 'category'>[],
): readonly AnsweredProblem[] {
  return links
    .filter(({ problem }) => stated.some(({ category }) => category === problem))
    .filter(({ primary, related }) => primary.includes(remedy) || related.includes(remedy))
    .map(({ problem, primary }) => ({ problem, isPrimary: primary.includes(remedy) }));
}
