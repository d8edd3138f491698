import { numberingLabel } from '../core/text/numbering';
import { wordsIn } from '../core/text/reading';
import { numberingLevels } from '../core/text/numberingSequence';
import type { ParsedDocument, Section, Sentence } from '../core/text/model';
import type { Category, DraftForm } from '../core/taxonomy/model';
import type { DraftResult } from '../protocol';
import { categoryLabel, type ServiceContext } from './context';
import { escapeSnippet, plainText, safeSnippet } from './snippets';

/** Headings under which measures stand, and headings behind which they never go. */
const measures = /措施|对策|建议|任务|举措|打算|做法|路径/;
const closing = /组织|要求|附则|领导|实施$|结语|事项/;

/** Place to fill in for the item's heading: reached after those of the paragraph. */
const headingPlace = 9;

/**
 * Where a draft paragraph for a missing remedy goes and what it says: at the end of the section that holds most
 * of its siblings (same group, then same kind), numbered in sequence and headed as its neighbours are; else at the
 * end of the part of measures; else at the document's end.
 *
 * @param form Which model form of the category; out of range gives the first.
 * @returns null where the category has no draft form.
 */
export function draft(context: ServiceContext, code: string, form: number): DraftResult | null {
  const plan = planOf(context, code, form);
  if (!plan) return null;
  const { before, heading, between, body, category, offset } = plan;
  const position = context.textDocument.positionAt(offset);
  const title = heading ? `\${${headingPlace}:${escapeSnippet(category.name.zh)}}` : '';
  return {
    range: { start: position, end: position },
    snippet: `${escapeSnippet(before)}${title}${escapeSnippet(between)}${safeSnippet(body)}`,
    title: categoryLabel(context, code),
  };
}

/** The same paragraph as plain text, for editors that cannot ask for places to be filled in. */
export function plainDraft(
  context: ServiceContext,
  code: string,
): { range: DraftResult['range']; newText: string } | null {
  const plan = planOf(context, code, 0);
  if (!plan) return null;
  const { before, heading, between, body, category, offset } = plan;
  const position = context.textDocument.positionAt(offset);
  return {
    range: { start: position, end: position },
    newText: `${before}${heading ? category.name.zh : ''}${between}${plainText(body)}`,
  };
}

interface Plan {
  readonly category: Category;
  readonly offset: number;
  /** Line ends, markup and the numbering label. */
  readonly before: string;
  /** Whether the item gets a heading of its own. */
  readonly heading: boolean;
  /** What stands between heading and paragraph. */
  readonly between: string;
  readonly body: string;
}

function planOf(context: ServiceContext, code: string, form: number): Plan | null {
  const category = context.taxonomy.byCode.get(code);
  const chosen: DraftForm | undefined = category?.drafts[form] ?? category?.drafts[0];
  if (!category || !chosen) return null;
  const { document } = context.analysis;
  const home = homeSection(context, code) ?? measuresSection(document);
  const offset = endOfContent(document.text, home?.end ?? document.text.length);
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const blank = document.format === 'markdown' ? eol + eol : eol;
  const sibling = home && lastNumbered(document, home);
  const isRunIn = sibling ? document.blocks[sibling.block]?.kind !== 'heading' : false;
  const isArticle = sibling?.numbering?.scheme === 'article';
  return {
    category,
    offset,
    before: `${offset > 0 ? blank : ''}${sibling ? labelAfter(document, sibling) : ''}`,
    heading: sibling !== undefined && !isArticle,
    between: sibling === undefined || isArticle ? '' : isRunIn ? '。' : blank,
    body: chosen.body.replace(/\r?\n/g, eol),
  };
}

/** The innermost part with the most sentences of sibling categories; ties go to the later one. */
function homeSection(context: ServiceContext, code: string): Section | undefined {
  const { annotations, document } = context.analysis;
  const category = context.taxonomy.byCode.get(code);
  const isSibling = (candidate: string): boolean =>
    candidate !== code && context.taxonomy.byCode.get(candidate)?.parent === category?.parent;
  const isOfKind = (candidate: string): boolean =>
    candidate !== code && context.taxonomy.byCode.get(candidate)?.kind === category?.kind;
  const isRemedy = (candidate: string): boolean => candidate !== code;
  for (const isRelated of [isSibling, isOfKind, isRemedy]) {
    const votes = new Map<number, number>();
    for (const annotation of annotations) {
      if (annotation.stance !== 'remedy' || !isRelated(annotation.category)) continue;
      const part = partOf(document, document.sentences[annotation.sentence]);
      if (part && !closing.test(part.title)) votes.set(part.index, (votes.get(part.index) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
    if (best) return document.sections[best[0]];
  }
  return undefined;
}

/** Siblings stand as （一）（二） inside a part; their part is the home, not one of them. */
function partOf(document: ParsedDocument, sentence: Sentence | undefined): Section | undefined {
  let section = document.sections[sentence?.section ?? 0];
  while (section && section.level > 1) section = document.sections[section.parent];
  return section && section.index > 0 ? section : undefined;
}

function measuresSection({ sections }: ParsedDocument): Section | undefined {
  return sections.findLast(({ level, title }) => level === 1 && measures.test(title) && !closing.test(title));
}

/** The last numbered item of a part: of the outermost numbering inside it, heading or not. */
function lastNumbered(document: ParsedDocument, home: Section): Sentence | undefined {
  const items = document.blocks
    .filter(({ start, end }) => start >= home.start && end <= home.end)
    .map(({ firstSentence }) => document.sentences[firstSentence])
    .filter((sentence) => sentence !== undefined && sentence.index !== home.heading);
  for (const scheme of numberingLevels) {
    const last = items.findLast((sentence) => sentence?.numbering?.scheme === scheme);
    if (last) return last;
  }
  return undefined;
}

/** The label that follows a sentence's, with the markup before it (`### `), but for marks that come in pairs. */
function labelAfter(document: ParsedDocument, { start, numbering }: Sentence): string {
  if (!numbering) return '';
  const { label, scheme, value } = numbering;
  const lineStart = document.text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const markup = document.text.slice(lineStart, label.start).replace(/[*_~]/g, '');
  return markup + numberingLabel(scheme, value + 1, wordsIn(document, label));
}

function endOfContent(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}
