import type { Annotation, Evidence } from '../core/model';
import { userIndicator } from '../core/suppress/suppressions';
import type { Span } from '../core/text/model';
import type { MessageId } from '../l10n/translator';
import type { ServiceContext, Words } from './context';
import { escapeMarkdown } from './markdown';

/** Most reasons shown at once; the rest is one click away. */
const shown = 4;

/** Why a sentence has a tag, strongest reason first, in plain words, as a Markdown list. */
export function reasonList(context: ServiceContext, annotation: Annotation): string {
  return annotation.evidence
    .slice(0, shown)
    .map((piece) => `- ${reasonOf(context, annotation, piece)}`)
    .join('\n');
}

/** Reasons that lie outside of the sentence's own words (core/match/reasons.ts). */
const contexts: Readonly<Record<string, MessageId>> = {
  'context:document': 'reason.context.document',
  'context:neighbours': 'reason.context.neighbours',
  'context:section': 'reason.context.section',
  'context:rivals': 'reason.context.rivals',
  'context:form': 'reason.context.form',
};

/**
 * One reason: the words in the text, what they stand for, and how much they weigh.
 *
 * @param escape Makes text safe where the reason is shown; by default in Markdown.
 */
export function reasonOf(
  context: Words,
  sentence: Span,
  piece: Evidence,
  escape: (text: string) => string = escapeMarkdown,
): string {
  const { translator } = context;
  if (piece.indicator === userIndicator) return translator.t('reason.user');
  const weight = `${piece.weight >= 0 ? '+' : '−'}${Math.abs(piece.weight).toFixed(2)}`;
  const place = contexts[piece.indicator];
  if (place) return translator.t(place, weight);
  const quote = `“${escape(piece.text)}”`;
  if (piece.start < sentence.start || piece.end > sentence.end)
    return translator.t('reason.heading', quote, weight);
  const label = indicatorLabel(context, piece.indicator);
  return label
    ? translator.t('reason.indicator', quote, escape(label), weight)
    : translator.t('reason.word', quote, weight);
}

/** The indicator's name, or null for a feature that is not an indicator of the taxonomy. */
export function indicatorLabel({ taxonomy, translator }: Words, id: string): string | null {
  const category = taxonomy.byCode.get(id.slice(0, Math.max(0, id.indexOf('/'))));
  const indicator = category?.indicators.find((candidate) => candidate.id === id);
  return indicator ? translator.name(indicator.label) : null;
}
