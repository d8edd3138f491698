import type { CodeLens } from 'vscode-languageserver-types';
import type { Section, Sentence } from '../core/text/model';
import { categoryLabel, categoryName, listed, rangeOf, type ServiceContext } from './context';

/** Headings below this level get no lens: their text is in sight. */
const deepestLevel = 2;

/** Most categories named in one part of a lens: it is one line, and what does not fit is cut off. */
const mostNamed = 2;

/** Most remedies listed as lacking; by their codes, because names of so many would not fit. */
const mostLacking = 4;

/**
 * Above a heading: which remedies its section covers, which problems it states, and what would answer those that
 * still have no primary remedy. None in preset `quiet`.
 */
export function codeLenses(context: ServiceContext): CodeLens[] {
  if (context.preset === 'quiet') return [];
  return context.analysis.document.sections.flatMap((section) => lens(context, section));
}

function lens(context: ServiceContext, section: Section): CodeLens[] {
  const { analysis, translator, textDocument } = context;
  const heading = analysis.document.sentences[section.heading];
  if (!heading || section.level > deepestLevel || isRunIn(context, heading)) return [];
  const inside = analysis.annotations.filter(
    ({ start, isHeading }) => !isHeading && start >= section.start && start < section.end,
  );
  const remedies = unique(inside.filter(({ stance }) => stance === 'remedy').map(({ category }) => category));
  const problems = unique(
    inside.filter(({ stance }) => stance === 'problem').map(({ category }) => category),
  );
  const parts = [
    remedies.length > 0 ? translator.t('lens.covers', named(context, remedies)) : '',
    problems.length > 0 ? translator.t('lens.problems', named(context, problems)) : '',
    lacking(context, problems),
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  return [
    {
      range: rangeOf(context, heading),
      command: {
        title: parts.join(' · '),
        command: context.editor.commands ? 'policyLens.showSection' : '',
        arguments: [textDocument.uri, rangeOf(context, section)],
      },
    },
  ];
}

/** A heading that begins a paragraph: the hint at the paragraph's end says what it covers. */
function isRunIn({ analysis }: ServiceContext, { block }: Sentence): boolean {
  return analysis.document.blocks[block]?.kind !== 'heading';
}

/** What the stated problems still lack: their primary remedies, where none is covered; one by name, more by code. */
function lacking(context: ServiceContext, problems: readonly string[]): string {
  const { analysis, taxonomy, translator } = context;
  const open = analysis.coverage.problems.filter(
    ({ category, status }) => status !== 'closed' && problems.includes(category),
  );
  const codes = unique(
    open.flatMap(({ category }) => taxonomy.links.find(({ problem }) => problem === category)?.primary ?? []),
  );
  const [only] = codes;
  if (only === undefined) return '';
  return translator.t(
    'lens.open',
    codes.length === 1 ? categoryLabel(context, only) : firstOf(context, codes, mostLacking, (code) => code),
  );
}

function named(context: ServiceContext, codes: readonly string[]): string {
  return firstOf(context, codes, mostNamed, (code) => categoryName(context, code));
}

/** The first ones, and how many there are where some are left out. */
function firstOf(
  context: ServiceContext,
  codes: readonly string[],
  most: number,
  show: (code: string) => string,
): string {
  const shown = listed(context, codes.slice(0, most).map(show));
  return codes.length > most ? context.translator.t('lens.more', shown, codes.length) : shown;
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
