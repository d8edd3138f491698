import type { RuleInput } from './clues';

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
  const found = coverage.covered.length + coverage.thin.length;
  if (found === 0) return false;
  if (coverage.problems.length > 0) return true;
  const articles = document.sentences.filter(({ numbering }) => numbering?.scheme === 'article').length;
  return articles < fewestArticles && found >= comprehensiveShare * (found + coverage.missing.length);
}
