import type { Message } from '../../core/message';
import type { Block, DocumentFormat, ParsedDocument } from '../../core/text/model';

/** A text to be written as an official document in Word. */
export interface WordRequest {
  readonly text: string;
  readonly format: DocumentFormat;
}

/** What came of it. */
export interface WordResult {
  /** The file; `null` when it could not be made; the notes say why. */
  readonly bytes: Uint8Array | null;
  /** What a reader must know: blanks that are open, images left out. Ids of the area `report`. */
  readonly notes: readonly Message[];
}

/** A stretch of text in one dress. A line break inside of a paragraph is `\n`. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** The number of a footnote that is referred to; the text is empty. */
  readonly footnote?: number;
}

/** A paragraph as the text's format gives it. */
export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** What it is in the document model; `null` where nothing in it is prose. */
  readonly block: Block | null;
  /** Number or sign of a list's item; empty elsewhere. */
  readonly label: string;
  readonly source: 'text' | 'quote' | 'code';
  /** Of a Markdown heading, the number of its `#`. */
  readonly depth: number | null;
}

export type Alignment = 'left' | 'center' | 'right' | null;

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Alignment[];
  /** The first row is the head. All rows have as many cells as there are columns. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

/** A text as read, in its order. */
export interface Draft {
  readonly document: ParsedDocument;
  readonly pieces: readonly (DraftParagraph | Table)[];
  /** By number, from 1. */
  readonly footnotes: ReadonlyMap<number, readonly Run[]>;
  /** How many images are left out. */
  readonly images: number;
  /** How many links lose their target: what they lead to is not among their words. */
  readonly links: number;
  /** How many pieces of HTML with Chinese words in them are left out. */
  readonly html: number;
}

/** The parts of an official document after GB/T 9704—2012 that differ in font or place. */
export type Role =
  | 'title'
  | 'subtitle'
  | 'addressee'
  | 'chapter'
  | 'section'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'quote'
  | 'code'
  | 'annexes'
  | 'annexMark'
  | 'tableCaption'
  | 'signature';

/** A paragraph as it is written. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: Role;
  readonly runs: readonly Run[];
  /** A heading that opens a paragraph: how many characters it has, and its level. */
  readonly runIn?: { readonly length: number; readonly level: HeadingLevel };
  /** Begins a page. */
  readonly opensPage?: boolean;
  /** A line is left free before it. */
  readonly isApart?: boolean;
  /** A line is left free behind it, whatever comes. */
  readonly isApartBehind?: boolean;
  /** Not parted by a page's end from what follows. */
  readonly keepsNext?: boolean;
  /** Neither number nor font says that it is a heading: it is bold. */
  readonly isSetOff?: boolean;
  /** In characters, where the role leaves it open: before the lines, before the first of them less, behind the lines. */
  readonly indent?: { readonly left?: number; readonly hanging?: number; readonly right?: number };
}

export type HeadingLevel = 1 | 2 | 3 | 4;
