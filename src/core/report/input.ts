import type { Output } from './contract';
import type { ReportTaxonomy } from '../coverage/corpus';
import type { ReportWords } from './words';

/** Everything a report or export can use. Without the optional parts it says less, never something else. */
export interface ReportInput {
  readonly output: Output;
  readonly taxonomy: ReportTaxonomy;
  readonly words: ReportWords;
  /**
   * Texts by document path, without the byte order mark. Front matter and concordance need them, and so do
   * exports with offsets in code points or with the text itself (brat, doccano, Web Annotation, REFI-QDA).
   */
  readonly texts?: ReadonlyMap<string, string> | undefined;
  /** Paths of `output.skipped` that were never meant to be read; without it, none is known to be a failure. */
  readonly leftOut?: ReadonlySet<string> | undefined;
  /** Text of a metadata.csv; see docs/exports.md. */
  readonly metadataCsv?: string | undefined;
  /** What that file is called, where not so. */
  readonly metadataName?: string | undefined;
  /** Keywords for the concordance. */
  readonly concordance?: readonly string[] | undefined;
  /** ISO date to print; the core has no clock. */
  readonly date?: string | undefined;
  /** Whether the workspace is not trusted, so that what is kept in it was not read: corrections and taxonomies. */
  readonly isRestricted?: boolean | undefined;
  /** How the HTML page is to be shown. */
  readonly page?: PageOptions | undefined;
}

/** Where an HTML report is shown. */
export interface PageOptions {
  /** `file`: saved and opened in a browser. `webview`: jumps are posted to the host. */
  readonly host: 'file' | 'webview';
  /** For the content security policy; letters and digits. Derived from the documents when absent. */
  readonly nonce?: string | undefined;
  /** Kept by a webview's page among its state, for the host to make the report again. */
  readonly memento?: object | undefined;
  /** Put before a document's path to link to it from a saved file, e.g. `../`; absent: no links. */
  readonly baseline?: string | undefined;
}
