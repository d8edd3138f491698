import type { Range } from 'vscode-languageserver-types';
import { certainty } from '../core/match/scoring/certainty';
import { explain } from '../core/match/explain';
import type { BlockedEvidence, CategoryExplanation, Explanation } from '../core/match/explanation';
import type { Environment } from '../core/model';
import { insideQuotes } from '../core/text/quotes';
import { wordsIn } from '../core/text/reading';
import type { MessageId } from '../l10n/translator';
import type { ExplainResult } from '../protocol';
import { categoryLabel, rangeOf, type ServiceContext } from './context';
import { escapeMarkdown } from './markdown';
import { asRead, baseOf, indicatorLabel, quotable, reasonOf, toldReasons } from './reasons';

/** Most categories shown for one sentence, and most sentences of a selection; both bound the length of the answer. */
const mostCategories = 6;
const mostSentences = 8;

/**
 * Where the sentences of a selection get their tags from, and why they have no others: headings, cues of stance,
 * evidence for and against, matches that do not count, the nearest indicator. Markdown, everything escaped.
 *
 * @param category Only this category; all with any evidence where absent.
 */
export function explainSelection(
  context: ServiceContext,
  environment: Environment,
  range: Range,
  category?: string,
): ExplainResult {
  const { textDocument, analysis, translator } = context;
  const span = { start: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) };
  const explanations = explain(analysis, environment, span, category, mostSentences);
  const [first] = explanations;
  const last = explanations.at(-1);
  if (!first || !last) return { markdown: translator.t('explain.noSentence'), range: null };
  return {
    markdown: explanations.map((explanation) => sentence(context, explanation)).join('\n\n---\n\n'),
    range: rangeOf(context, { start: first.start, end: last.end }),
  };
}

function sentence(context: ServiceContext, explanation: Explanation): string {
  const { translator, analysis } = context;
  const { start, end, section, parts, cues, frames, otherSubject, categories } = explanation;
  const lines = [
    translator.t('explain.title', escapeMarkdown(insideQuotes(wordsIn(analysis.document, { start, end })))),
    section === ''
      ? translator.t('explain.noSection')
      : translator.t('explain.section', escapeMarkdown(section)),
  ];
  if (parts.length > 0)
    lines.push(
      translator.t(
        'explain.parts',
        translator.list(parts.map((part) => translator.t(`explain.part.${part}` as MessageId))),
      ),
    );
  if (cues.length > 0)
    lines.push(
      translator.t(
        'explain.cues',
        translator.list(
          cues.map((cue) =>
            translator.t(
              'explain.cue',
              escapeMarkdown(asRead(context, cue).text),
              translator.t(`cue.${cue.kind}`),
            ),
          ),
        ),
      ),
    );
  for (const frame of frames)
    lines.push(
      translator.t(`explain.frame.${frame.kind}`, escapeMarkdown(quotable(asRead(context, frame).text))),
    );
  if (otherSubject !== null) lines.push(translator.t('explain.otherSubject', otherSubject));
  if (categories.length === 0) lines.push(translator.t('explain.nothing'));
  for (const one of categories.slice(0, mostCategories)) lines.push(ofCategory(context, explanation, one));
  return lines.join('\n\n');
}

function ofCategory(context: ServiceContext, { start, end }: Explanation, one: CategoryExplanation): string {
  const { translator } = context;
  const verdict = translator.t(
    one.tagged ? 'explain.tagged' : 'explain.untagged',
    certainty(one.score),
    certainty(one.threshold),
  );
  const reasons = [
    ...toldReasons(one.evidence).map((piece) => reasonOf(context, { start, end }, asRead(context, piece))),
    ...one.blocked.map((piece) => ofBlocked(context, piece)),
  ];
  const base = reasons.length > 0 ? baseOf(one) : null;
  if (base !== null) reasons.push(translator.t('explain.base', base));
  if (one.nearest && !one.tagged) {
    const { indicator, phrase, shared } = one.nearest;
    const label = indicatorLabel(context, indicator) ?? indicator;
    reasons.push(
      translator.t(
        'explain.nearest',
        escapeMarkdown(label),
        escapeMarkdown(phrase),
        escapeMarkdown(insideQuotes(shared)),
      ),
    );
  }
  if (reasons.length === 0) reasons.push(translator.t('explain.noEvidence'));
  return `**${escapeMarkdown(categoryLabel(context, one.category))}** · ${verdict}\n\n${reasons.map((reason) => `- ${reason}`).join('\n')}`;
}

function ofBlocked(context: ServiceContext, blocked: BlockedEvidence): string {
  const { reason, text, by } = asRead(context, blocked);
  return context.translator.t(
    `explain.blocked.${reason}`,
    escapeMarkdown(insideQuotes(text)),
    escapeMarkdown(insideQuotes(asRead(context, by).text)),
  );
}
