import { numberingLabel } from '../core/text/numbering';
import type { Section, Sentence } from '../core/text/model';
import type { DraftResult } from '../protocol';
import { categoryLabel, type ServiceContext } from './context';

/**
 * Where a draft paragraph for a missing remedy goes and what it says: at the end of the section that holds most
 * of its siblings (same group, then same kind), numbered in sequence; else at the document's end.
 *
 * @param form Which model form of the category; out of range gives the first.
 * @returns null where the category has no draft form.
 */
export function draft(context: ServiceContext, code: string, form: number): DraftResult | null {
  const category = context.taxonomy.byCode.get(code);
  const chosen = category?.drafts[form] ?? category?.drafts[0];
  if (!category || !chosen) return null;
  const { document } = context.analysis;
  const home = homeSection(context, code);
  const offset = endOfContent(document.text, home?.end ?? document.text.length);
  const position = context.textDocument.positionAt(offset);
  const label = home ? nextLabel(context, home) : '';
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const blank = document.format === 'markdown' ? eol + eol : eol;
  return {
    range: { start: position, end: position },
    snippet: `${offset > 0 ? blank : ''}${label}${chosen.body.replace(/\n/g, eol)}`,
    title: categoryLabel(context, code),
  };
}

/** The innermost section with the most sentences of sibling categories; ties go to the later one. */
function homeSection(context: ServiceContext, code: string): Section | undefined {
  const { annotations, document } = context.analysis;
  const category = context.taxonomy.byCode.get(code);
  const sibling = (candidate: string): boolean =>
    candidate !== code && context.taxonomy.byCode.get(candidate)?.parent === category?.parent;
  const sameKind = (candidate: string): boolean =>
    candidate !== code && context.taxonomy.byCode.get(candidate)?.kind === category?.kind;
  for (const related of [sibling, sameKind]) {
    const votes = new Map<number, number>();
    for (const annotation of annotations) {
      if (annotation.stance !== 'remedy' || !related(annotation.category)) continue;
      let section = document.sections[document.sentences[annotation.sentence]?.section ?? 0];
      // Siblings stand as （一）（二） inside a part; their part is the home, not one of them.
      if (section && section.level > 1 && document.sections[section.parent]?.heading !== -1)
        section = document.sections[section.parent];
      if (section && section.index > 0) votes.set(section.index, (votes.get(section.index) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
    if (best) return document.sections[best[0]];
  }
  return undefined;
}

/** The number after the last numbered child of a section, in the child's own scheme. */
function nextLabel(context: ServiceContext, home: Section): string {
  const { document } = context.analysis;
  const children = document.sections.filter(({ parent }) => parent === home.index);
  const last: Sentence | undefined = children
    .map(({ heading }) => document.sentences[heading])
    .filter((sentence): sentence is Sentence => sentence?.numbering != null)
    .at(-1);
  if (!last?.numbering) return '';
  const before = document.text.slice(last.numbering.label.start, last.numbering.label.end);
  const markup = document.text.slice(lineStart(document.text, last.start), last.numbering.label.start);
  return markup + numberingLabel(last.numbering.scheme, last.numbering.value + 1, before);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
}

function endOfContent(text: string, end: number): number {
  let offset = end;
  while (offset > 0 && /\s/.test(text[offset - 1] ?? '')) offset--;
  return offset;
}
