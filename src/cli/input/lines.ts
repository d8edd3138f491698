/** Longest line that is kept, in bytes; a longer one is reported, not loaded. */
export const longestLine = 20 * 1024 * 1024;

/**
 * Splits a byte stream at `\n` (a `\r` before it is taken off), holding no more than one line. A line longer than
 * {@link longestLine} comes out as null. Only bytes are looked at: U+2028 inside JSON ends no line.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | null, void> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const flush = (last: Uint8Array): Buffer | null => {
    const isTooLong = length + last.length > longestLine;
    const line = isTooLong ? null : Buffer.concat([...parts, last]);
    parts = [];
    length = 0;
    return line?.at(-1) === 0x0d ? line.subarray(0, -1) : line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      yield flush(chunk.subarray(start, end));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > longestLine) parts = [];
    else if (rest.length > 0) parts.push(rest);
  }
  if (length > 0) yield flush(new Uint8Array(0));
}
