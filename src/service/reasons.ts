import type { Annotation, Evidence } from '../core/model';
import { userIndicator } from '../core/suppress/suppressions';
import type { Span } from '../core/text/model';
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

/** One reason: the words in the text, what they stand for, and how much they weigh. Escaped Markdown. */
export function reasonOf(context: Words, sentence: Span, piece: Evidence): string {
  const { translator } = context;
  if (piece.indicator === userIndicator) return translator.t('reason.user');
  const quote = `“${escapeMarkdown(piece.text)}”`;
  const weight = `${piece.weight >= 0 ? '+' : '−'}${Math.abs(piece.weight).toFixed(2)}`;
  const isHeadingContext = piece.start < sentence.start || piece.end > sentence.end;
  const label = indicatorLabel(context, piece.indicator);
  if (piece.text === '') return translator.t('reason.context', weight);
  if (isHeadingContext) return translator.t('reason.heading', quote, weight);
  return label
    ? translator.t('reason.indicator', quote, escapeMarkdown(label), weight)
    : translator.t('reason.word', quote, weight);
}

/** The indicator's name, or null for a feature that is not an indicator of the taxonomy. */
export function indicatorLabel({ taxonomy, translator }: Words, id: string): string | null {
  const category = taxonomy.byCode.get(id.slice(0, Math.max(0, id.indexOf('/'))));
  const indicator = category?.indicators.find((candidate) => candidate.id === id);
  return indicator ? translator.name(indicator.label) : null;
}
