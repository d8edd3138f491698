import type { Annotation, Evidence } from '../core/model';
import { userIndicator } from '../core/suppress/suppressions';
import type { Span } from '../core/text/model';
import { wordsIn } from '../core/text/reading';
import type { MessageId } from '../l10n/translator';
import { categoryLabel, type ServiceContext, type Words } from './context';
import { escapeMarkdown } from './markdown';

/** Most reasons shown at once; the rest is one click away. */
const shown = 4;

/** Why a sentence has a tag, strongest reason first, in plain words, as a Markdown list. */
export function reasonList(context: ServiceContext, annotation: Annotation): string {
  return annotation.evidence
    .slice(0, shown)
    .map((piece) => `- ${reasonOf(context, annotation, asRead(context, piece))}`)
    .join('\n');
}

/** A piece of the text with its words as they read, without marks of Markdown. */
export function asRead<Piece extends Span & { readonly text: string }>(
  { analysis }: ServiceContext,
  piece: Piece,
): Piece {
  return { ...piece, text: wordsIn(analysis.document, piece) };
}

/**
 * Reasons without words of the sentence: what the surroundings add up to (core/match/reasons.ts), and the kinds of
 * features that only go into them (core/match/context.ts, evidence.ts).
 */
const surroundings: Readonly<Record<string, MessageId>> = {
  'context:heading': 'reason.context.heading',
  'context:document': 'reason.context.document',
  'context:form': 'reason.context.form',
  'context:paragraph': 'reason.context.paragraph',
  heading: 'reason.context.heading',
  'heading?': 'reason.context.form',
  headingHit: 'reason.context.heading',
  above: 'reason.context.heading',
  aboveHit: 'reason.context.heading',
  part: 'reason.context.heading',
  topic: 'reason.context.document',
  field: 'reason.context.document',
  off: 'reason.context.document',
  kind: 'reason.context.document',
  title: 'reason.context.document',
  outline: 'reason.context.document',
  before: 'reason.context.paragraph',
  after: 'reason.context.paragraph',
  lead: 'reason.context.paragraph',
  form: 'reason.context.form',
  length: 'reason.context.form',
  place: 'reason.context.form',
  number: 'reason.context.form',
};

/** Reasons that are words of the sentence, by the kind of the model's feature. */
const wordings: Readonly<Record<string, MessageId>> = {
  pair: 'reason.pair',
  skip: 'reason.pair',
  frame: 'reason.frame',
  class: 'reason.class',
  set: 'reason.class',
  defect: 'reason.defect',
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
  const quote = `“${escape(piece.text)}”`;
  if (piece.start < sentence.start || piece.end > sentence.end)
    return translator.t('reason.heading', quote, weight);
  const colon = piece.indicator.indexOf(':');
  const kind = piece.indicator.slice(0, Math.max(0, colon));
  const rest = piece.indicator.slice(colon + 1);
  const place = surroundings[piece.indicator] ?? surroundings[kind];
  if (place) return translator.t(place, weight);
  if (kind === 'cue') return translator.t('reason.cue', translator.t(`cue.${rest}` as MessageId), weight);
  const label = kind === 'category' ? categoryOf(context, rest) : indicatorLabel(context, plain(rest));
  if (label) return translator.t(stanceIn(rest), quote, escape(label), weight);
  return translator.t(wordings[kind] ?? 'reason.word', quote, weight);
}

/** A feature without the stance it stands in: `R2.3/roadshow@defect` is about `R2.3/roadshow`. */
function plain(rest: string): string {
  return rest.replace(/@.*$/u, '');
}

/** Words of a remedy in a stated defect, or of a problem that is being removed, speak in another way. */
function stanceIn(rest: string): MessageId {
  if (rest.endsWith('@defect')) return 'reason.indicator.defect';
  if (rest.endsWith('@resolved')) return 'reason.indicator.resolved';
  return 'reason.indicator';
}

function categoryOf(words: Words, rest: string): string | null {
  const code = plain(rest);
  return words.taxonomy.byCode.has(code) ? categoryLabel(words, code) : null;
}

/** The indicator's name, or null for a feature that is not an indicator of the taxonomy. */
export function indicatorLabel({ taxonomy, translator }: Words, id: string): string | null {
  const category = taxonomy.byCode.get(id.slice(0, Math.max(0, id.indexOf('/'))));
  const indicator = category?.indicators.find((candidate) => candidate.id === id);
  return indicator ? translator.name(indicator.label) : null;
}
