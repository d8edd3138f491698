import type { ProblemClosure } from '../core/coverage/model';
import type { Annotation } from '../core/model';
import type { Category } from '../core/taxonomy/model';
import type { CoveredItem, MissingItem, Occurrence, Overview, ProblemItem } from '../protocol';
import { rangeOf, type ServiceContext } from './context';

/** All that the side panel, the status bar and the report of one document show. */
export function overview(context: ServiceContext): Overview {
  const { analysis, textDocument, taxonomy } = context;
  const { coverage } = analysis;
  const byId = new Map(analysis.annotations.map((annotation) => [annotation.id, annotation]));
  const answering = new Set(
    coverage.problems.flatMap(({ category }) => {
      const link = taxonomy.links.find(({ problem }) => problem === category);
      return link ? [...link.primary, ...link.related] : [];
    }),
  );
  return {
    uri: textDocument.uri,
    version: textDocument.version,
    fingerprint: analysis.fingerprint,
    isPolicyText: analysis.checked.isPolicyText,
    checked: analysis.checked,
    remedies: {
      covered: coverage.covered.length,
      thin: coverage.thin.length,
      missing: coverage.missing.length,
    },
    missing: [
      ...coverage.missing.map((code) => missingItem(context, code, 'missing')),
      ...coverage.thin.map((code) => missingItem(context, code, 'thin')),
    ],
    covered: coverage.strengths.map((strength) => coveredItem(context, byId, strength)),
    problems: coverage.problems.map((problem) => problemItem(context, byId, problem)),
    orphans: coverage.problems.length === 0 ? [] : coverage.covered.filter((code) => !answering.has(code)),
    suppressed: [],
  };
}

function nameOf(context: ServiceContext, code: string): string {
  const category: Category | undefined = context.taxonomy.byCode.get(code);
  return category ? context.translator.name(category.name) : code;
}

/** One annotation as views show it. */
export function occurrence(context: ServiceContext, annotation: Annotation): Occurrence {
  return {
    id: annotation.id,
    category: annotation.category,
    range: rangeOf(context, annotation),
    quote: annotation.quote,
    section: annotation.section,
    score: annotation.score,
  };
}

function missingItem(context: ServiceContext, code: string, status: 'missing' | 'thin'): MissingItem {
  const { analysis, taxonomy, translator } = context;
  const stated = new Set(analysis.coverage.problems.map(({ category }) => category));
  const why = taxonomy.byCode.get(code)?.why;
  const thin = analysis.annotations.find(({ category }) => category === code);
  return {
    category: code,
    name: nameOf(context, code),
    why: why ? translator.name(why) : '',
    status,
    answers: taxonomy.links
      .filter(
        ({ problem, primary, related }) => stated.has(problem) && [...primary, ...related].includes(code),
      )
      .map(({ problem, primary }) => ({
        category: problem,
        name: nameOf(context, problem),
        primary: primary.includes(code),
      })),
    nearest: thin ? occurrence(context, thin) : null,
    notApplicable: null,
  };
}

function coveredItem(
  context: ServiceContext,
  byId: ReadonlyMap<string, Annotation>,
  strength: { category: string; annotations: readonly string[]; maxScore: number },
): CoveredItem {
  return {
    category: strength.category,
    kind: context.taxonomy.byCode.get(strength.category)?.kind ?? 'R',
    name: nameOf(context, strength.category),
    strength: strength.maxScore,
    occurrences: strength.annotations.flatMap((id) => {
      const annotation = byId.get(id);
      return annotation ? [occurrence(context, annotation)] : [];
    }),
  };
}

function problemItem(
  context: ServiceContext,
  byId: ReadonlyMap<string, Annotation>,
  problem: ProblemClosure,
): ProblemItem {
  const { analysis, taxonomy } = context;
  const link = taxonomy.links.find((candidate) => candidate.problem === problem.category);
  const covered = new Set(analysis.coverage.covered);
  const codes = link ? [...link.primary, ...link.related] : [];
  return {
    category: problem.category,
    name: nameOf(context, problem.category),
    status: problem.status,
    occurrences: [...byId.values()]
      .filter(({ category }) => category === problem.category)
      .map((annotation) => occurrence(context, annotation)),
    remedies: codes.map((code) => ({
      category: code,
      name: nameOf(context, code),
      primary: link?.primary.includes(code) ?? false,
      covered: covered.has(code),
    })),
  };
}
