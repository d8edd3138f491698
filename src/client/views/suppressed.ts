import type { Overview, SuppressedItem } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { ViewNode } from './node';
import type { TreeContext } from './parts';

/** What the user has suppressed, put right, or marked as not applicable; each can be undone. */
export function suppressedTree(context: Pick<TreeContext, 'uri' | 'words'>, overview: Overview): ViewNode[] {
  const { words, uri } = context;
  const lost = overview.suppressed.filter(({ orphan }) => orphan);
  const held = overview.suppressed.filter(({ orphan }) => !orphan);
  const notApplicable = overview.missing.filter((item) => item.notApplicable !== null);
  const group = (id: string, label: string, children: readonly ViewNode[]): ViewNode[] =>
    children.length === 0
      ? []
      : [
          {
            id,
            label,
            description: String(children.length),
            state: 'expanded',
            target: { uri },
            children,
          },
        ];
  return [
    ...group(
      'held',
      words.t('client.suppressed.held'),
      held.map((item) => suppressedNode(context, item)),
    ),
    ...group(
      'notApplicable',
      words.t('client.suppressed.notApplicable'),
      notApplicable.map(({ category, name, notApplicable: reason }) => ({
        id: `notApplicable/${category}`,
        label: `${category} ${name}`,
        ...(reason ? { description: reason, tooltip: escapeMarkdown(reason) } : {}),
        icon: { id: 'circle-slash' },
        state: 'leaf',
        context: 'suppression category',
        target: { uri, category, notApplicable: true },
        children: [],
      })),
    ),
    ...group(
      'lost',
      words.t('client.suppressed.lost'),
      lost.map((item) => suppressedNode(context, item)),
    ),
  ];
}

function suppressedNode({ words, uri }: Pick<TreeContext, 'uri' | 'words'>, item: SuppressedItem): ViewNode {
  const where = words.t(item.where === 'text' ? 'client.suppressed.text' : 'client.suppressed.sidecar');
  return {
    id: `${item.where}/${item.id}`,
    label: item.label,
    description: item.reason === '' ? where : `${item.reason} · ${where}`,
    tooltip: [
      escapeMarkdown(item.label),
      item.reason === '' ? '' : escapeMarkdown(item.reason),
      item.orphan ? words.t('client.suppressed.lost.why') : '',
      where,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    icon: { id: item.orphan ? 'debug-disconnect' : item.replacement ? 'arrow-swap' : 'bell-slash' },
    state: 'leaf',
    context: 'suppression',
    target: {
      uri,
      suppression: { id: item.id, where: item.where },
      ...(item.range ? { range: item.range, action: 'reveal' as const } : {}),
    },
    children: [],
  };
}
