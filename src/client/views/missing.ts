import { grouped } from '../../core/grouped';
import { certainty } from '../../core/match/scoring/certainty';
import type { MissingItem, Overview } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { ViewNode } from './node';
import { kindIcons, shorten, type TreeContext } from './parts';

/**
 * Remedies that the document lacks or has only thinly, by group; what does not apply stands in the last view. None of
 * a text that has hardly begun.
 */
export function missingTree(context: TreeContext, overview: Overview): ViewNode[] {
  const groups = grouped(openItems(overview), ({ category }) => context.taxonomy.groupOf(category));
  // In taxonomy order: an item that changes from missing to thin keeps its place.
  const order = context.taxonomy.taxonomy.categories.map(({ code }) => code);
  const byOrder = (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
  return [...groups]
    .sort(([a], [b]) => byOrder(a, b))
    .map(([code, items]) => {
      items.sort((a, b) => byOrder(a.category, b.category));
      return groupNode(context, code, items);
    });
}

/** How many remedies are missing altogether; the number on the badge. */
export function missingCount(overview: Overview): number {
  return openItems(overview).filter(({ status }) => status === 'missing').length;
}

function openItems({ isBlank, missing }: Overview): readonly MissingItem[] {
  if (isBlank) return [];
  return missing.filter(({ notApplicable }) => notApplicable === null);
}

function groupNode(context: TreeContext, code: string, items: readonly MissingItem[]): ViewNode {
  const { words, taxonomy, uri } = context;
  const missing = items.filter(({ status }) => status === 'missing').length;
  const thin = items.length - missing;
  const description = [
    missing > 0 ? words.t('client.missing.count', missing) : '',
    thin > 0 ? words.t('client.missing.thinCount', thin) : '',
  ].filter((part) => part !== '');
  const kind = taxonomy.get(code)?.kind ?? 'R';
  const label = taxonomy.label(code);
  return {
    id: code,
    label,
    description: description.join(' · '),
    tooltip: escapeMarkdown(taxonomy.get(code)?.definition ?? label),
    accessible: `${words.t(`kind.${kind}`)}, ${label}, ${description.join(', ')}`,
    icon: kindIcons[kind],
    state: 'expanded',
    context: 'category',
    target: { uri, category: code },
    children: items.map((item) => itemNode(context, item)),
  };
}

function itemNode(context: TreeContext, item: MissingItem): ViewNode {
  const { words, uri } = context;
  const label = `${item.category} ${item.name}`;
  const answers = words.list(item.answers.map(({ name }) => name));
  const answered = words.list(item.answers.map(({ category, name }) => `${category} ${name}`));
  const status = words.t(`report.status.${item.status}`);
  const description = [
    item.status === 'thin' ? status : '',
    answers === '' ? '' : words.t('client.missing.answersShort', answers),
  ].filter((part) => part !== '');
  return {
    id: item.category,
    label,
    ...(description.length > 0 ? { description: description.join(' · ') } : {}),
    tooltip: tooltip(context, item),
    accessible: [label, status, answered === '' ? '' : words.t('client.missing.answers', answered), item.why]
      .filter((part) => part !== '')
      .join(', '),
    icon: { id: item.status === 'thin' ? 'color-mode' : 'circle-large' },
    state: 'collapsed',
    context: 'category insert applicable',
    target: { uri, category: item.category },
    children: details(context, item),
  };
}

function tooltip({ words }: TreeContext, item: MissingItem): string {
  const parts = [`**${escapeMarkdown(`${item.category} ${item.name}`)}**`];
  if (item.why !== '') parts.push(escapeMarkdown(item.why));
  for (const { category, name, primary } of item.answers)
    parts.push(
      words.t(
        primary ? 'client.missing.answersPrimary' : 'client.missing.answers',
        escapeMarkdown(`${category} ${name}`),
      ),
    );
  if (item.nearest) parts.push(words.t('client.missing.nearest', `“${escapeMarkdown(item.nearest.quote)}”`));
  return parts.join('\n\n');
}

/** Below an item: why it matters, what it would answer, the nearest thing found, and the way to mend it. */
function details(context: TreeContext, item: MissingItem): ViewNode[] {
  const { words, uri } = context;
  const child = (
    name: string,
    label: string,
    icon: ViewNode['icon'] & object,
    rest: Partial<ViewNode> = {},
  ): ViewNode => ({
    id: `${item.category}/${name}`,
    label,
    tooltip: escapeMarkdown(label),
    icon,
    state: 'leaf',
    target: { uri, category: item.category },
    children: [],
    ...rest,
  });
  const nodes: ViewNode[] = [];
  if (item.why !== '') nodes.push(child('why', item.why, { id: 'info' }));
  for (const { category, name, primary } of item.answers) {
    const label = words.t(
      primary ? 'client.missing.answersPrimary' : 'client.missing.answers',
      `${category} ${name}`,
    );
    nodes.push(
      child(`answers/${category}`, label, kindIcons.P, {
        target: { uri, category, action: 'reveal' },
      }),
    );
  }
  if (item.nearest)
    nodes.push(
      child(
        'nearest',
        words.t('client.missing.nearest', `“${shorten(item.nearest.quote)}”`),
        { id: 'quote' },
        {
          tooltip: `“${escapeMarkdown(item.nearest.quote)}”\n\n${words.t('client.tree.score', certainty(item.nearest.score))}`,
          target: { uri, category: item.category, range: item.nearest.range, action: 'reveal' },
        },
      ),
    );
  nodes.push(
    child(
      'insert',
      words.t('client.missing.insert'),
      { id: 'add' },
      {
        target: { uri, category: item.category, action: 'insert' },
      },
    ),
  );
  return nodes;
}
