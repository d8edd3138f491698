import type { CoverageSummary } from '../coverage/model';
import type { Taxonomy } from '../taxonomy/model';
import { wordsIn } from '../text/reading';
import { isSurelyStated, statedIn, titleSpan } from './clues';
import type { RuleInput } from './model';
import { excusedBy } from '../suppress/excused';

/**
 * A text without a stated problem that has this share of the remedy leaves sets out to be comprehensive, so that
 * what it lacks is a gap. A notice on talent has three or four leaves and lacks nothing.
 */
const comprehensiveShare = 0.5;

/** From this many articles (第X条) on a text is a regulation; its scope is set by its title, not by the paper. */
const fewestArticles = 3;

/**
 * Whether a gap in a document is worth a word: it proposes something, and it states problems or sets out to be
 * comprehensive. Regulations that state no problem are left alone.
 */
export function shouldBeComplete({ coverage, document }: RuleInput): boolean {
  if (coverage.covered.length + coverage.thin.length === 0) return false;
  if (coverage.problems.length > 0) return true;
  const articles = document.sentences.filter(({ numbering }) => numbering?.scheme === 'article').length;
  return articles < fewestArticles && isComprehensive(coverage);
}

function isComprehensive({ covered, thin, missing }: CoverageSummary): boolean {
  const found = covered.length + thin.length;
  return found >= comprehensiveShare * (found + missing.length);
}

/** Kinds of text that propose nothing as a whole: they ask, answer, record, tell or discuss one matter. */
const noPlan =
  /提案|建议案|案由|请示|批复|[的复]函|答复|纪要|讲话(?!精神)|致辞|发言|诉求|信访|访谈|新闻|评论|论文/;
/** How news and essays speak; their titles do not tell. */
const narrated = /本报讯|[（(]记者|新华社|笔者|本文(?:采用|认为|基于|以|从|拟|试图|未能)/;

/** What a document should not lack, and why. */
export interface MissingRemedies {
  readonly missing: readonly string[];
  /** How many stated problems ask for them; null where the document sets out to be comprehensive. */
  readonly problems: number | null;
  /** How many more the document lacks that are not worth a word; those that do not apply are not counted. */
  readonly others: number;
}

/**
 * The missing remedies worth a word: all of them in a text that sets out to be comprehensive, else the primary
 * remedies of the problems that it states for sure. Nothing in a text that is no plan of measures: there a problem
 * without any remedy is enough to name, and rules for one problem do that.
 */
export function missingWorthNaming(analysis: RuleInput, { links }: Taxonomy): MissingRemedies {
  const { coverage, notApplicable } = analysis;
  const excused = excusedBy(notApplicable);
  const lacking = coverage.missing.filter((code) => !excused.has(code));
  if (!shouldBeComplete(analysis) || !isPlan(analysis))
    return { missing: [], problems: null, others: lacking.length };
  if (isComprehensive(coverage)) return { missing: lacking, problems: null, others: 0 };
  const stated = links.filter(({ problem }) => isSurelyStated(statedIn(analysis, problem)));
  const asked = new Set(stated.flatMap(({ primary }) => primary));
  const missing = lacking.filter((code) => asked.has(code));
  return { missing, problems: stated.length, others: lacking.length - missing.length };
}

function isPlan(analysis: RuleInput): boolean {
  const { document } = analysis;
  return (
    !noPlan.test(wordsIn(document, titleSpan(analysis))) &&
    !document.sentences.some((sentence) => narrated.test(wordsIn(document, sentence)))
  );
}
