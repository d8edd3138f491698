import type { ProblemClosure } from '../../core/coverage/model';
import { remedyStatus } from '../../core/coverage/status';
import { certainty } from '../../core/match/certainty';
import type { AnnotationResult, DocumentResult } from '../../core/report/contract';
import { isSurelyStated } from '../../core/rules/clues';
import type { Category } from '../../core/taxonomy/model';
import { categoryName, diagnosticLines, heading, type TextContext } from './annotationText';
import { clip, pad } from './columns';
import { LineIndex } from './position';

/** Columns of a category's code and name. */
const nameColumns = 34;

/** Columns kept for the status before a name and the count behind it. */
const besideName = 26;

/** Coverage of one document for reading in a terminal. */
export function coverageText(result: DocumentResult, text: string, context: TextContext): string {
  const lines = new LineIndex(text);
  const { t } = context.translator;
  const { covered, thin, missing, problems } = result.coverage;
  const total = covered.length + thin.length + missing.length;
  const parts = [
    heading(result, context),
    t('cli.coverage.summary', total, covered.length, thin.length, missing.length),
  ];
  for (const kind of ['R', 'S'] as const) {
    parts.push('', t(`kind.${kind}`));
    for (const leaf of context.taxonomy.categories.filter(
      (category) => category.kind === kind && category.isLeaf,
    ))
      for (const line of leafLines(leaf, result, lines, context)) parts.push(line);
  }
  parts.push('', t('cli.coverage.problems'));
  if (problems.length === 0) parts.push(`  ${t('cli.coverage.noProblems')}`);
  for (const problem of problems) parts.push(...problemLines(problem, result, context));
  if (result.diagnostics.length > 0) parts.push('', ...diagnosticLines(result.diagnostics, lines, context));
  return `${parts.join('\n')}\n`;
}

function leafLines(leaf: Category, result: DocumentResult, lines: LineIndex, context: TextContext): string[] {
  const { t } = context.translator;
  const { coverage, annotations, nearest, notApplicable = [] } = result;
  const found = annotations.filter(({ category }) => category === leaf.code);
  const status = notApplicable.some(({ category }) => category === leaf.code)
    ? 'notApplicable'
    : remedyStatus(coverage, leaf.code);
  const count = found.length > 0 ? t('cli.coverage.count', found.length) : '';
  const head = `  ${t(`cli.status.${status}`)}  ${nameCell(leaf.code, context)}${count}`;
  const best = status === 'missing' ? nearest.find(({ category }) => category === leaf.code) : undefined;
  const shown = best ?? strongest(found);
  if (!shown) return [head.trimEnd()];
  const label = best
    ? t('cli.coverage.nearest', lines.positionAt(best.start).line, certainty(best.score))
    : place(shown, lines, context);
  return [head.trimEnd(), `        ${clip(`${label} ${shown.quote}`, context.columns - 8)}`];
}

/** A category's code and name, and what parts them from the count, which a long name moves on. */
function nameCell(code: string, context: TextContext): string {
  return `${pad(clip(categoryName(code, context), context.columns - besideName), nameColumns)}  `;
}

function place(tag: AnnotationResult, lines: LineIndex, { translator }: TextContext): string {
  return translator.t('cli.coverage.place', lines.positionAt(tag.start).line);
}

function strongest(found: readonly AnnotationResult[]): AnnotationResult | undefined {
  return found.reduce<AnnotationResult | undefined>(
    (best, tag) => (best && best.score >= tag.score ? best : tag),
    undefined,
  );
}

function problemLines(problem: ProblemClosure, result: DocumentResult, context: TextContext): string[] {
  const { t } = context.translator;
  const thin = new Set(result.coverage.thin);
  const link = context.taxonomy.links.find((candidate) => candidate.problem === problem.category);
  const stated = result.annotations.filter(({ category }) => category === problem.category);
  // The rules keep silent on a problem that a single doubtful sentence states; so that both can be true, it says so.
  const count = t(isSurelyStated(stated) ? 'cli.coverage.count' : 'cli.coverage.doubtful', stated.length);
  const head = `  ${t(`cli.closure.${problem.status}`)}  ${nameCell(problem.category, context)}${count}`;
  const answers = problem.remedies
    .map((code) => {
      const name = categoryName(code, context);
      return thin.has(code) ? t('cli.coverage.thinAnswer', name) : name;
    })
    .join(t('cli.list'));
  const lines = answers === '' ? [] : [t('cli.coverage.answeredBy', answers)];
  if (problem.status !== 'closed' && link)
    lines.push(
      t('cli.coverage.expected', link.primary.map((code) => categoryName(code, context)).join(t('cli.list'))),
    );
  return [head, ...lines.map((line) => `        ${clip(line, context.columns - 8)}`)];
}
