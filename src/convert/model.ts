import type { Message } from '../core/message';
import type { CommentRequest } from './comments/model';
import type { WordRequest, WordResult } from './toWord/model';

/** A document turned into Markdown. The original is only read. */
export interface Conversion {
  /** `null` when the file could not be read; the notes say why. */
  readonly markdown: string | null;
  /** What a reader must know: images left out, tables to check, numbering written out. Ids of the area `report`. */
  readonly notes: readonly Message[];
}

/** Asked of a converter that runs in a worker: a document as Markdown, a text as a Word file, or comments in one. */
export type ConverterRequest =
  | { readonly task: 'import'; readonly name: string; readonly bytes: Uint8Array }
  | ({ readonly task: 'word' } & WordRequest)
  | ({ readonly task: 'comment' } & CommentRequest);

/** What comes of each. */
export interface ConverterResults {
  readonly import: Conversion;
  readonly word: WordResult;
  readonly comment: WordResult;
}

/** Its answer. The PDF reader sends messages of its own from a worker, which have no `answer`. */
export interface ConverterAnswer {
  readonly answer: ConverterResults[keyof ConverterResults];
}

/** What a web worker says in place of an answer: why there is none. */
export interface ConverterFailure {
  readonly failure: string;
}
