import type * as vscode from 'vscode';
import type { Overview } from '../protocol';
import type { ReportSummary } from './report/subjects/subject';

/**
 * What `activate` returns: for tests and for other extensions that want to read the result (`docs/api.md`). It only
 * tells; what changes a text or a setting goes through the commands.
 */
export interface PolicyLensApi {
  /** What is shown of a document has changed. */
  readonly onDidUpdate: vscode.Event<{ readonly uri: string; readonly version: number }>;
  /**
   * All that the side panel shows of an open document, by its URI as a string. It is of the version it names, which may
   * be older than the text: wait with {@link whenIdle} where that matters. Whoever asks may change what they get.
   * Undefined where nothing is known or nothing is shown.
   */
  overview(uri: string): Overview | undefined;
  /**
   * Resolves when the document's current version has been analysed and shown, or when it will not be (no policy text,
   * not open, turned off).
   */
  whenIdle(uri: string): Promise<void>;
  /** A coverage report has been drawn: the first time, or anew because its documents have changed. */
  readonly onDidShowReport: vscode.Event<ReportSummary>;
}
