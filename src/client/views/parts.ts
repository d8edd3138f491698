import { certainty } from '../../core/match/scoring/certainty';
import type { CategoryKind } from '../../core/taxonomy/model';
import type { Translator } from '../../l10n/translator';
import type { Occurrence } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { TaxonomyIndex } from '../taxonomy/taxonomyIndex';
import type { ViewNode } from './node';
import { clipLine } from '../../core/text/clip';

/** What the trees are made with. */
export interface TreeContext {
  readonly uri: string;
  readonly taxonomy: TaxonomyIndex;
  readonly words: Translator;
}

/** Longest quote on one line of a tree, in UTF-16 units; the tooltip has all of it. */
const shownQuote = 40;

/** A sign and a contributed colour for each kind; the sign is what tells them apart. */
export const kindIcons: Readonly<Record<CategoryKind, { readonly id: string; readonly color?: string }>> = {
  P: { id: 'warning', color: 'policyLens.problemForeground' },
  R: { id: 'milestone', color: 'policyLens.pathwayForeground' },
  S: { id: 'shield', color: 'policyLens.safeguardForeground' },
  A: { id: 'person', color: 'policyLens.actorForeground' },
  T: { id: 'library' },
  M: { id: 'gear' },
};

/** One place in the text; a click shows it. */
function occurrenceNode(
  context: TreeContext,
  parent: string,
  occurrence: Occurrence,
  position: number,
): ViewNode {
  const { words, uri } = context;
  const percent = certainty(occurrence.score);
  const line = occurrence.range.start.line + 1;
  return {
    // By its words, not by its place, so that text put in above does not make it another node.
    id: `${parent}/${String(position)}/${occurrence.quote.slice(0, shownQuote)}`,
    label: shorten(occurrence.quote),
    description: words.t('client.tree.line', line),
    tooltip: [
      `“${escapeMarkdown(occurrence.quote)}”`,
      occurrence.section === '' ? '' : escapeMarkdown(occurrence.section),
      words.t('client.tree.score', percent),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    accessible: words.t('client.tree.occurrence.accessible', line, occurrence.quote, percent),
    icon: { id: 'quote' },
    state: 'leaf',
    context: 'annotation',
    target: {
      uri,
      category: occurrence.category,
      annotation: occurrence.id,
      range: occurrence.range,
      action: 'reveal',
    },
    children: [],
  };
}

/** Occurrences of one category as nodes; equal quotes are told apart by their order. */
export function occurrenceNodes(
  context: TreeContext,
  parent: string,
  occurrences: readonly Occurrence[],
): ViewNode[] {
  const seen = new Map<string, number>();
  return occurrences.map((occurrence) => {
    const key = occurrence.quote.slice(0, shownQuote);
    const position = seen.get(key) ?? 0;
    seen.set(key, position + 1);
    return occurrenceNode(context, parent, occurrence, position);
  });
}

/** A quote for one line. */
export function shorten(text: string): string {
  return clipLine(text, shownQuote);
}
