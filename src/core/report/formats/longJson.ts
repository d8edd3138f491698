/** Characters encoded at once. */
const batch = 1 << 20;

/**
 * JSON whose one long list stands an item a line, as UTF-8 bytes: a corpus may need more than a string can hold.
 *
 * @param frame Holds the list as an empty array at some depth, under a key that occurs once.
 * @param key The list's key.
 */
export function longJson(frame: object, key: string, items: Iterable<unknown>): Uint8Array {
  // Inside strings quotation marks are escaped, so this can only be the list itself.
  const [before = '', after = ''] = JSON.stringify(frame).split(`"${key}":[]`);
  return encode(pieces(before, key, items, after));
}

function* pieces(before: string, key: string, items: Iterable<unknown>, after: string): Generator<string> {
  yield `${before}"${key}":[`;
  let separator = '\n';
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield `\n]${after}\n`;
}

function encode(parts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (waiting.length < batch) continue;
    chunks.push(encoder.encode(waiting));
    waiting = '';
  }
  chunks.push(encoder.encode(waiting));
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
