import { grouped } from '../grouped';
import type { Annotation } from '../model';
import { isRemedyKind } from '../taxonomy/kinds';
import type { Taxonomy } from '../taxonomy/model';
import type { CategoryStrength, CoverageSummary, ProblemClosure } from './model';

/** A single sentence below this score is a weak one (measured: half of such tags are right on unseen documents). */
export const weakScore = 0.6;

/**
 * Coverage of one document, from its annotations alone: remedy leaves covered, thin (only headings, blanks to be
 * filled in, or one weak sentence) and missing; what answers each stated problem; the strength of every category found.
 *
 * @param unfilled Indices of sentences with a blank to be filled in.
 */
export function summarize(
  annotations: readonly Annotation[],
  taxonomy: Taxonomy,
  unfilled: ReadonlySet<number> = new Set(),
): CoverageSummary {
  const byCategory = grouped(annotations, ({ category }) => category);
  const covered: string[] = [];
  const thin: string[] = [];
  const missing: string[] = [];
  const problems: ProblemClosure[] = [];
  const strengths: CategoryStrength[] = [];
  for (const category of taxonomy.categories) {
    const found = byCategory.get(category.code);
    if (category.isLeaf && isRemedyKind(category.kind))
      (found ? (isThin(found, unfilled) ? thin : covered) : missing).push(category.code);
    if (!found) continue;
    strengths.push({
      category: category.code,
      annotations: found.map(({ id }) => id),
      maxScore: found.reduce((most, { score }) => Math.max(most, score), 0),
    });
  }
  const coveredSet = new Set(covered);
  const thinSet = new Set(thin);
  for (const { problem, primary, related } of taxonomy.links) {
    if (!byCategory.has(problem)) continue;
    const isFound = (code: string): boolean => coveredSet.has(code) || thinSet.has(code);
    const remedies = [...primary.filter(isFound), ...related.filter(isFound)];
    const status = primary.some((code) => coveredSet.has(code))
      ? 'closed'
      : remedies.length > 0
        ? 'weak'
        : 'open';
    problems.push({ category: problem, status, remedies });
  }
  return { covered, thin, missing, problems, strengths };
}

function isThin(found: readonly Annotation[], unfilled: ReadonlySet<number>): boolean {
  const sentences = found.filter(({ isHeading, sentence }) => !isHeading && !unfilled.has(sentence));
  return sentences.length === 0 || (sentences.length === 1 && (sentences[0]?.score ?? 0) < weakScore);
}
