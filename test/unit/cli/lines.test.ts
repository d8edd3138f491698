import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf, longestLine } from '../../../src/cli/input/lines';

async function* chunks(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of linesOf(stream)) lines.push(line?.toString('utf8') ?? null);
  return lines;
}

describe('splitting a stream into lines', () => {
  it('equals splitting the whole text, however the bytes arrive', async () => {
    const piece = fc.constantFrom('a', '科', '\n', '\r\n', '\u2028', '𠮷', '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.array(fc.nat(9), { maxLength: 20 }),
        async (pieces, sizes) => {
          const text = pieces.join('');
          const expected = text.split('\n').map((line) => line.replace(/\r$/, ''));
          if (text === '' || text.endsWith('\n')) expected.pop();
          assert.deepEqual(await all(chunks(Buffer.from(text), sizes)), expected);
        },
      ),
    );
  });

  it('reports a line that is too long and goes on', async () => {
    async function* stream(): AsyncGenerator<Uint8Array> {
      const block = Buffer.alloc(1024 * 1024, 0x61);
      for (let length = 0; length <= longestLine; length += block.length) yield block;
      yield Buffer.from('\nnext\n');
    }
    assert.deepEqual(await all(stream()), [null, 'next']);
  });
});
