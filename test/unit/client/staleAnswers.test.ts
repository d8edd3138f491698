import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { ids, knowing } from '../support/services';
import { remedyCommands } from '../../../src/client/commands/insertRemedy';
import { renumberCommands } from '../../../src/client/commands/renumber';
import type { CommandTable, Services } from '../../../src/client/commands/services';

describe('a command on a text', () => {
  beforeEach(resetEditor);

  const commands: readonly [name: string, (services: Services) => CommandTable, unknown[]][] = [
    ['renumber', renumberCommands, []],
    ['insertRemedy', remedyCommands, [undefined, 'R1.1', 0]],
  ];
  const answers: readonly [
    name: string,
    answer: null | undefined,
    scheme: string,
    said: Record<string, string>,
  ][] = [
    [
      'that changes while it is answered says so',
      undefined,
      'file',
      { renumber: 'client.changed', insertRemedy: 'client.changed' },
    ],
    [
      'that cannot be changed says so',
      null,
      'git',
      { renumber: 'client.readOnly', insertRemedy: 'client.readOnly' },
    ],
    [
      'says neither where the answer is that there is nothing',
      null,
      'file',
      { renumber: 'client.renumber.none', insertRemedy: 'client.insert.none' },
    ],
  ];
  for (const [command, table, given] of commands)
    for (const [name, answer, scheme, said] of answers)
      it(`${command} ${name}`, async () => {
        editor.readOnlySchemes.add('git');
        const services = {
          words: ids,
          current: { document: openDocument(`${scheme}:///ws/a.policy.md`, '一、甲') },
          states: knowing({}),
          taxonomy: { load: () => Promise.resolve({ get: () => ({ isLeaf: true }) }) },
          server: { request: () => Promise.resolve(answer) },
        } as unknown as Services;
        await table(services)[command]?.(...given);
        assert.deepEqual(editor.said, [said[command]]);
      });
});
