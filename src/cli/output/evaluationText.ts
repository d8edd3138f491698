import {
  leastSupport,
  type CategoryScore,
  type Evaluation,
  type Score,
  type SummaryScore,
} from '../../core/evaluate/model';
import { categoryLabel } from '../../service/context';
import type { TracedError } from '../commands/evaluate';
import type { TextContext } from './annotationText';
import { clip, fit, pad, widthOf, wrap } from './columns';
import { categoryLines } from './explanationText';

/** Columns of a name where there is room, and of a figure. */
const nameColumns = 40;
const figureColumns = 7;

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
    ...fit(t('cli.evaluate.head', documents, units, percent(exactUnits)), context.columns),
    '',
    headRow(context),
    ...rowWith(t('cli.evaluate.leaf'), leaf, macro(leaf, context), context),
    ...rowWith(t('cli.evaluate.group'), group, macro(group, context), context),
    row(t('cli.evaluate.problems'), problems, context),
    row(t('cli.evaluate.remedies'), remedies, context),
    ...rowWith(
      t('cli.evaluate.missing'),
      missing,
      t('cli.evaluate.accuracy', percent(missing.accuracy)),
      context,
    ),
    ...fit(t('cli.evaluate.macroNote', leastSupport), context.columns),
    '',
    t('cli.evaluate.byCategory'),
    ...evaluation.categories.map((score) => categoryRow(score, context)),
    '',
    t('cli.evaluate.byGroup'),
    ...evaluation.groups.map((score) => categoryRow(score, context)),
    '',
    ...fit(t('cli.evaluate.confusions'), context.columns),
    ...evaluation.confusions
      .slice(0, mostConfusions)
      .flatMap(({ gold, found, count }) =>
        wrap(
          `${side(gold, context)} → ${side(found, context)}`,
          context.columns,
          `${String(count).padStart(6)}  `,
          ' '.repeat(8),
        ),
      ),
  ];
  for (const { code, count } of evaluation.unknownCodes)
    lines.push(...fit(t('cli.evaluate.unknown', code, count), context.columns));
  if (errors.length > 0)
    lines.push('', t('cli.evaluate.errors'), ...errors.flatMap((error) => errorLines(error, context)));
  return `${lines.join('\n')}\n`;
}

function headRow(context: TextContext): string {
  const { t } = context.translator;
  const heads = [t('cli.evaluate.precision'), t('cli.evaluate.recall'), 'F1', t('cli.evaluate.support')];
  return `${pad('', namesIn(context))}${heads.map((head) => pad('', figureColumns - widthOf(head)) + head).join('')}`;
}

/** Columns of the names that a terminal leaves. */
function namesIn({ columns }: TextContext): number {
  return Math.min(nameColumns, columns - 4 * figureColumns);
}

function row(name: string, { precision, recall, f1, support }: Score, context: TextContext): string {
  const columns = namesIn(context);
  const figures = [percent(precision), percent(recall), percent(f1), String(support)];
  return `${pad(clip(name, columns - 1), columns)}${figures.map((figure) => figure.padStart(figureColumns)).join('')}`;
}

/** A row with one more figure, below it where it does not fit behind. */
function rowWith(name: string, score: Score, more: string, context: TextContext): string[] {
  const figures = row(name, score, context);
  const whole = `${figures}  ${more}`;
  return widthOf(whole) <= context.columns ? [whole] : [figures, `  ${more}`];
}

function categoryRow(score: CategoryScore, context: TextContext): string {
  return row(`  ${categoryLabel(context, score.category)}`, score, context);
}

function macro({ macroF1, macroCategories }: SummaryScore, { translator: { t } }: TextContext): string {
  return macroF1 === null
    ? t('cli.evaluate.noMacro')
    : t('cli.evaluate.macro', percent(macroF1), macroCategories);
}

function side(code: string | null, context: TextContext): string {
  return code === null ? context.translator.t('cli.evaluate.none') : categoryLabel(context, code);
}

function errorLines(error: TracedError, context: TextContext): string[] {
  const { t } = context.translator;
  const { document, unit, text, gold, found, kind, category, trace } = error;
  const codes = (list: readonly string[]): string => list.join(' ') || '-';
  return [
    '',
    ...fit(
      `${document}:${unit}  ${t(`cli.evaluate.${kind}`)} ${categoryLabel(context, category)}`,
      context.columns,
    ),
    `  ${clip(text, context.columns - 2)}`,
    ...fit(t('cli.evaluate.codes', codes(gold), codes(found)), context.columns, '  ', '  '),
    ...(trace ? categoryLines(trace, error, context) : [`  ${t('explain.noEvidence')}`]),
  ];
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
