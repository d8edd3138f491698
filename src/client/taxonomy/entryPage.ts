import { isOfThePaper } from '../../core/taxonomy/origin';
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
  // Links of a taxonomy that stands by itself are its author's reading.
  const isOurs = isOfThePaper(index.taxonomy);
  const withRole = (other: string, primary: boolean): string =>
    words.t(
      'client.taxonomy.aside',
      label(other),
      words.t(primary ? 'client.problems.primary' : 'client.problems.related'),
    );
  section(
    words.t(isOurs ? 'client.taxonomy.answers' : 'client.taxonomy.answersOwn'),
    index.taxonomy.links
      .filter(({ primary, related }) => [...primary, ...related].includes(code))
      .map(({ problem, primary }) => withRole(problem, primary.includes(code))),
  );
  section(
    words.t(isOurs ? 'client.taxonomy.answeredBy' : 'client.taxonomy.answeredByOwn'),
    index.taxonomy.links
      .filter(({ problem }) => problem === code)
      .flatMap(({ primary, related }) => [
        ...primary.map((remedy) => withRole(remedy, true)),
        ...related.map((remedy) => withRole(remedy, false)),
      ]),
  );
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
