import type { Hover, Position } from 'vscode-languageserver-types';
import { problemsAnswered } from '../core/coverage/answers';
import { certainty } from '../core/match/scoring/certainty';
import type { Annotation, InstrumentHit } from '../core/model';
import type { Category } from '../core/taxonomy/model';
import { isProblemOrRemedy } from '../core/taxonomy/kinds';
import { isOfThePaper } from '../core/taxonomy/origin';
import type { Span } from '../core/text/model';
import { insideQuotes } from '../core/text/quotes';
import { wordsIn } from '../core/text/reading';
import type { MessageId } from '../l10n/translator';
import { categoryChain, categoryLabel, rangeOf, type ServiceContext } from './context';
import { instrumentCategory, underlined } from './highlights';
import { hintPlaces } from './inlayHints';
import { commandLink, escapeMarkdown, markup } from './markdown';
import { indicatorLabel, reasonList } from './reasons';
import { sourceOf } from './source';
import { clip } from '../core/text/clip';

/** Most tags and instruments explained in one hover. */
const mostCards = 4;

/**
 * Explains the tags at a position: where they are underlined, at a paragraph's end, where their hint stands, and in
 * preset `review` anywhere in a tagged sentence (actors, which are in every second one, on their own words only).
 * Named instruments are explained where they are underlined, too.
 */
export function hover(context: ServiceContext, position: Position): Hover | null {
  const offset = context.textDocument.offsetAt(position);
  const found = atWords(context, offset) ?? atHint(context, offset);
  if (!found) return null;
  const isAlone = found.annotations.length === 1;
  const cards = [
    ...found.annotations.map((annotation) => card(context, annotation, isAlone)),
    ...found.instruments.map((hit) => instrumentCard(context, hit)),
  ];
  return {
    contents: markup(cards.slice(0, mostCards).join('\n\n---\n\n'), context.editor.plain.hover),
    ...(found.span ? { range: rangeOf(context, found.span) } : {}),
  };
}

/** What is to be explained, and the words it is explained on; a hint has none. */
interface Explained {
  readonly annotations: readonly Annotation[];
  readonly instruments: readonly InstrumentHit[];
  readonly span: Span | null;
}

function atWords({ analysis, preset }: ServiceContext, offset: number): Explained | null {
  let span: Span | null = null;
  const annotations = analysis.annotations.filter((annotation) => {
    const { kind, start, end } = annotation;
    if (offset < start || offset > end) return false;
    const spans = preset === 'review' && isProblemOrRemedy(kind) ? [annotation] : underlined(annotation);
    const found = spans.find((each) => each.start <= offset && offset <= each.end);
    span ??= found ?? null;
    return found !== undefined;
  });
  // The reasons of a tag of the same category name the instrument already.
  const explained = new Set(annotations.map(({ category }) => category));
  const instruments = new Map<string, InstrumentHit>();
  for (const hit of analysis.instruments)
    if (hit.start <= offset && offset <= hit.end && !explained.has(instrumentCategory(hit)))
      // Two hits of one instrument may touch: 到企业兼职、兼职取酬.
      instruments.set(hit.indicator, instruments.get(hit.indicator) ?? hit);
  span ??= [...instruments.values()][0] ?? null;
  return span ? { annotations, instruments: [...instruments.values()], span } : null;
}

function atHint(context: ServiceContext, offset: number): Explained | null {
  const { line } = context.textDocument.positionAt(offset);
  const from = context.textDocument.offsetAt({ line, character: 0 });
  const place = hintPlaces(context, from, offset).find((hint) => hint.offset === offset);
  return place ? { annotations: place.annotations, instruments: [], span: null } : null;
}

/**
 * First one sentence: what the tag means here, and why. Where several tags are explained at once, what is the same
 * anywhere (the path, the definition, the source) is left to the category's own page.
 */
