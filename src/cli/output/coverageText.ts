import type { ProblemClosure } from '../../core/coverage/model';
import { answerStatus, remedyStatus, type AnswerStatus, type RemedyStatus } from '../../core/coverage/status';
import { certainty } from '../../core/match/scoring/certainty';
import type { AnnotationResult, DocumentResult } from '../../core/report/contract';
import { isSurelyStated } from '../../core/rules/clues';
import { primaryRemedies } from '../../core/taxonomy/links';
import { remedyLeaves } from '../../core/taxonomy/kinds';
import type { Category } from '../../core/taxonomy/model';
import { Lines } from '../../core/text/lines';
import { categoryLabel } from '../../service/context';
import { diagnosticLines, heading, type TextContext } from './annotationText';
import { clip, fit, pad, widthOf, wrap } from './columns';

/** Columns of a category's code and name where there is room; least of them, for the code. */
const nameColumns = 34;
const leastNameColumns = 6;

/** Before what is said below a category. */
const below = ' '.repeat(8);

/** Columns of the gaps before a status, a name and a count. */
const gaps = 6;

/** Columns kept for the count. */
const countColumns = 10;

/** Coverage of one document for reading in a terminal. */
export function coverageText(result: DocumentResult, text: string, context: TextContext): string {
  const lines = new Lines(text);
  const { t } = context.translator;
  const { covered, thin, missing, problems } = result.coverage;
  const total = covered.length + thin.length + missing.length;
  const parts = [
    heading(result, context),
    ...fit(t('cli.coverage.summary', total, covered.length, thin.length, missing.length), context.columns),
  ];
  const leaves = remedyLeaves(context.taxonomy.categories);
  const statusColumns = widest(leaves.map(({ code }) => t(`report.status.${statusOf(code, result)}`)));
  for (const kind of ['R', 'S'] as const) {
    const ofKind = leaves.filter((category) => category.kind === kind);
    // A taxonomy of one's own may have one of them only.
    if (ofKind.length > 0) parts.push('', t(`kind.${kind}`));
    for (const leaf of ofKind)
      for (const line of leafLines(leaf, result, lines, { ...context, statusColumns })) parts.push(line);
  }
  parts.push('', t('cli.coverage.problems'));
  if (problems.length === 0) parts.push(`  ${t('cli.coverage.noProblems')}`);
  const closureColumns = widest(problems.map((problem) => t(`report.status.${answerOf(problem, context)}`)));
  for (const problem of problems)
    parts.push(...problemLines(problem, result, { ...context, statusColumns: closureColumns }));
  if (result.diagnostics.length > 0) parts.push('', ...diagnosticLines(result.diagnostics, lines, context));
  return `${parts.join('\n')}\n`;
}

/** What the lines of one table share: the columns of its widest status. */
interface TableContext extends TextContext {
  readonly statusColumns: number;
}

function widest(names: readonly string[]): number {
  return Math.max(0, ...names.map(widthOf));
}

function statusOf(
  code: string,
  { coverage, notApplicable = [] }: DocumentResult,
): RemedyStatus | 'notApplicable' {
  return notApplicable.some(({ category }) => category === code)
    ? 'notApplicable'
    : remedyStatus(coverage, code);
}

function leafLines(leaf: Category, result: DocumentResult, lines: Lines, context: TableContext): string[] {
  const { t } = context.translator;
  const { annotations, nearest } = result;
  const found = annotations.filter(({ category }) => category === leaf.code);
  const status = statusOf(leaf.code, result);
  const count = found.length > 0 ? t('cli.coverage.count', found.length) : '';
  const head = `  ${statusCell(status, context)}  ${nameAndCount(leaf.code, count, context)}`;
  const best = status === 'missing' ? nearest.find(({ category }) => category === leaf.code) : undefined;
  const shown = best ?? strongest(found);
  if (!shown) return [head.trimEnd()];
  const label = best
    ? t('cli.coverage.nearest', lines.at(best.start).line, certainty(best.score))
    : place(shown, lines, context);
  return [head.trimEnd(), `${below}${clip(`${label} ${shown.quote}`, context.columns - below.length)}`];
}

/** A status by the name it has in reports and in the editor. */
function statusCell(
  status: ReturnType<typeof statusOf> | AnswerStatus,
  { translator, statusColumns }: TableContext,
): string {
  return pad(translator.t(`report.status.${status}`), statusColumns);
}

/** A category's code and name, and a count, which a long name moves on. */
function nameAndCount(code: string, count: string, context: TableContext): string {
  const beside = context.statusColumns + gaps + Math.max(countColumns, widthOf(count));
  const room = Math.max(leastNameColumns, context.columns - beside);
  return `${pad(clip(categoryLabel(context, code), room), Math.min(nameColumns, room))}  ${count}`;
}

function place(tag: AnnotationResult, lines: Lines, { translator }: TextContext): string {
  return translator.t('cli.coverage.place', lines.at(tag.start).line);
}

function strongest(found: readonly AnnotationResult[]): AnnotationResult | undefined {
  return found.reduce<AnnotationResult | undefined>(
    (best, tag) => (best && best.score >= tag.score ? best : tag),
    undefined,
  );
}

function answerOf(problem: ProblemClosure, context: TextContext): AnswerStatus {
  const primary = primaryRemedies(context.taxonomy, problem.category);
  return answerStatus(problem.status, problem.remedies, (code) => primary.includes(code));
}

function problemLines(problem: ProblemClosure, result: DocumentResult, context: TableContext): string[] {
  const { t } = context.translator;
  const thin = new Set(result.coverage.thin);
  const primary = primaryRemedies(context.taxonomy, problem.category);
  const stated = result.annotations.filter(({ category }) => category === problem.category);
  // The rules keep silent on a problem that a single doubtful sentence states; so that both can be true, it says so.
  const count = t(isSurelyStated(stated) ? 'cli.coverage.count' : 'cli.coverage.doubtful', stated.length);
  const head = `  ${statusCell(answerOf(problem, context), context)}  ${nameAndCount(problem.category, count, context)}`;
  const answers = problem.remedies
    .map((code) => {
      const name = categoryLabel(context, code);
      return thin.has(code) ? t('cli.coverage.thinAnswer', name) : name;
    })
    .join(t('cli.list'));
  const lines = answers === '' ? [] : [t('cli.coverage.answeredBy', answers)];
  if (problem.status !== 'closed' && primary.length > 0)
    lines.push(
      t('cli.coverage.expected', primary.map((code) => categoryLabel(context, code)).join(t('cli.list'))),
    );
  return [head, ...lines.flatMap((line) => wrap(line, context.columns, below, below))];
}
