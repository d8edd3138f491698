/**
 * A report as data: sections of tables whose cells say what they hold, without words of any language. Markdown,
 * HTML and the figures' check read the same tables, so no view can show a number that another does not.
 */
import type { Message } from '../message';
import type { Corpus } from '../coverage/corpus';
import type { Figure } from '../coverage/figure';
import type { AnswerStatus, RemedyStatus } from '../coverage/status';
import type { Localized } from '../taxonomy/model';

export type Status = RemedyStatus | 'notApplicable' | AnswerStatus;

/** A place in a document that a reader can jump to. */
export interface Place {
  readonly document: number;
  readonly start: number;
  readonly end: number;
}

export type Cell =
  /** Words of a document, of a file's name, or a code: shown as they are, escaped. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'named'; readonly name: Localized }
  | { readonly kind: 'category'; readonly code: string }
  /** `tables`: ids of the report's tables about each of them, where there are such. */
  | { readonly kind: 'categories'; readonly codes: readonly string[]; readonly tables?: readonly string[] }
  | { readonly kind: 'document'; readonly document: number }
  | { readonly kind: 'status'; readonly status: Status }
  /** `heat` 0–5 shades the cell; the number is always written out. */
  | { readonly kind: 'figure'; readonly figure: Figure; readonly heat?: number }
  /** Sentences; of several documents (`isNamed`) each with the one it is in. */
  | { readonly kind: 'quotes'; readonly quotes: readonly number[]; readonly isNamed?: true }
  /** A passage that is no tag (a near miss, a gap, a concordance line). */
  | { readonly kind: 'passage'; readonly text: string; readonly place: Place | null }
  | { readonly kind: 'none' };

export interface Column {
  readonly title: Cell;
  readonly numeric: boolean;
  /** Its cells are sentences or lists: in a narrow page they stand below the rest of their row. */
  readonly isProse?: true;
}

export interface Row {
  /** Cells in the order of the columns; the first names the row. */
  readonly cells: readonly Cell[];
  /** The document the row is about: such rows can be filtered by its metadata. */
  readonly document: number | null;
}

export interface Table {
  /** Unique in a report; usable as an HTML id. */
  readonly id: string;
  readonly caption: Message;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What the reader must know: how to read it, or what was left out. */
  readonly notes: readonly Message[];
  /** Further ones that are true of the page only: what shades mean, and what opens. */
  readonly pageNotes?: readonly Message[];
  /** Its rows tell something in their order, or are no peers: they are not sorted. */
  readonly isFixed?: true;
}

/** A simple chart; its figures stand in the table beside it. */
export interface Chart {
  readonly id: string;
  readonly kind: 'bars' | 'line';
  readonly title: Message;
  /** Values 0–1. */
  readonly points: readonly { readonly label: Cell; readonly figure: Figure }[];
}

export interface Section {
  readonly id: string;
  readonly title: Message;
  readonly charts: readonly Chart[];
  readonly tables: readonly Table[];
}

export interface Report {
  readonly kind: 'document' | 'corpus' | 'comparison';
  /** The document's title, or a message for several documents. */
  readonly title: Cell;
  /** What the reader must know before all figures. */
  readonly notices: readonly Message[];
  readonly corpus: Corpus;
  readonly sections: readonly Section[];
  readonly provenance: Provenance;
}

/** What every export names. */
export interface Provenance {
  /** Path of the only document: its title need not say which file, or which draft, it is. */
  readonly document?: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly taxonomy: { readonly id: string; readonly version: string; readonly fingerprint: string };
  readonly offsetUnit: 'utf-16';
  /** The taxonomy's bibliographic reference. */
  readonly reference: string;
  /** ISO date given by the caller; empty when not given. */
  readonly date: string;
}
