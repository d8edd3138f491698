import type { DocumentResult } from '../../core/report/contract';
import { longJson } from '../../core/report/formats/longJson';

/**
 * A document of the JSON contract in pieces that follow each other. One string of a long document takes three times as
 * long to make and to write as its pieces (measured: 2.4 million characters), for it grows by copying itself.
 */
export function jsonPieces(result: DocumentResult): Iterable<string> {
  return longJson({ ...result, annotations: [] }, 'annotations', () => result.annotations, '');
}
