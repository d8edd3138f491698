/** The document model. All offsets, everywhere in the project, are UTF-16 code units into the text as given. */

/** A half-open range `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a text is parsed. `.md` files and Markdown editors are Markdown; everything else is plain text. */
export type DocumentFormat = 'markdown' | 'plain';

/**
 * Official numbering after GB/T 9704 (一、 → （一） → 1. → （1）), the article numbering of regulations, and the
 * enumerations of running text (一是 … 二是 …).
 */
export type NumberingScheme =
  | 'part' // 第一编/部分
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条
  | 'chinese' // 一、
  | 'chineseParenthesised' // （一）
  | 'arabic' // 1. 1、 1．
  | 'arabicParenthesised' // （1）
  | 'ordinal'; // 一是 / 第一，

/** A numbering label found at the start of a heading or sentence. */
export interface Numbering {
  readonly scheme: NumberingScheme;
  readonly value: number;
  /** The label itself, e.g. `（二）`. */
  readonly label: Span;
}

/** The coding unit of the codebook: ends at 。！？； or a paragraph end; a heading is a unit of its own. */
export interface Sentence extends Span {
  readonly index: number;
  /** Index into {@link ParsedDocument.blocks}. */
  readonly block: number;
  /** Index into {@link ParsedDocument.sections} of the innermost section that holds the sentence. */
  readonly section: number;
  /** True for headings, also for run-in headings（（一）加强……。 followed by text in the same paragraph). */
  readonly isHeading: boolean;
  readonly numbering: Numbering | null;
}

export type BlockKind = 'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'quote';

/** A paragraph-like piece: the text between two line ends (plain) or one leaf block (Markdown). */
export interface Block extends Span {
  readonly index: number;
  readonly kind: BlockKind;
  readonly section: number;
  /** Sentences `[firstSentence, lastSentence)` belong to the block. */
  readonly firstSentence: number;
  readonly lastSentence: number;
}

/** A heading with all that stands below it. Section 0 is the whole document and has no heading. */
export interface Section extends Span {
  readonly index: number;
  /** Index of the enclosing section; -1 for section 0. */
  readonly parent: number;
  /** 0 for the document, then 1, 2, 3 … */
  readonly level: number;
  /** Index of the heading's sentence; -1 for section 0. */
  readonly heading: number;
  /** The heading's words without numbering and markup; empty for section 0. */
  readonly title: string;
}

export interface ParsedDocument {
  /** The text exactly as given, never normalised. */
  readonly text: string;
  /**
   * Same length as `text`; what is not prose (front matter, code, HTML, link targets, markup) is replaced by
   * spaces (line ends kept), so that matching sees prose only and every offset still holds.
   */
  readonly prose: string;
  /**
   * Stretches inside a paragraph that part nothing, in order: marks of emphasis, targets of links, comments, soft line
   * ends between Chinese characters. What stands before such a one reads on behind it. None in plain text.
   */
  readonly seams: readonly Span[];
  readonly format: DocumentFormat;
  /** Index of the title's first sentence; -1 where there is no title. */
  readonly title: number;
  /** Raw front matter, without its fences. */
  readonly frontMatter: Span | null;
  /** Pieces of HTML in a Markdown document, comments among them; none in plain text. */
  readonly html: readonly Span[];
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly sections: readonly Section[];
}