function card(context: ServiceContext, annotation: Annotation, isAlone: boolean): string {
  const { translator, taxonomy } = context;
  const leaf = taxonomy.byCode.get(annotation.category);
  if (!leaf) return escapeMarkdown(annotation.category);
  return [
    sense(context, annotation),
    answersOf(context, annotation.category),
    ...(isAlone ? [pathTo(context, leaf), escapeMarkdown(translator.name(leaf.definition))] : []),
    `**${translator.t('hover.why')}** ${translator.t('hover.score', certainty(annotation.score))}`,
    reasonList(context, annotation),
    isAlone ? escapeMarkdown(sourceOf(taxonomy, leaf, translator)) : '',
    context.editor.commands ? links(context, annotation).join(' · ') : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const senses: Partial<Record<Annotation['kind'], MessageId>> = {
  P: 'hover.sense.P',
  R: 'hover.sense.R',
  S: 'hover.sense.S',
  A: 'hover.sense.A',
};

/** Most phrases quoted in the sentence that begins a card, and most characters of each. */
const mostPhrases = 2;
const longestPhrase = 40;

/** This is a remedy: R2.3 …, because it says “…”; it may be proposed, or taken already. */
function sense(context: ServiceContext, annotation: Annotation): string {
  const { translator } = context;
  const label = `**${escapeMarkdown(categoryLabel(context, annotation.category))}**`;
  const words = annotation.phrases
    .slice(0, mostPhrases)
    .map((phrase) => wordsIn(context.analysis.document, phrase))
    .map((text) => `“${escapeMarkdown(insideQuotes(clip(text, longestPhrase)))}”`);
  const because = words.length > 0 ? translator.t('hover.because', translator.list(words)) : '';
  const id = senses[annotation.kind];
  return id ? translator.t(id, label, because) : label;
}

/** 实现路径 › 链条共延 › 技术转移与成果转化 › R2.3. */
function pathTo(context: ServiceContext, leaf: Category): string {
  const { translator, taxonomy } = context;
  const names = categoryChain(taxonomy, leaf.code).map(({ name }) => translator.name(name));
  const path = [translator.t(`kind.${leaf.kind}`), ...names, leaf.code].map(escapeMarkdown).join(' › ');
  return leaf.supplement ? `${path} · ${translator.t('supplement')}` : path;
}

/** A named instrument outside of a tag of its category: what it is, and which remedy it would serve. */
function instrumentCard(context: ServiceContext, hit: InstrumentHit): string {
  const { translator, taxonomy, textDocument } = context;
  const code = instrumentCategory(hit);
  const category = taxonomy.byCode.get(code);
  const name = indicatorLabel(context, hit.indicator) ?? hit.text;
  const serves = translator.t('hover.instrument.serves', escapeMarkdown(categoryLabel(context, code)));
  return [
    `**${translator.t('hover.instrument')} › ${escapeMarkdown(name)}**`,
    category ? `${serves}\n\n${escapeMarkdown(translator.name(category.definition))}` : '',
    context.editor.commands
      ? [
          commandLink(translator.t('hover.occurrences'), 'policyLens.showCategory', [textDocument.uri, code]),
          commandLink(translator.t('hover.taxonomy'), 'policyLens.openTaxonomy', [code]),
        ].join(' · ')
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Stated problems of this document that a remedy answers, or remedies that answer a problem. */
function answersOf(context: ServiceContext, code: string): string {
  const { taxonomy, translator, analysis } = context;
  const labels = (codes: readonly string[]): string =>
    escapeMarkdown(translator.list(codes.map((each) => categoryLabel(context, each))));
  const answered = problemsAnswered(code, taxonomy, analysis.coverage.problems).map(({ problem }) => problem);
  if (answered.length > 0) return translator.t('hover.answers', labels(answered));
  const own = taxonomy.links.find(({ problem }) => problem === code);
  if (!own) return '';
  return translator.t(
    isOfThePaper(taxonomy) && !own.isOwn ? 'hover.answeredBy' : 'hover.answeredByOwn',
    labels(own.primary),
  );
}

function links(context: ServiceContext, annotation: Annotation): string[] {
  const { translator, textDocument } = context;
  const { uri } = textDocument;
  const { category, id } = annotation;
  return [
    commandLink(translator.t('hover.occurrences'), 'policyLens.showCategory', [uri, category]),
    commandLink(translator.t('hover.taxonomy'), 'policyLens.openTaxonomy', [category]),
    commandLink(translator.t('hover.notThis'), 'policyLens.suppress', [uri, id]),
    commandLink(translator.t('hover.shouldBe'), 'policyLens.reclassify', [uri, id]),
  ];
}
