import { isOfThePaper } from '../../core/taxonomy/origin';
import type { ProblemLink } from '../../core/taxonomy/model';
import type { Translator } from '../../l10n/translator';
import { escapeMarkdown } from '../../service/markdown';
import type { TaxonomyIndex } from './taxonomyIndex';

/** A taxonomy entry as a page: what it is, how it is told from its neighbours, what it rests on, what it answers. */
export function entryPage(index: TaxonomyIndex, code: string, words: Translator): string {
  const category = index.get(code);
  if (!category) return words.t('client.taxonomy.unknown', escapeMarkdown(code));
  const label = (other: string): string => escapeMarkdown(index.label(other));
  const lines = [`# ${label(code)}`];
  const path = [words.t(`kind.${category.kind}`), ...(category.parent ? [label(category.parent)] : [])];
  lines.push(`${path.join(' › ')}${category.supplement ? ` · ${words.t('supplement')}` : ''}`);
  lines.push(escapeMarkdown(category.definition));
  if (category.source !== '') lines.push(escapeMarkdown(category.source));
  const section = (heading: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push(`## ${heading}`, items.map((item) => `- ${item}`).join('\n'));
  };
  if (category.why !== '') lines.push(`## ${words.t('client.taxonomy.why')}`, escapeMarkdown(category.why));
  if (category.model !== '')
    lines.push(`## ${words.t('client.taxonomy.model')}`, `> ${escapeMarkdown(category.model)}`);
  for (const [heading, items] of linkSections(index, code, words)) section(heading, items);
  section(
    words.t('client.taxonomy.boundaries'),
    category.boundaries.map(({ with: other, rule }) =>
      words.t('client.taxonomy.entry', `**${label(other)}**`, escapeMarkdown(rule)),
    ),
  );
  section(
    words.t('client.taxonomy.indicators'),
    category.indicators.map(({ label: name, instrument, phrases }) => {
      const mark = instrument ? ` · ${words.t('client.taxonomy.instrument')}` : '';
      return words.t(
        'client.taxonomy.entry',
        `**${escapeMarkdown(name)}**${mark}`,
        words.list(phrases.map(escapeMarkdown)),
      );
    }),
  );
  section(
    words.t('client.taxonomy.children'),
    index.taxonomy.categories.filter(({ parent }) => parent === code).map((child) => label(child.code)),
  );
  return `${lines.join('\n\n')}\n`;
}

/** What a category answers or is answered by, under a heading that says whose reading that is. */
function linkSections(
  index: TaxonomyIndex,
  code: string,
  words: Translator,
): (readonly [heading: string, items: readonly string[]])[] {
  const { taxonomy } = index;
  // Links that users write, in a taxonomy of their own or upon ours, are their reading.
  const areOurs = (links: readonly ProblemLink[]): boolean =>
    isOfThePaper(taxonomy) && !links.some(({ isOwn }) => isOwn);
  const withRole = (other: string, isPrimary: boolean): string =>
    words.t(
      'client.taxonomy.aside',
      escapeMarkdown(index.label(other)),
      words.t(isPrimary ? 'client.problems.primary' : 'client.problems.related'),
    );
  const answers = taxonomy.links.filter(({ primary, related }) => [...primary, ...related].includes(code));
  const answeredBy = taxonomy.links.filter(({ problem }) => problem === code);
  return [
    [
      words.t(areOurs(answers) ? 'client.taxonomy.answers' : 'client.taxonomy.answersOwn'),
      answers.map(({ problem, primary }) => withRole(problem, primary.includes(code))),
    ],
    [
      words.t(areOurs(answeredBy) ? 'client.taxonomy.answeredBy' : 'client.taxonomy.answeredByOwn'),
      answeredBy.flatMap(({ primary, related }) => [
        ...primary.map((remedy) => withRole(remedy, true)),
        ...related.map((remedy) => withRole(remedy, false)),
      ]),
    ],
  ];
}
