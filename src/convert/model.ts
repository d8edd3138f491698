import type { Message } from '../core/rules/model';

/** A document turned into Markdown. The original is only read. */
export interface Conversion {
  /** `null` when the file could not be read; the notes say why. */
  readonly markdown: string | null;
  /** What a reader must know: images left out, tables to check, numbering written out. Ids of the area `report`. */
  readonly notes: readonly Message[];
}

/** Sent to a converter that runs in a worker. */
export interface ConversionRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Its answer. The PDF reader sends messages of its own from a worker, which have no `converted`. */
export interface ConversionAnswer {
  readonly converted: Conversion;
}
