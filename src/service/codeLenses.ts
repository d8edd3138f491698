import type { CodeLens } from 'vscode-languageserver-types';
import type { Section } from '../core/text/model';
import { rangeOf, type ServiceContext } from './context';

/** Above a heading: what its section covers, and which stated problems it leaves without a primary remedy. */
export function codeLenses(context: ServiceContext): CodeLens[] {
  return context.analysis.document.sections.flatMap((section) => lens(context, section));
}

function lens(context: ServiceContext, section: Section): CodeLens[] {
  const { analysis, translator, textDocument } = context;
  const heading = analysis.document.sentences[section.heading];
  if (!heading || section.level > 2) return [];
  const inside = analysis.annotations.filter(
    ({ start, isHeading }) => !isHeading && start >= section.start && start < section.end,
  );
  const remedies = unique(inside.filter(({ stance }) => stance === 'remedy').map(({ category }) => category));
  const problems = unique(
    inside.filter(({ stance }) => stance === 'problem').map(({ category }) => category),
  );
  const open = analysis.coverage.problems
    .filter(({ category, status }) => status !== 'closed' && problems.includes(category))
    .map(({ category }) => category);
  const parts = [
    remedies.length > 0 ? translator.t('lens.covers', remedies.join('、')) : '',
    problems.length > 0 ? translator.t('lens.problems', problems.join('、')) : '',
    open.length > 0 ? translator.t('lens.open', open.join('、')) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  return [
    {
      range: rangeOf(context, heading),
      command: {
        title: parts.join(' · '),
        command: 'policyLens.showSection',
        arguments: [textDocument.uri, rangeOf(context, section)],
      },
    },
  ];
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
