import type { TextEdit } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../../core/text/model';
import type { DraftForm } from '../../core/taxonomy/model';
import type { DraftResult } from '../../protocol';
import { categoryLabel, type ServiceContext } from '../context';
import { atLevel } from './draftLevel';
import { labelAfter, lastNumbered, nextInList } from './draftNumber';
import { placeOfDraft } from './draftPlace';
import { escapeSnippet, plainText, safeSnippet } from '../snippets';

/** Place to fill in for the item's heading: reached after those of the paragraph. */
const headingPlace = 9;

/**
 * Where a draft paragraph for a missing remedy goes and what it says: at the end of the section that holds most
 * of its siblings (same group, then same kind), numbered in sequence and headed as its neighbours are; else at the
 * end of the part of measures; else at the document's end. Never in a part on problems or on the past, nor behind
 * an annex, a call, thanks or a signature.
 *
 * @param form Which model form of the category; out of range gives the first.
 * @returns null where the category has no draft form.
 */
export function draft(context: ServiceContext, code: string, form: number): DraftResult | null {
  const plan = planOf(context, code, form);
  if (!plan) return null;
  const { before, heading, title, between, body, after, offset } = plan;
  const position = context.textDocument.positionAt(offset);
  const head = heading ? `\${${headingPlace}:${escapeSnippet(title)}}` : '';
  return {
    range: { start: position, end: position },
    snippet: `${escapeSnippet(before)}${head}${escapeSnippet(between)}${safeSnippet(body)}${after}`,
    title: categoryLabel(context, code),
  };
}

/** The edit that puts the same paragraph in as plain text, for editors that cannot ask for places to be filled in. */
export function plainDraft(context: ServiceContext, code: string): TextEdit[] {
  const plan = planOf(context, code, 0);
  if (!plan) return [];
  const { before, heading, title, between, body, after, offset } = plan;
  const position = context.textDocument.positionAt(offset);
  const newText = `${before}${heading ? title : ''}${between}${plainText(body)}${after}`;
  return [{ range: { start: position, end: position }, newText }];
}

interface Plan {
  readonly offset: number;
  /** Line ends, markup and the numbering label. */
  readonly before: string;
  /** Whether the item gets a heading of its own, and what that says: what is to be done, not the category's name. */
  readonly heading: boolean;
  readonly title: string;
  /** What stands between heading and paragraph. */
  readonly between: string;
  readonly body: string;
  /** Line ends that part it from a paragraph right behind it. */
  readonly after: string;
}

function planOf(context: ServiceContext, code: string, form: number): Plan | null {
  const category = context.taxonomy.byCode.get(code);
  const chosen: DraftForm | undefined = category?.drafts[form] ?? category?.drafts[0];
  if (!category || !chosen) return null;
  const { document } = context.analysis;
  const { text } = document;
  const { home, lastItem, offset } = placeOfDraft(context, code);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const blank = document.format === 'markdown' ? eol + eol : eol;
  const isFirst = offset <= (document.blocks[0]?.start ?? offset);
  const item = lastItem && document.sentences[lastItem.heading];
  const sibling = item ? { last: item, isHeaded: true } : lastNumbered(context.analysis, home, offset);
  const isRunIn = sibling ? document.blocks[sibling.last.block]?.kind !== 'heading' : false;
  const next = sibling ? undefined : nextInList(document, offset);
  const gap = isFirst ? '' : next?.isTight ? eol : blank;
  const label = sibling ? labelAfter(document, sibling.last) : (next?.label ?? indentAt(document, offset));
  return {
    offset,
    before: gap + label,
    heading: sibling?.isHeaded === true,
    title: chosen.title.zh,
    between: sibling?.isHeaded !== true ? '' : isRunIn ? '。' : blank,
    body: atLevel(chosen.body, document).replace(/\r?\n/g, eol),
    after: isFirst
      ? offset < text.length
        ? blank
        : ''
      : partedFrom(text.slice(offset), document.format, eol),
  };
}

/** Before a paragraph without a number: the blanks of the one before it, which in Markdown must be wide ones. */
function indentAt({ text, format }: ParsedDocument, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (format === 'markdown' ? /^\u3000*/ : /^[ \t\u3000]*/).exec(before)?.[0] ?? '';
}

/** In Markdown a paragraph on the next line would run on. */
function partedFrom(rest: string, format: ParsedDocument['format'], eol: string): string {
  return format === 'markdown' && /^[^\S\r\n]*\r?\n[^\S\r\n]*[^\s]/.test(rest) ? eol : '';
}
