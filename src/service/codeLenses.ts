import type { CodeLens } from 'vscode-languageserver-types';
import type { Section, Sentence } from '../core/text/model';
import { startingIn } from '../core/text/startingIn';
import { categoryName, rangeOf, type ServiceContext } from './context';
import { shortName } from './shortName';
import { primaryRemedies } from '../core/taxonomy/links';
import { excusedBy } from '../core/suppress/excused';

/** Headings below this level get no lens: their text is in sight. */
const deepestLevel = 2;

/** Most categories named in one part of a lens: it is one line, and what does not fit is cut off. */
const mostNamed = 2;

/**
 * Above a heading: which remedies its section covers, which problems it states, and what would answer those that
 * still have no primary remedy. None in preset `quiet`, nor where the user wants none.
 */
export function codeLenses(context: ServiceContext): CodeLens[] {
  if (context.preset === 'quiet' || !context.codeLens) return [];
  return context.analysis.document.sections.flatMap((section) => lens(context, section));
}

function lens(context: ServiceContext, section: Section): CodeLens[] {
  const { analysis, translator, textDocument } = context;
  const heading = analysis.document.sentences[section.heading];
  if (!heading || section.level > deepestLevel || isRunIn(context, heading)) return [];
  const inside = startingIn(analysis.annotations, section).filter(({ isHeading }) => !isHeading);
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

/**
 * What the stated problems still lack: their primary remedies that the text has not even thinly, where none is covered,
 * but for those that do not apply.
 */
function lacking(context: ServiceContext, problems: readonly string[]): string {
  const { analysis, taxonomy, translator } = context;
  const open = analysis.coverage.problems.filter(
    ({ category, status }) => status !== 'closed' && problems.includes(category),
  );
  const primary = open.flatMap(({ category }) => primaryRemedies(taxonomy, category));
  const excused = excusedBy(analysis.notApplicable);
  const codes = unique(
    primary.filter((code) => analysis.coverage.missing.includes(code) && !excused.has(code)),
  );
  return codes.length > 0 ? translator.t('lens.open', named(context, codes)) : '';
}

/** The first ones by name, and how many there are where some are left out. */
function named(context: ServiceContext, codes: readonly string[]): string {
  const first = codes.slice(0, mostNamed).map((code) => shortName(categoryName(context, code)));
  const shown = context.translator.list(first);
  return codes.length > mostNamed ? context.translator.t('lens.more', shown, codes.length) : shown;
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
