import type { CategoryScore, Evaluation, Score, SummaryScore } from '../../core/evaluate/model';
import type { TracedError } from '../commands/evaluate';
import { categoryName, type TextContext } from './annotationText';
import { clip, pad } from './columns';
import { categoryLines } from './explanationText';

const nameColumns = 40;
const mostConfusions = 20;

/** An evaluation for reading in a terminal. */
export function evaluationText(
  evaluation: Evaluation,
  errors: readonly TracedError[],
  context: TextContext,
): string {
  const { t } = context.translator;
  const { documents, units, exactUnits, leaf, group, problems, remedies, missing } = evaluation;
  const lines = [
    t('cli.evaluate.head', documents, units, percent(exactUnits)),
    '',
    headRow(context),
    row(t('cli.evaluate.leaf'), leaf, macro(leaf, context)),
    row(t('cli.evaluate.group'), group, macro(group, context)),
    row(t('cli.evaluate.problems'), problems),
    row(t('cli.evaluate.remedies'), remedies),
    row(t('cli.evaluate.missing'), missing, t('cli.evaluate.accuracy', percent(missing.accuracy))),
    '',
    t('cli.evaluate.byCategory'),
    ...evaluation.categories.map((score) => categoryRow(score, context)),
    '',
    t('cli.evaluate.byGroup'),
    ...evaluation.groups.map((score) => categoryRow(score, context)),
    '',
    t('cli.evaluate.confusions'),
    ...evaluation.confusions
      .slice(0, mostConfusions)
      .map(
        ({ gold, found, count }) =>
          `${String(count).padStart(6)}  ${side(gold, context)} → ${side(found, context)}`,
      ),
  ];
  for (const { code, count } of evaluation.unknownCodes) lines.push(t('cli.evaluate.unknown', code, count));
  if (errors.length > 0)
    lines.push('', t('cli.evaluate.errors'), ...errors.flatMap((error) => errorLines(error, context)));
  return `${lines.join('\n')}\n`;
}

function headRow({ translator: { t } }: TextContext): string {
  const heads = [t('cli.evaluate.precision'), t('cli.evaluate.recall'), 'F1', t('cli.evaluate.support')];
  return `${pad('', nameColumns)}${heads.map((head) => pad('', 8 - widthFrom(head)) + head).join('')}`;
}

function widthFrom(head: string): number {
  return [...head].reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0);
}

function row(name: string, { precision, recall, f1, support }: Score, more = ''): string {
  const figures = [percent(precision), percent(recall), percent(f1), String(support)];
  return `${pad(clip(name, nameColumns - 1), nameColumns)}${figures.map((figure) => figure.padStart(8)).join('')}${more && `  ${more}`}`;
}

function categoryRow(score: CategoryScore, context: TextContext): string {
  return row(`  ${categoryName(score.category, context)}`, score);
}

function macro({ macroF1 }: SummaryScore, { translator }: TextContext): string {
  return translator.t('cli.evaluate.macro', percent(macroF1));
}

function side(code: string | null, context: TextContext): string {
  return code === null ? context.translator.t('cli.evaluate.none') : categoryName(code, context);
}

function errorLines(error: TracedError, context: TextContext): string[] {
  const { t } = context.translator;
  const { document, unit, text, gold, found, kind, category, trace } = error;
  const codes = (list: readonly string[]): string => list.join(' ') || '-';
  return [
    '',
    `${document}:${unit}  ${t(`cli.evaluate.${kind}`)} ${categoryName(category, context)}`,
    `  ${clip(text, context.columns - 2)}`,
    `  ${t('cli.evaluate.codes', codes(gold), codes(found))}`,
    ...(trace ? categoryLines(trace, error, context) : [`  ${t('explain.noEvidence')}`]),
  ];
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
