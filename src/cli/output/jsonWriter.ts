import { outputOf } from './reportWriter';
import type { Run, Writer } from './writer';

/** Writes the JSON contract, one document a line as it comes, so that a corpus needs no memory. */
export function jsonWriter({ taxonomy, translator, write }: Run): Writer {
  let separator = '\n';
  return {
    render: 'json',
    begin: async () => {
      const frame = JSON.stringify(outputOf(taxonomy, [], [], translator));
      await write(frame.slice(0, frame.indexOf('"documents":[') + '"documents":['.length));
    },
    document: async (pieces) => {
      await write(separator);
      // Apart, for joining would copy a text that may have a hundred megabytes.
      for (const piece of pieces) await write(piece);
      separator = ',\n';
    },
    end: async (skipped) => {
      const rows = skipped.map(({ path, reason }) => ({
        path,
        reason: translator.t(`cli.reason.${reason}`),
      }));
      await write(`\n],"skipped":${JSON.stringify(rows)}}\n`);
    },
  };
}
