/** What reviewers are told, in notes and in comments alike. */
import type { CorpusDocument, ReportTaxonomy } from '../coverage/corpus';
import type { AnnotationResult } from './contract';
import { stillMissing } from './documentSections';
import type { ReportWords } from './words';

/** Its finding is told as a list of the remedies that are missing. */
export const missingRule = 'PL102';

/** A remedy that a document should have and lacks, with the sentence that comes nearest to it. */
interface MissingRemedy {
  readonly code: string;
  readonly nearest: AnnotationResult | undefined;
}

/** All that a document lacks where a rule finds so, or what of it its problems ask for; else nothing. */
export function missingRemedies(document: CorpusDocument): MissingRemedy[] {
  const { diagnostics, nearest } = document.result;
  const findings = diagnostics.filter(({ rule }) => rule === missingRule);
  if (findings.length === 0) return [];
  const called = new Set(findings.flatMap(({ categories }) => categories));
  const codes = stillMissing(document);
  return (called.size > 0 ? codes.filter((code) => called.has(code)) : codes).map((code) => ({
    code,
    nearest: nearest.find(({ category }) => category === code),
  }));
}

/** A reply is read by people who know no codes: each category by its name alone, in quotes. */
export function withoutCodes(message: string, taxonomy: ReportTaxonomy, words: ReportWords): string {
  // Chinese has no spaces around names.
  const gap = words.language.startsWith('zh') ? /^ / : /^/;
  const pieces = message.split(/(?<![\w.])([A-Z]+\d+(?:\.\d+)*)(?!\w)/);
  let plain = '';
  for (const [index, piece] of pieces.entries()) {
    const category = index % 2 === 1 ? taxonomy.byCode.get(piece) : undefined;
    if (!category) {
      plain += piece;
      continue;
    }
    const name = words.name(category.name);
    const after = pieces[index + 1] ?? '';
    // Messages mostly give the name behind the code.
    const rest = after.startsWith(` ${name}`) ? after.slice(name.length + 1) : after;
    pieces[index + 1] = rest.replace(gap, '');
    plain =
      plain.replace(words.language.startsWith('zh') ? / $|(?<=”)、$/ : /$/, '') +
      words.t('report.note.name', name);
  }
  return plain;
}
