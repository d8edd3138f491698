import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/model';
import type { RuleLevel } from '../core/rules/model';
import type { Category, Taxonomy } from '../core/taxonomy/model';
import type { Span } from '../core/text/model';
import type { Translator } from '../l10n/translator';
import type { ServerSettings } from '../protocol';

/** What the editor can do with an answer. */
export interface EditorSupport {
  /**
   * It has our commands (it is our own extension). Others get edits in place of commands, and no links that would
   * lead nowhere.
   */
  readonly commands: boolean;
  /** It understands snippets in completions. */
  readonly snippets: boolean;
  /** Where it shows plain text only: hovers, what is said of a completion. */
  readonly plain: { readonly hover: boolean; readonly documentation: boolean };
}

/** What every feature reads: one document, its one analysis, and the words to show it in. */
export interface ServiceContext {
  readonly textDocument: TextDocument;
  readonly analysis: Analysis;
  readonly taxonomy: Taxonomy;
  readonly translator: Translator;
  /** The user said that it is policy text, whatever its words. */
  readonly isForced: boolean;
  readonly preset: ServerSettings['preset'];
  /** Whether headings have lines above them. */
  readonly codeLens: boolean;
  /** What a hint calls a category: most readers know no codes. */
  readonly hintText: NonNullable<ServerSettings['hintText']>;
  readonly editor: EditorSupport;
  /** Effective severity of a rule, by id. */
  severity(rule: string): RuleLevel;
}

/** Taxonomy and language: enough to name a category. */
export type Words = Pick<ServiceContext, 'taxonomy' | 'translator'>;

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

/** 技术转移与成果转化; the code where the taxonomy has no such category. */
export function categoryName({ taxonomy, translator }: Words, code: string): string {
  const category = taxonomy.byCode.get(code);
  return category ? translator.name(category.name) : code;
}

/** `R2.3 技术转移与成果转化`. */
export function categoryLabel(words: Words, code: string): string {
  const name = categoryName(words, code);
  return name === code ? code : `${code} ${name}`;
}
