import { Pieces } from '../pieces';

/**
 * JSON with one long list, by itself an item a line: a corpus may need more than a string can hold.
 *
 * @param frame Holds the list as an empty array at some depth, under a key that occurs once.
 * @param key The list's key.
 * @param lineEnd What parts the items and ends the text; nothing where all stands in one line.
 */
export function longJson(frame: object, key: string, items: () => Iterable<unknown>, lineEnd = '\n'): Pieces {
  // Inside strings quotation marks are escaped, so this can only be the list itself.
  const [before = '', after = ''] = JSON.stringify(frame).split(`"${key}":[]`);
  return new Pieces(function* () {
    yield `${before}"${key}":[`;
    let separator = lineEnd;
    for (const item of items()) {
      yield separator + JSON.stringify(item);
      separator = `,${lineEnd}`;
    }
    yield `${lineEnd}]${after}${lineEnd}`;
  });
}
