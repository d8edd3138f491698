import type { Analysis, Environment } from '../model';
import type { Span } from '../text/model';
import type { CategoryExplanation, Explanation } from './explanation';

/**
 * Why the sentences that touch a span have their tags.
 *
 * @param category Only this one; all with any evidence where absent.
 */
export function explain(
  analysis: Analysis,
  environment: Environment,
  span: Span,
  category?: string,
): Explanation[] {
  return analysis.document.sentences
    .filter(({ start, end }) => start <= span.end && end >= span.start)
    .map((sentence) => {
      const annotations = analysis.annotations.filter((annotation) => annotation.sentence === sentence.index);
      const near = analysis.nearest.filter((annotation) => annotation.sentence === sentence.index);
      const known = (code: string): boolean => environment.taxonomy.byCode.has(code);
      const categories = [...annotations, ...near]
        .filter(
          (annotation) =>
            known(annotation.category) && (category ?? annotation.category) === annotation.category,
        )
        .map((annotation): CategoryExplanation => ({
          category: annotation.category,
          tagged: annotations.includes(annotation),
          score: annotation.score,
          threshold: 0.5,
          evidence: annotation.evidence,
          blocked: [],
          nearest: null,
        }));
      return {
        start: sentence.start,
        end: sentence.end,
        sentence: sentence.index,
        section: annotations[0]?.section ?? '',
        parts: [],
        cues: [],
        annotations,
        categories,
      };
    });
}
