import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import type { DocumentResult } from '../core/report/contract';
import type { TextToAnalyze } from '../protocol';

/** A tag in a file that is not open. */
export interface IndexedOccurrence {
  readonly category: string;
  readonly location: Location;
  readonly quote: string;
  readonly section: string;
}

/**
 * Tags of the files that the client had analysed (for the coverage of a workspace), so that references and symbols
 * reach beyond the open documents. A file leaves it when it is opened or changes on disk.
 */
export class OccurrenceIndex {
  private readonly byUri = new Map<string, readonly IndexedOccurrence[]>();

  /** Keeps the P, R and S tags of a text with a URI; others cannot be opened and are not kept. */
  add({ uri, text }: TextToAnalyze, result: DocumentResult): void {
    if (uri === undefined) return;
    const document = TextDocument.create(uri, 'plaintext', 0, text);
    this.byUri.set(
      uri,
      result.annotations
        .filter(({ kind }) => kind === 'P' || kind === 'R' || kind === 'S')
        .map(({ category, start, end, quote, section }) => ({
          category,
          location: {
            uri,
            range: { start: document.positionAt(start), end: document.positionAt(end) },
          },
          quote,
          section,
        })),
    );
  }

  delete(uri: string): void {
    this.byUri.delete(uri);
  }

  clear(): void {
    this.byUri.clear();
  }

  /** In the order in which the files were analysed. */
  *all(): Generator<IndexedOccurrence> {
    for (const occurrences of this.byUri.values()) yield* occurrences;
  }
}
