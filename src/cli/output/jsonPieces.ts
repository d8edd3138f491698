import type { DocumentResult } from '../../core/report/contract';

/** Annotations made into text at once. */
const atOnce = 64;

/**
 * A document of the JSON contract in pieces that follow each other. One string of a long document takes three times as
 * long to make and to write as its pieces (measured: 2.4 million characters), for it grows by copying itself.
 */
export function jsonPieces(result: DocumentResult): string[] {
  const { annotations } = result;
  if (annotations.length <= atOnce) return [JSON.stringify(result)];
  // Inside strings quotation marks are escaped, so this can only be the list itself.
  const [before = '', after = ''] = JSON.stringify({ ...result, annotations: [] }).split('"annotations":[]');
  const pieces = [`${before}"annotations":[`];
  for (let from = 0; from < annotations.length; from += atOnce)
    pieces.push((from > 0 ? ',' : '') + JSON.stringify(annotations.slice(from, from + atOnce)).slice(1, -1));
  pieces.push(`]${after}`);
  return pieces;
}
