import type { Range, TextEdit } from 'vscode-languageserver-types';
import { fingerprintOf } from '../core/fingerprint';
import { anchorOf } from '../core/suppress/anchor';
import { directivesOf, formatDirective, formatId, type DirectiveId } from '../core/suppress/comments';
import type { Suppression } from '../core/suppress/model';
import { isEmphasisMark } from '../core/text/markdown/marks';
import { sentenceAt } from '../core/text/parseDocument';
import type { Block, ParsedDocument, Sentence, Span } from '../core/text/model';
import type { SuppressParams, SuppressResult } from '../protocol';
import { rangeOf, type ServiceContext } from './context';

/**
 * "Not this" and "should be …": the entry for the sidecar, or the comment to be written into Markdown. Where a
 * comment cannot stand (plain text, link text), the entry is given instead.
 *
 * @returns null where the annotation or place is not in this version of the document.
 */
export function suppress(context: ServiceContext, params: SuppressParams): SuppressResult | null {
  const { annotations, document } = context.analysis;
  const tag = annotations.find(({ id }) => id === params.annotation);
  if (params.annotation !== undefined && !tag) return null;
  const sentence = document.sentences[tag?.sentence ?? sentenceIn(context, params.range)];
  if (!sentence && params.scope !== 'file') return null;
  const id: DirectiveId = {
    ...(params.rule === undefined ? {} : { rule: params.rule }),
    ...(tag ? { category: tag.category } : {}),
    ...(params.replacement === undefined ? {} : { replacement: params.replacement }),
  };
  if (formatId(id) === '') return null;
  const edit = params.where === 'text' ? commentEdit(context, params, sentence, id) : null;
  return edit ? { entry: null, edits: [edit] } : { entry: entryOf(context, params, sentence, id), edits: [] };
}

/** The position of the sentence that a range begins in; -1 without one. */
function sentenceIn({ analysis, textDocument }: ServiceContext, range: Range | undefined): number {
  return range ? sentenceAt(analysis.document, textDocument.offsetAt(range.start)) : -1;
}

function entryOf(
  { analysis }: ServiceContext,
  { scope, reason }: SuppressParams,
  sentence: Sentence | undefined,
  id: DirectiveId,
): Suppression {
  const anchor = sentence && scope !== 'file' ? anchorOf(analysis.document.text, sentence) : null;
  // The place alone is not enough: after an edit, another sentence may begin where this one stood.
  const words = anchor ? `:${fingerprintOf([anchor.prefix, anchor.quote, anchor.suffix])}` : '';
  return {
    id: `${scope}:${anchor?.start ?? 0}:${formatId(id)}${words}`,
    target: id.rule === undefined ? 'annotation' : 'finding',
    ...id,
    scope,
    anchor,
    reason,
  };
}

function commentEdit(
  context: ServiceContext,
  { scope, reason }: SuppressParams,
  sentence: Sentence | undefined,
  id: DirectiveId,
): TextEdit | null {
  const { document } = context.analysis;
  if (document.format !== 'markdown') return null;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  if (scope === 'file') {
    const offset = afterFrontMatter(context);
    return insertion(context, offset, `${formatDirective('file', [id], reason)}${eol}${eol}`);
  }
  const block = document.blocks[sentence?.block ?? -1];
  if (!sentence || !block) return null;
  if (scope === 'paragraph' && isOnLineOfItsOwn(document.text, block)) {
    const lineStart = document.text.lastIndexOf('\n', block.start - 1) + 1;
    return insertion(context, lineStart, `${formatDirective('next', [id], reason)}${eol}`);
  }
  const inside =
    scope === 'hit' ? sentence.end : (document.sentences[block.lastSentence - 1]?.end ?? block.end);
  const offset = behindMarkup(document, inside);
  if (offset === null) return null;
  return insertion(context, offset, formatDirective(scope === 'hit' ? 'here' : 'paragraph', [id], reason));
}

/** Paragraphs and headings at the margin; a line put between list items, quotes or cells would cut them. */
function isOnLineOfItsOwn(text: string, { kind, start }: Block): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return (kind === 'paragraph' || kind === 'heading') && text.slice(lineStart, start).trim() === '';
}

/**
 * Behind the marks that close emphasis; a blank (`__年`) is none and opens the next sentence. Null where a comment would
 * break what is there: inside of link text and code, and behind an escape or the sign of a character reference.
 */
function behindMarkup({ text, prose }: ParsedDocument, offset: number): number | null {
  let at = offset;
  while (isEmphasisMark(text, at) && prose.charAt(at) === ' ') at++;
  const before = text.charAt(at - 1);
  const isInside = [']', '`'].includes(text.charAt(at)) || before === '\\' || before === '&';
  return isInside ? null : at;
}

function afterFrontMatter({ analysis: { document } }: ServiceContext): number {
  if (!document.frontMatter) return 0;
  const fence = document.text.indexOf('\n', document.frontMatter.end + 1);
  if (fence < 0) return document.text.length;
  const next = document.text.slice(fence + 1);
  return fence + 1 + (next.length - next.replace(/^(?:[ \t]*\r?\n)+/, '').length);
}

function insertion(context: ServiceContext, offset: number, newText: string): TextEdit {
  return { range: rangeOf(context, { start: offset, end: offset }), newText };
}

/**
 * The edits that take back what a comment says; other ids in the same comment stay.
 *
 * @param id Of a suppression written in the text.
 * @returns null for an unknown id, or one of the sidecar.
 */
export function unsuppress(context: ServiceContext, id: string): TextEdit[] | null {
  const { document, suppressed } = context.analysis;
  const found = suppressed.find(({ suppression, origin }) => origin === 'text' && suppression.id === id);
  const directive = directivesOf(document).find(({ comment }) => comment.start === found?.comment?.start);
  if (!found?.comment || !directive) return null;
  const own = formatId(found.suppression);
  const rest = directive.ids.filter((candidate) => formatId(candidate) !== own);
  if (rest.length > 0) {
    const newText = formatDirective(directive.verb, rest, directive.reason);
    return [{ range: rangeOf(context, directive.comment), newText }];
  }
  return [{ range: rangeOf(context, withItsLine(document.text, directive.comment)), newText: '' }];
}

/** A comment together with its line, where nothing else stands on it. */
function withItsLine(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : next;
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (!isAlone) return { start, end };
  const after = next < 0 ? text.length : next + 1;
  // The blank line that a comment for the whole file brought along goes with it.
  const blank = lineStart === 0 ? (/^[ \t]*\r?\n/.exec(text.slice(after))?.[0].length ?? 0) : 0;
  return { start: lineStart, end: after + blank };
}
