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

/** A document under the name it is shown by. */
export interface Named {
  readonly uri: vscode.Uri;
  readonly path: string;
}

/**
 * What a report is about: documents that come, change and go. Kept by the report's panel. Its key, title and memento are
 * others when a document has another name.
 */
export abstract class ReportSubject implements vscode.Disposable {
  /** Two subjects with one key share a panel. */
  abstract readonly key: string;
  /** On the tab, in the language that the user reads now. */
  abstract readonly title: string;
  /** From which the subject can be made again. */
  abstract readonly memento: Memento;
  /** `comparison`: the first document is compared with the second. */
  readonly kind: 'report' | 'comparison' = 'report';
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

  /** Whether what is kept in the workspace was not read, as it is not trusted. */
  get isRestricted(): boolean {
    return !vscode.workspace.isTrusted;
  }

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

  /** The documents, in their order, have other places and names; they are not read again. */
  protected rename(now: readonly Named[]): void {
    const known = [...this.documents.values()];
    this.documents.clear();
    now.forEach(({ uri, path }, at) => {
      const document = known[at];
      if (document) this.documents.set(path, { ...document, uri, result: { ...document.result, path } });
    });
    this.notify();
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
