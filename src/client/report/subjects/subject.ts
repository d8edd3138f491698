import * as vscode from 'vscode';
import type { DocumentResult } from '../../../core/report/contract';
import type { NotText } from '../../../files/decode';
import type { Memento } from './memento';

/** Why a file is not in a report; the words are `client.report.reason.<reason>`. */
export type SkipReason =
  | NotText
  | 'unreadable'
  | 'tooLarge'
  | 'notTextFile'
  | 'aboutFolder'
  | 'turnedOff'
  | 'cancelled'
  | 'tooMany'
  | 'noAnswer'
  | 'otherColumns';

/** A document in a report, and what it takes to show it and to export it. */
export interface ReportedDocument {
  readonly result: DocumentResult;
  readonly uri: vscode.Uri;
  /** The text that was analysed. It is smaller than the quotes of its tags would be. */
  readonly text: string;
}

/**
 * What a report is about: documents that come, change and go. Kept by the report's panel. Its key, title and memento are
 * others when a document has another name.
 */
export class ReportSubject implements vscode.Disposable {
  /** By the path that is shown. */
  readonly documents = new Map<string, ReportedDocument>();
  readonly skipped = new Map<string, SkipReason>();
  metadataCsv: string | undefined;
  /** What is being done, in the user's words; empty when everything has been read. */
  progress = '';
  protected readonly listeners: vscode.Disposable[] = [];
  /** Shown beside the text rather than in its place. */
  readonly isBeside: boolean = false;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /**
   * @param key Two subjects with one key share a panel.
   * @param kind `comparison`: the first document is compared with the second.
   * @param title On the tab.
   * @param memento From which the subject can be made again.
   */
  constructor(
    public key: string,
    readonly kind: 'report' | 'comparison',
    public title: string,
    public memento: Memento,
  ) {}

  /** In the order in which reports list them. */
  get ordered(): readonly ReportedDocument[] {
    const all = [...this.documents.values()];
    if (this.kind === 'comparison') return all;
    return all.sort((a, b) => (a.result.path < b.result.path ? -1 : 1));
  }

  /** What was not read, by path: files are read and listed at the same time, in no order. */
  get skippedInOrder(): readonly (readonly [string, SkipReason])[] {
    return [...this.skipped].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Gives the title in the language that the user reads now. */
  retitle(): void {
    // A title of no words stays.
  }

  /** The documents or the progress are others now. */
  notify(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

/** What commands return of a report: for other extensions, key bindings and tests. */
export interface ReportSummary {
  /** Paths of the documents; `counted` is false where one is no policy text. */
  readonly documents: readonly { readonly path: string; readonly counted: boolean }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** What came of a report. */
export function summaryOf(subject: ReportSubject): ReportSummary {
  return {
    documents: subject.ordered.map(({ result: { path, checked } }) => ({
      path,
      counted: checked.isPolicyText,
    })),
    skipped: subject.skippedInOrder.map(([path, reason]) => ({ path, reason })),
  };
}
