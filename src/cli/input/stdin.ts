import { largestFile } from './source';

/** All of standard input; stops reading just above the largest size that is analysed. */
export async function readStdin(stdin: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > largestFile) break;
  }
  return Buffer.concat(chunks);
}
