/** A draft that cannot be put in is told. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { ids, knowing } from '../support/services';
import type * as vscode from 'vscode';
import { remedyCommands } from '../../../src/client/commands/insertRemedy';
import type { Services } from '../../../src/client/commands/services';

describe('a draft paragraph', () => {
  beforeEach(resetEditor);

  const cases: readonly [
    name: string,
    uri: string,
    takes: boolean,
    tries: number,
    said: readonly string[],
  ][] = [
    ['is put into a text', 'file:///ws/a.md', true, 1, []],
    ['is not put into an older version in silence', 'old:///ws/a.md', false, 1, ['client.readOnly']],
    ['is not tried in a read-only file system', 'git:///ws/a.md', false, 0, ['client.readOnly']],
  ];
  for (const [name, uri, takes, tries, said] of cases)
    it(name, async () => {
      editor.readOnlySchemes.add('git');
      const document = Object.assign(openDocument(uri, '一、甲'), {
        validateRange: (range: unknown) => range,
      });
      let tried = 0;
      const shown = {
        revealRange: () => undefined,
        insertSnippet: () => {
          tried++;
          if (takes) Object.assign(document, { version: document.version + 1 });
          return Promise.resolve(true);
        },
      };
      editor.show = () => shown as unknown as vscode.TextEditor;
      const place = { line: 0, character: 0 };
      const services = {
        words: ids,
        current: { document },
        states: knowing({}),
        taxonomy: { load: () => Promise.resolve({ get: () => ({ isLeaf: true }) }) },
        server: { request: () => Promise.resolve({ range: { start: place, end: place }, snippet: '甲' }) },
      } as unknown as Services;
      await remedyCommands(services)['insertRemedy']?.(undefined, 'R1.1', 0);
      assert.deepEqual([tried, editor.said], [tries, said]);
    });
});
