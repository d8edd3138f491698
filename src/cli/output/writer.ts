import type { Taxonomy } from '../../core/taxonomy/model';
import type { Translator } from '../../l10n/translator';
import type { Skipped } from '../input/source';
import type { Digest } from '../outcome';
import type { RenderOptions } from './renderers';

/** What a run is about. */
export interface Run {
  readonly taxonomy: Taxonomy;
  readonly translator: Translator;
  readonly columns: number;
  /** Whether it is read on a terminal, so that a row must fit into the columns. */
  readonly isTerminal: boolean;
  /** Paths of the documents that will be read. */
  readonly documents: readonly string[];
  /** Absolute paths of the files that are read or passed over: no output is written there. */
  readonly originals: readonly string[];
  /** Where the output goes. */
  write(chunk: string | Uint8Array): Promise<void>;
}

/** Writes documents as they are done, in the order of the inputs. */
export interface Writer {
  /** What it wants of each document; made where the document is analysed. */
  readonly render: RenderOptions['as'];
  begin(): Promise<void>;
  /** Whether the documents' own texts are wanted too. */
  readonly withSource?: boolean;
  /**
   * @param pieces What {@link Writer.render} made of the document; they follow each other.
   * @param source The document's own text, where wanted.
   */
  document(pieces: Iterable<string>, digest: Digest, source: string | undefined): Promise<void>;
  /**
   * @param skipped Every file that was not analysed.
   * @param leftOut Those of them that a folder holds beside its documents.
   */
  end(skipped: readonly Skipped[], leftOut: readonly Skipped[]): Promise<void>;
}
