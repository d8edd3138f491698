import type { Hover, Position } from 'vscode-languageserver-types';
import type { Annotation } from '../core/model';
import { categoryChain, rangeOf, type ServiceContext } from './context';
import { commandLink, escapeMarkdown } from './markdown';
import { reasonList } from './reasons';

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
    context.preset === 'review' ? tagged : tagged.filter((annotation) => touches(annotation, offset));
  if (chosen.length === 0) return null;
  return {
    contents: {
      kind: 'markdown',
      value: chosen.map((annotation) => card(context, annotation)).join('\n\n---\n\n'),
    },
    range: rangeOf(context, chosen[0] as Annotation),
  };
}

function touches(annotation: Annotation, offset: number): boolean {
  const inside = annotation.evidence.filter(
    ({ start, end }) => start >= annotation.start && end <= annotation.end,
  );
  if (inside.length === 0 || offset === annotation.end) return true;
  return inside.some(({ start, end }) => start <= offset && offset <= end);
}

function card(context: ServiceContext, annotation: Annotation): string {
  const { translator, taxonomy } = context;
  const chain = categoryChain(taxonomy, annotation.category);
  const leaf = chain.at(-1);
  if (!leaf) return '';
  const path = [translator.t(`kind.${leaf.kind}`), ...chain.map(({ name }) => translator.name(name))]
    .map(escapeMarkdown)
    .join(' › ');
  const mark = leaf.supplement ? ` · ${translator.t('supplement')}` : '';
  const parts = [
    `**${path}** \`${leaf.code}\`${mark}`,
    escapeMarkdown(translator.name(leaf.definition)),
    `**${translator.t('hover.why')}** ${translator.t('hover.score', Math.round(annotation.score * 100))}`,
    reasonList(context, annotation),
  ];
  const answers = answersOf(context, annotation.category);
  if (answers) parts.push(answers);
  parts.push(translator.t('hover.source', escapeMarkdown(leaf.section)));
  parts.push(links(context, annotation).join(' · '));
  return parts.join('\n\n');
}

/** Stated problems of this document that a remedy answers, or remedies that answer a problem. */
function answersOf(context: ServiceContext, code: string): string | null {
  const { taxonomy, translator, analysis } = context;
  const stated = new Set(analysis.coverage.problems.map(({ category }) => category));
  const list = taxonomy.links
    .filter(
      ({ problem, primary, related }) =>
        stated.has(problem) && (primary.includes(code) || related.includes(code)),
    )
    .map(
      ({ problem }) =>
        `${problem} ${translator.name(taxonomy.byCode.get(problem)?.name ?? { zh: '', en: '' })}`,
    );
  if (list.length > 0) return translator.t('hover.answers', list.map(escapeMarkdown).join('、'));
  const own = taxonomy.links.find(({ problem }) => problem === code);
  if (!own) return null;
  const names = own.primary.map(
    (remedy) => `${remedy} ${translator.name(taxonomy.byCode.get(remedy)?.name ?? { zh: '', en: '' })}`,
  );
  return translator.t('hover.answeredBy', names.map(escapeMarkdown).join('、'));
}

function links(context: ServiceContext, annotation: Annotation): string[] {
  const { translator, textDocument } = context;
  return [
    commandLink(translator.t('hover.occurrences'), 'policyLens.showCategory', [
      textDocument.uri,
      annotation.category,
    ]),
    commandLink(translator.t('hover.taxonomy'), 'policyLens.openTaxonomy', [annotation.category]),
    commandLink(translator.t('hover.notThis'), 'policyLens.suppress', [textDocument.uri, annotation.id]),
    commandLink(translator.t('hover.shouldBe'), 'policyLens.reclassify', [textDocument.uri, annotation.id]),
  ];
}
