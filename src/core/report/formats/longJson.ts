import { Pieces } from '../pieces';

/**
 * JSON whose one long list stands an item a line: a corpus may need more than a string can hold.
 *
 * @param frame Holds the list as an empty array at some depth, under a key that occurs once.
 * @param key The list's key.
 */
export function longJson(frame: object, key: string, items: () => Iterable<unknown>): Pieces {
  // Inside strings quotation marks are escaped, so this can only be the list itself.
  const [before = '', after = ''] = JSON.stringify(frame).split(`"${key}":[]`);
  return new Pieces(function* () {
    yield `${before}"${key}":[`;
    let separator = '\n';
    for (const item of items()) {
      yield separator + JSON.stringify(item);
      separator = ',\n';
    }
    yield `\n]${after}\n`;
  });
}
