import type { Hover, Position } from 'vscode-languageserver-types';
import type { Annotation } from '../core/model';
import { categoryChain, categoryLabel, listed, rangeOf, type ServiceContext } from './context';
import { evidenceSpans } from './highlights';
import { commandLink, escapeMarkdown } from './markdown';
import { reasonList } from './reasons';

/** Most tags explained in one hover. */
const mostCards = 4;

/**
 * Explains the tags at a position: on the evidence, on a paragraph's end (where the hint stands), and in preset
 * `review` anywhere in a tagged sentence.
 */
export function hover(context: ServiceContext, position: Position): Hover | null {
  const { analysis, textDocument } = context;
  const offset = textDocument.offsetAt(position);
  const tagged = analysis.annotations.filter(
    ({ kind, start, end }) =>
      (kind === 'P' || kind === 'R' || kind === 'S') && start <= offset && offset <= end,
  );
  const chosen =
    context.preset === 'review' ? tagged : tagged.filter((annotation) => isOn(annotation, offset));
  const [first] = chosen;
  if (!first) return null;
  const cards = chosen.slice(0, mostCards).map((annotation) => card(context, annotation));
  return { contents: { kind: 'markdown', value: cards.join('\n\n---\n\n') }, range: rangeOf(context, first) };
}

function isOn(annotation: Annotation, offset: number): boolean {
  if (offset === annotation.end) return true;
  return evidenceSpans(annotation).some(({ start, end }) => start <= offset && offset <= end);
}

function card(context: ServiceContext, annotation: Annotation): string {
  const { translator, taxonomy } = context;
  const chain = categoryChain(taxonomy, annotation.category);
  const leaf = chain.at(-1);
  if (!leaf) return escapeMarkdown(annotation.category);
  const path = [translator.t(`kind.${leaf.kind}`), ...chain.map(({ name }) => translator.name(name))]
    .map(escapeMarkdown)
    .join(' › ');
  const mark = leaf.supplement ? ` · ${translator.t('supplement')}` : '';
  return [
    `**${path} › ${escapeMarkdown(leaf.code)}**${mark}`,
    escapeMarkdown(translator.name(leaf.definition)),
    `**${translator.t('hover.why')}** ${translator.t('hover.score', Math.round(annotation.score * 100))}`,
    reasonList(context, annotation),
    answersOf(context, annotation.category),
    translator.t('hover.source', escapeMarkdown(leaf.section)),
    context.editor.commands ? links(context, annotation).join(' · ') : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Stated problems of this document that a remedy answers, or remedies that answer a problem. */
function answersOf(context: ServiceContext, code: string): string {
  const { taxonomy, translator, analysis } = context;
  const labels = (codes: readonly string[]): string =>
    escapeMarkdown(
      listed(
        context,
        codes.map((each) => categoryLabel(context, each)),
      ),
    );
  const stated = new Set(analysis.coverage.problems.map(({ category }) => category));
  const answered = taxonomy.links
    .filter(
      ({ problem, primary, related }) =>
        stated.has(problem) && (primary.includes(code) || related.includes(code)),
    )
    .map(({ problem }) => problem);
  if (answered.length > 0) return translator.t('hover.answers', labels(answered));
  const own = taxonomy.links.find(({ problem }) => problem === code);
  return own ? translator.t('hover.answeredBy', labels(own.primary)) : '';
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
