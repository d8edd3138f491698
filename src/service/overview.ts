import { problemsAnswered } from '../core/coverage/answers';
import type { CategoryStrength, ProblemClosure } from '../core/coverage/model';
import { remedyStatus } from '../core/coverage/status';
import type { Annotation } from '../core/model';
import type { AppliedSuppression } from '../core/suppress/model';
import { clipLine } from '../core/text/clip';
import { wordsIn } from '../core/text/reading';
import type {
  CoveredItem,
  MissingItem,
  Occurrence,
  Overview,
  ProblemItem,
  SuppressedItem,
} from '../protocol';
import { isBlankText } from './blankText';
import { categoryLabel, categoryName, rangeOf, type ServiceContext } from './context';
import { ruleTitle } from './ruleTitle';

/** Longest piece of text in a label, in UTF-16 units. */
const longestExcerpt = 24;

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
    isBlank: isBlankText(analysis),
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
    suppressed: analysis.suppressed.map((applied) => suppressedItem(context, applied)),
  };
}

/** One annotation as views show it. */
function occurrence(context: ServiceContext, annotation: Annotation): Occurrence {
  return {
    id: annotation.id,
    category: annotation.category,
    range: rangeOf(context, annotation),
    quote: wordsIn(context.analysis.document, annotation),
    section: annotation.section,
    score: annotation.score,
  };
}

function missingItem(context: ServiceContext, code: string, status: 'missing' | 'thin'): MissingItem {
  const { analysis, taxonomy, translator } = context;
  const why = taxonomy.byCode.get(code)?.why;
  const isHere = ({ category }: Annotation): boolean => category === code;
  const nearest = analysis.annotations.find(isHere) ?? analysis.nearest.find(isHere);
  return {
    category: code,
    name: categoryName(context, code),
    why: why ? translator.name(why) : '',
    status,
    answers: problemsAnswered(code, taxonomy, analysis.coverage.problems).map(({ problem, isPrimary }) => ({
      category: problem,
      name: categoryName(context, problem),
      primary: isPrimary,
    })),
    nearest: nearest ? occurrence(context, nearest) : null,
    notApplicable: analysis.notApplicable.find(({ category }) => category === code)?.reason ?? null,
  };
}

function coveredItem(
  context: ServiceContext,
  byId: ReadonlyMap<string, Annotation>,
  strength: CategoryStrength,
): CoveredItem {
  return {
    category: strength.category,
    kind: context.taxonomy.byCode.get(strength.category)?.kind ?? 'R',
    name: categoryName(context, strength.category),
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
  const codes = link ? [...link.primary, ...link.related] : [];
  return {
    category: problem.category,
    name: categoryName(context, problem.category),
    status: problem.status,
    occurrences: [...byId.values()]
      .filter(({ category }) => category === problem.category)
      .map((annotation) => occurrence(context, annotation)),
    remedies: codes.map((code) => ({
      category: code,
      name: categoryName(context, code),
      primary: link?.primary.includes(code) ?? false,
      status: remedyStatus(analysis.coverage, code),
    })),
  };
}

function suppressedItem(context: ServiceContext, applied: AppliedSuppression): SuppressedItem {
  const { suppression, origin, span } = applied;
  return {
    id: suppression.id,
    label: suppressedLabel(context, applied),
    reason: suppression.reason,
    range: span && suppression.scope !== 'file' ? rangeOf(context, span) : null,
    orphan: span === null,
    where: origin,
    replacement: suppression.replacement ?? null,
  };
}

function ruleLabel({ translator }: ServiceContext, rule: string): string {
  const title = ruleTitle(translator, rule);
  return title === rule ? rule : translator.t('suppressed.rule', title, rule);
}

/** What is suppressed, and in which words it stands: R2.3 技术转移与成果转化 → R1.1 …：“市科技局……”. */
function suppressedLabel(
  context: ServiceContext,
  { suppression: { rule, category, replacement, target, scope, anchor }, span }: AppliedSuppression,
): string {
  const { translator, analysis } = context;
  const what =
    rule !== undefined
      ? ruleLabel(context, rule)
      : category === undefined
        ? translator.t(target === 'finding' ? 'suppressed.allRules' : 'suppressed.allCategories')
        : categoryLabel(context, category);
  const subject =
    replacement === undefined
      ? what
      : category === undefined
        ? translator.t('suppressed.added', categoryLabel(context, replacement))
        : translator.t('suppressed.replaced', what, categoryLabel(context, replacement));
  if (scope === 'file') return translator.t('suppressed.file', subject);
  const words = anchor?.quote ?? (span ? wordsIn(analysis.document, span) : '');
  return translator.t('suppressed.here', subject, clipLine(words, longestExcerpt));
}
