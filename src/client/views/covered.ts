import { isRemedyKind } from '../../core/taxonomy/kinds';
import type { CategoryKind } from '../../core/taxonomy/model';
import type { CoveredItem, Overview } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { ViewNode } from './node';
import { kindIcons, occurrenceNodes, type TreeContext } from './parts';

/** Remedies first, because they are what is asked for; the rest explains. */
const order: readonly CategoryKind[] = ['R', 'S', 'P', 'A', 'T', 'M'];

/** Scores from which a category counts as strong or as fair: the words beside its name. */
const strong = 0.85;
const fair = 0.6;

/** Every category found, by kind, with its places; a thin remedy is called so, and counted apart. */
export function coveredTree(context: TreeContext, overview: Overview): ViewNode[] {
  const thin = new Set(
    overview.missing.filter(({ status }) => status === 'thin').map(({ category }) => category),
  );
  return order.flatMap((kind) => {
    const items = overview.covered.filter((item) => item.kind === kind && item.occurrences.length > 0);
    if (items.length === 0) return [];
    const label = context.words.t(`kind.${kind}`);
    const weak = items.filter(({ category }) => thin.has(category)).length;
    const description = [
      context.words.t('client.covered.categories', items.length - weak),
      ...(weak > 0 ? [context.words.t('client.missing.thinCount', weak)] : []),
    ].join(' · ');
    return [
      {
        id: kind,
        label,
        description,
        icon: kindIcons[kind],
        state: isRemedyKind(kind) ? 'expanded' : 'collapsed',
        target: { uri: context.uri },
        children: items.map((item) => categoryNode(context, item, thin.has(item.category))),
      } satisfies ViewNode,
    ];
  });
}

function categoryNode(context: TreeContext, item: CoveredItem, isThin: boolean): ViewNode {
  const { words, uri } = context;
  const label = `${item.category} ${item.name}`;
  const count = words.t('client.covered.places', item.occurrences.length);
  const strength = words.t(
    isThin
      ? 'report.status.thin'
      : item.strength >= strong
        ? 'client.covered.strong'
        : item.strength >= fair
          ? 'client.covered.fair'
          : 'client.covered.weak',
  );
  return {
    id: item.category,
    label,
    description: `${count} · ${strength}`,
    tooltip: `**${escapeMarkdown(label)}**\n\n${escapeMarkdown(context.taxonomy.get(item.category)?.definition ?? '')}`,
    icon: kindIcons[item.kind],
    state: 'collapsed',
    context: 'category occurrences',
    target: { uri, category: item.category },
    children: occurrenceNodes(context, item.category, item.occurrences),
  };
}
