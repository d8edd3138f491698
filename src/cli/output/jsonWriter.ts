import type { Skipped } from '../input/source';
import { outputOf } from './reportWriter';
import type { Run, Writer } from './writer';

/** Writes the JSON contract, one document a line as it comes, so that a corpus needs no memory. */
export function jsonWriter({ taxonomy, translator, write }: Run): Writer {
  let separator = '\n';
  /** What stands before and behind the documents. */
  const frame = (skipped: readonly Skipped[]): readonly string[] =>
    JSON.stringify(outputOf(taxonomy, [], skipped, translator)).split('"documents":[]');
  return {
    render: 'json',
    begin: () => write(`${frame([])[0] ?? ''}"documents":[`),
    document: async (pieces) => {
      await write(separator);
      // Apart, for joining would copy a text that may have a hundred megabytes.
      for (const piece of pieces) await write(piece);
      separator = ',\n';
    },
    end: (skipped) => write(`\n]${frame(skipped)[1] ?? ''}\n`),
  };
}
