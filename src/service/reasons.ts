import { foldReasons } from '../core/match/reasons/foldReasons';
import { wordClasses } from '../core/match/words/wordClasses';
import type { Annotation, Evidence } from '../core/model';
import { userIndicator } from '../core/suppress/suppressions';
import type { Span } from '../core/text/model';
import { insideQuotes } from '../core/text/quotes';
import { wordsIn } from '../core/text/reading';
import type { MessageId } from '../l10n/translator';
import { categoryLabel, type ServiceContext, type Words } from './context';
import { escapeMarkdown } from './markdown';

/** Most reasons shown at once; the rest is one click away. */
const mostShown = 4;

/** Reasons that weigh less tell a reader nothing. */
const leastTold = 0.15;

/** The reasons of a tag that are told to people: the strongest few, each phrase once, no single character or mark. */
export function toldReasons(evidence: readonly Evidence[]): readonly Evidence[] {
  return foldReasons(evidence)
    .filter((piece) => piece.indicator === userIndicator || isTelling(piece))
    .slice(0, mostShown);
}

function isTelling({ indicator, text, weight }: Evidence): boolean {
  if (Math.abs(weight) < leastTold) return false;
  const kind = kindOf(indicator);
  return (
    kind === '' || surroundings[indicator] !== undefined || (text.match(/[\p{L}\p{N}]/gu) ?? []).length > 1
  );
}

/** The kind of a model's feature; empty for an indicator of the taxonomy. */
function kindOf(indicator: string): string {
  return indicator.slice(0, Math.max(0, indicator.indexOf(':')));
}

/** Why a sentence has a tag, strongest reason first, in plain words, as a Markdown list. */
export function reasonList(context: ServiceContext, annotation: Annotation): string {
  return toldReasons(annotation.evidence)
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

/** What is said of a stretch quotes it without the comma that it ends at, and without the marks of another quotation. */
export function quotable(text: string): string {
  return insideQuotes(text.trim().replace(/[，,：:；;。]$/, ''));
}

/**
 * Reasons without words of the sentence: what the surroundings add up to (core/match/reasons/reasons.ts), and the
 * kinds of features that only go into them (core/match/scoring/context.ts, core/match/evidence/evidence.ts).
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
  const quote = `“${escape(insideQuotes(piece.text))}”`;
  if (piece.start < sentence.start || piece.end > sentence.end)
    return translator.t('reason.heading', quote, weight);
  const kind = kindOf(piece.indicator);
  const rest = piece.indicator.slice(kind === '' ? 0 : kind.length + 1);
  const place = surroundings[piece.indicator] ?? surroundings[kind];
  if (place) return translator.t(piece.weight >= 0 ? place : (`${place}.against` as MessageId), weight);
  if (kind === 'cue') return translator.t('reason.cue', translator.t(`cue.${rest}` as MessageId), weight);
  const label = kind === 'category' ? categoryOf(context, rest) : indicatorLabel(context, plain(rest));
  if (label) return translator.t(stanceIn(rest), quote, escape(label), weight);
  const wording = wordings[kind];
  if (wording === 'reason.class' || wording === 'reason.frame') {
    const like = namingWord(rest.split(' ')[0] ?? '', piece.text);
    return like ? translator.t(wording, quote, weight, like) : translator.t('reason.word', quote, weight);
  }
  return translator.t(wording ?? 'reason.word', quote, weight);
}

/**
 * The first word of a class, which everybody would name it by; undefined where it stands in what is quoted, of which it
 * says nothing: “风险” is no word like “风险”.
 *
 * @param name Of the class of the word itself, or of the one before it.
 */
function namingWord(name: string, quoted: string): string | undefined {
  const words = wordClasses.find((each) => each.name === name)?.words.split(' ');
  return words?.[0] !== undefined && quoted.includes(words[0]) ? undefined : words?.[0];
}

/**
 * Where the count begins, so that the numbers told add up to the certainty: what a category has without any evidence,
 * with what is too small to tell. Null where the score is no sum.
 */
export function baseOf({
  score,
  evidence,
}: {
  readonly score: number;
  readonly evidence: readonly Evidence[];
}): string | null {
  if (score <= 0 || score >= 1) return null;
  const told = toldReasons(evidence).reduce((sum, { weight }) => sum + weight, 0);
  const base = Math.log(score / (1 - score)) - told;
  return `${base >= 0 ? '+' : '−'}${Math.abs(base).toFixed(2)}`;
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
