/** A text that lies behind a report: commands on the place of the cursor show it first. */
import assert from 'node:assert/strict';
import { editor, never, openDocument, resetEditor } from '../support/vscode';
import { ids, knowing } from '../support/services';
import * as vscode from 'vscode';
import { explainCommands } from '../../../src/client/commands/explain';
import type { CommandTable, Services } from '../../../src/client/commands/services';
import { suppressionCommands } from '../../../src/client/commands/suppressions';
import { reviewCommands } from '../../../src/client/report/reviewCommand';

describe('a command on the place of the cursor, with the text behind a report', () => {
  beforeEach(resetEditor);

  const line = 7;
  const start = { line, character: 0 };

  /** Runs a command; hands back the lines that were asked about, and what was said. */
  async function run(table: (services: Services) => CommandTable, command: string) {
    const document = Object.assign(openDocument('file:///ws/a.policy.md', '甲'), {
      lineAt: () => ({ isEmptyOrWhitespace: false }),
    });
    editor.tabs = [new vscode.TabInputWebview('policyLens.report'), new vscode.TabInputText(document.uri)];
    const seen = { shown: [] as (string | undefined)[], lines: [] as number[] };
    editor.show = (shown, column) => {
      seen.shown.push(`${shown.uri.path} ${String(column)}`);
      const range = new vscode.Range(line, 0, line, 1);
      const selection = Object.assign(range, { active: start });
      return { document, selection } as unknown as vscode.TextEditor;
    };
    const occurrence = { id: '1', category: 'R1.1', quote: '甲', range: { start, end: start } };
    const overview = { covered: [{ occurrences: [occurrence] }] };
    const services = {
      words: ids,
      taxonomy: {},
      renamings: { follow: (uri: string) => () => uri },
      current: { document },
      outdated: never,
      included: { onDidChange: never },
      states: knowing(overview),
      server: {
        request: (_: unknown, params: { range?: vscode.Range; annotation?: string }) => {
          if (params.range) seen.lines.push(params.range.start.line);
          if (params.annotation !== undefined) seen.lines.push(line);
          return Promise.resolve(undefined);
        },
        request0: () => Promise.resolve({}),
      },
    } as unknown as Services;
    await table(services)[command]?.();
    return { ...seen, said: [...editor.said] };
  }

  it('explains what is there, and says where that has changed', async () => {
    const { shown, lines, said } = await run(explainCommands, 'explain');
    assert.deepEqual(shown, ['/ws/a.policy.md 1']);
    assert.deepEqual(lines, [line]);
    assert.deepEqual(said, ['client.changed']);
  });

  it('suppresses what is there', async () => {
    const menu = {
      items: [],
      activeItems: [{ scope: 'hit' }],
      value: '',
      show: () => undefined,
      hide: () => undefined,
      onDidChangeActive: () => undefined,
      onDidChangeValue: () => undefined,
      onDidHide: () => undefined,
      onDidAccept: (accept: () => void) => setImmediate(accept),
    };
    Object.assign(vscode.window, { createQuickPick: () => menu });
    const { shown, lines } = await run(suppressionCommands, 'suppress');
    assert.deepEqual(shown, ['/ws/a.policy.md 1']);
    assert.deepEqual(lines, [line]);
  });

  it('writes no note about a text that is just changing, and says so', async () => {
    const { shown, said } = await run(reviewCommands, 'reviewNote');
    assert.deepEqual(shown, []);
    assert.deepEqual(said, ['client.changed']);
  });
});
