import type { DocumentResult } from '../../core/report/contract';
import type { Translator } from '../../l10n/translator';
import type { Overview } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { TaxonomyIndex } from '../taxonomy/taxonomyIndex';

/** Coverage of one document as a page: the figure, every remedy with its places, the stated problems. */
export function documentReport(
  title: string,
  overview: Overview,
  index: TaxonomyIndex,
  words: Translator,
): string {
  const { covered, thin, missing } = overview.remedies;
  const status = new Map(overview.missing.map((item) => [item.category, item]));
  const places = new Map(overview.covered.map((item) => [item.category, item.occurrences]));
  const rows = index.remedies.map(({ code }) => {
    const item = status.get(code);
    const word = item
      ? item.notApplicable === null
        ? words.t(`client.missing.${item.status}`)
        : words.t('client.suppressed.notApplicable')
      : words.t('client.problems.found');
    const first = places.get(code)?.[0]?.quote ?? '';
    return `| ${escapeMarkdown(index.label(code))} | ${word} | ${String(places.get(code)?.length ?? 0)} | ${escapeMarkdown(first)} |`;
  });
  const problems = overview.problems.map(
    ({ category, name, status: closure }) =>
      `- ${escapeMarkdown(`${category} ${name}`)}：${words.t(`client.problems.${closure}`)}`,
  );
  return [
    `# ${escapeMarkdown(title)}`,
    words.t('client.status.tooltip', covered, covered + thin + missing, thin, missing),
    [
      `| ${words.t('client.report.category')} | ${words.t('client.report.status')} | ${words.t('client.report.places')} | ${words.t('client.report.quote')} |`,
      '|---|---|---|---|',
      ...rows,
    ].join('\n'),
    problems.length > 0 ? `## ${words.t('client.report.problems')}\n\n${problems.join('\n')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Coverage of many documents as a page: one row a policy text; the others are only counted. */
export function workspaceReport(
  title: string,
  documents: readonly DocumentResult[],
  index: TaxonomyIndex,
  words: Translator,
): string {
  const policyTexts = documents.filter(({ checked }) => checked.isPolicyText);
  const rows = policyTexts.map(({ path, coverage: { covered, thin, missing } }) => {
    const names = missing.map((code) => escapeMarkdown(index.label(code))).join('、');
    const figure = `${String(covered.length)}/${String(covered.length + thin.length + missing.length)}`;
    return `| ${escapeMarkdown(path)} | ${figure} | ${String(thin.length)} | ${names} |`;
  });
  return [
    `# ${escapeMarkdown(title)}`,
    words.t('client.report.count', policyTexts.length, documents.length - policyTexts.length),
    [
      `| ${words.t('client.report.document')} | ${words.t('client.report.covered')} | ${words.t('client.report.thin')} | ${words.t('client.report.missing')} |`,
      '|---|---|---|---|',
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}
