import { certainty } from '../../core/match/scoring/certainty';
import type { CategoryExplanation, Explanation } from '../../core/match/explanation';
import type { Lines } from '../../core/text/lines';
import type { Span } from '../../core/text/model';
import { insideQuotes } from '../../core/text/quotes';
import type { MessageId } from '../../l10n/translator';
import { categoryLabel } from '../../service/context';
import { baseOf, indicatorLabel, quotable, reasonOf, toldReasons } from '../../service/reasons';
import type { TextContext } from './annotationText';
import { fit, printable, wrap } from './columns';

/** Before what is said of a sentence, and of one category. */
const factIndent = '  ';
const reasonIndent = '    ';

/** Why one sentence has its tags and no others, for reading in a terminal. */
export function explanationText(
  explanation: Explanation,
  text: string,
  lines: Lines,
  context: TextContext,
): string {
  const { columns } = context;
  const { t } = context.translator;
  const { start, end, section, parts, cues, frames, otherSubject, categories } = explanation;
  const { line, column } = lines.at(start);
  const place = `${line}:${column} `;
  const facts = [
    section === '' ? t('explain.noSection') : t('explain.section', printable(section)),
    ...(parts.length > 0
      ? [t('explain.parts', parts.map((part) => t(`explain.part.${part}` as MessageId)).join(t('cli.list')))]
      : []),
    ...(cues.length > 0
      ? [
          t(
            'explain.cues',
            cues
              .map(({ kind, text: cue }) => t('explain.cue', printable(cue), t(`cue.${kind}`)))
              .join(t('cli.list')),
          ),
        ]
      : []),
    ...frames.map(({ kind, text: framed }) => t(`explain.frame.${kind}`, printable(quotable(framed)))),
    ...(otherSubject !== null ? [t('explain.otherSubject', otherSubject)] : []),
    ...(categories.length === 0 ? [t('explain.nothing')] : []),
  ];
  return [
    ...wrap(text.slice(start, end), columns, place, ' '.repeat(place.length)),
    ...facts.flatMap((fact) => wrap(fact, columns, factIndent, factIndent)),
    ...categories.flatMap((category) => ['', ...categoryLines(category, explanation, context)]),
    '',
  ].join('\n');
}

/** The verdict on one category, and all that speaks for and against it. */
export function categoryLines(
  { category, tagged, score, threshold, ...rest }: CategoryExplanation,
  sentence: Span,
  context: TextContext,
): string[] {
  const { t } = context.translator;
  const verdict = t(tagged ? 'explain.tagged' : 'explain.untagged', certainty(score), certainty(threshold));
  return [
    ...fit(`${categoryLabel(context, category)}  ${verdict}`, context.columns, factIndent, reasonIndent),
    ...reasonLines({ tagged, score, ...rest }, sentence, context).flatMap((reason) =>
      wrap(reason, context.columns, reasonIndent, reasonIndent),
    ),
  ];
}

/** Evidence, matches that do not count, and the nearest indicator of a category that was not given. */
function reasonLines(
  { evidence, blocked, nearest, tagged, score }: Omit<CategoryExplanation, 'category' | 'threshold'>,
  sentence: Span,
  context: TextContext,
): string[] {
  const { t } = context.translator;
  const reasons = [
    ...toldReasons(evidence).map((piece) => reasonOf(context, sentence, piece, printable)),
    ...blocked.map(({ reason, text, by }) =>
      t(`explain.blocked.${reason}`, printable(insideQuotes(text)), printable(insideQuotes(by.text))),
    ),
  ];
  const base = reasons.length > 0 ? baseOf({ score, evidence }) : null;
  if (base !== null) reasons.push(t('explain.base', base));
  if (nearest && !tagged)
    reasons.push(
      t(
        'explain.nearest',
        indicatorLabel(context, nearest.indicator) ?? nearest.indicator,
        nearest.phrase,
        printable(insideQuotes(nearest.shared)),
      ),
    );
  return reasons.length > 0 ? reasons : [t('explain.noEvidence')];
}
