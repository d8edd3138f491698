import { schemaVersion } from '../../core/report/contract';
import { tool } from '../version';
import type { Run, Writer } from './writer';

/** Writes the JSON contract, one document a line as it comes, so that a corpus needs no memory. */
export function jsonWriter({ taxonomy, translator, write }: Run): Writer {
  let separator = '\n';
  return {
    render: 'json',
    begin: async () => {
      const { id, version, fingerprint } = taxonomy;
      const head = { schemaVersion, tool, taxonomy: { id, version, fingerprint }, offsetUnit: 'utf-16' };
      await write(`${JSON.stringify(head).slice(0, -1)},"documents":[`);
    },
    document: async (text) => {
      await write(separator + text);
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
