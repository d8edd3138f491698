/** What a report's page holds as data, and what it and its host say to each other. */

/** A tag as the page holds it: category, start, end, section, sentence. */
export type PageQuote = readonly [
  category: string,
  start: number,
  end: number,
  section: string,
  quote: string,
];

/** What the page's script needs to know of a document; `first` is the number of its first quote. */
export interface PageDocument {
  readonly path: string;
  /** Where it is, for a saved page that links to its documents. */
  readonly href?: string;
  readonly first: number;
  /** Whether it is among the documents of the tables. */
  readonly counted: boolean;
  /** Year, level and issuer, as far as they are known. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Which of a long table's rows are shown, and in which order. */
export interface TableView {
  /** Position of the column the rows are sorted by; -1: as the report lists them. */
  readonly column: number;
  readonly isDescending: boolean;
  /** Position of the first row shown. */
  readonly from: number;
}

/** Sent to the host when a reader wants to see a passage; offsets are UTF-16 code units. */
interface OpenMessage {
  readonly type: 'open';
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Sent to the host for tags that the page does not hold, by position of their documents. */
interface QuotesMessage {
  readonly type: 'quotes';
  readonly documents: readonly number[];
}

/** The host's answer to a {@link QuotesMessage}. */
export interface QuotesAnswer {
  readonly type: 'quotes';
  readonly quotes: readonly (readonly [document: number, quotes: readonly PageQuote[]])[];
}

/** Sent to the host for the quotes of a figure that has too many for the page to hold their numbers. */
interface EvidenceMessage {
  readonly type: 'evidence';
  /** The figure's name. */
  readonly figure: string;
}

/** The host's answer to an {@link EvidenceMessage}. */
export interface EvidenceAnswer extends EvidenceMessage {
  /** Numbers of quotes, e.g. `0-2,5`. */
  readonly quotes: string;
}

/** Sent to the host for rows of a long table, of which the page holds those it shows. */
export interface RowsMessage extends TableView {
  readonly type: 'rows';
  /** The table's id. */
  readonly table: string;
  /** Positions of the documents whose rows are wanted; null: of all. */
  readonly documents: readonly number[] | null;
}

/** The host's answer to a {@link RowsMessage}. */
export interface RowsAnswer {
  readonly type: 'rows';
  readonly query: RowsMessage;
  /** Position of the first row: that of the last page where the query asked for one behind it. */
  readonly from: number;
  /** How many rows fit the query. */
  readonly count: number;
  /** `<tr>` elements. */
  readonly rows: string;
}

/** Sent to the host for a concordance: of a category, of a word, or of a word in a category's sentences. */
export interface ConcordanceMessage {
  readonly type: 'concordance';
  readonly category: string;
  readonly word: string;
}

/** The host's answer to a {@link ConcordanceMessage}. */
export interface ConcordanceAnswer {
  readonly type: 'concordance';
  /** How many places there are, in the reader's words. */
  readonly status: string;
  readonly lines: readonly (readonly [
    document: number,
    start: number,
    end: number,
    left: string,
    match: string,
    right: string,
  ])[];
}

export type PageMessage = OpenMessage | QuotesMessage | EvidenceMessage | RowsMessage | ConcordanceMessage;

export type PageAnswer = QuotesAnswer | EvidenceAnswer | RowsAnswer | ConcordanceAnswer;

/** What the host tells by itself: what it is doing, and what the report is about where that has another name now. */
export type PageNews =
  { readonly type: 'status'; readonly text: string } | { readonly type: 'memento'; readonly memento: object };

/** The part of a browser's window the script uses. */
export interface PageHost {
  acquireVsCodeApi?(): {
    postMessage(message: PageMessage): void;
    getState(): PageState | undefined;
    setState(state: PageState): void;
  };
  addEventListener: Window['addEventListener'];
  scrollTo: Window['scrollTo'];
  readonly scrollY: number;
}

/** Where an element stands, in words that hold for the next page of the same report, too. */
export interface PagePlace {
  /** Id of the nearest element that has one; empty for the page. */
  readonly within: string;
  /** What the first cell of its row says; empty outside of tables. */
  readonly row: string;
  /** Position of its column; -1 outside of tables. */
  readonly column: number;
  /** Which of those that stand there. */
  readonly index: number;
}

/** What a webview keeps when its page is replaced by a newer one. */
export interface PageState {
  readonly top?: number;
  /** The figure whose sentences are open; null where none are. */
  readonly open?: PagePlace | null;
  /** How far these are scrolled. */
  readonly openTop?: number;
  /** What had the focus last. */
  readonly focus?: PagePlace;
  /** What was looked for last. */
  readonly concordance?: Omit<ConcordanceMessage, 'type'>;
  /** What the report is about, for the host after a reload of the window. */
  readonly memento?: object;
  /** Values of the filters by their names. */
  readonly filters?: Readonly<Record<string, string>>;
  /** By the tables' ids. */
  readonly tables?: Readonly<Record<string, TableView>>;
}
