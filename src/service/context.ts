import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/model';
import type { Severity } from '../core/rules/model';
import type { Category, Taxonomy } from '../core/taxonomy/model';
import type { Span } from '../core/text/model';
import type { Translator } from '../l10n/translator';

/** What every feature reads: one document, its one analysis, and the words to show it in. */
export interface ServiceContext {
  readonly textDocument: TextDocument;
  readonly analysis: Analysis;
  readonly taxonomy: Taxonomy;
  readonly translator: Translator;
  readonly preset: 'quiet' | 'review' | 'draft';
  /** Effective severity of a rule, by id. */
  severity(rule: string): Severity;
}

/** An LSP range for a span of UTF-16 offsets. */
export function rangeOf(context: Pick<ServiceContext, 'textDocument'>, span: Span): Range {
  return {
    start: context.textDocument.positionAt(span.start),
    end: context.textDocument.positionAt(span.end),
  };
}

/** Categories from the outermost to the leaf: 实现路径 is a kind, then group, then leaf. */
export function categoryChain(taxonomy: Taxonomy, code: string): readonly Category[] {
  const leaf = taxonomy.byCode.get(code);
  if (!leaf) return [];
  const group = leaf.parent === null ? undefined : taxonomy.byCode.get(leaf.parent);
  return group ? [group, leaf] : [leaf];
}

/** `R2.3 技术转移与成果转化`. */
export function categoryLabel(
  context: Pick<ServiceContext, 'taxonomy' | 'translator'>,
  code: string,
): string {
  const category = context.taxonomy.byCode.get(code);
  return category ? `${code} ${context.translator.name(category.name)}` : code;
}
