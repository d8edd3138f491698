/** A click in a tree, as the editor runs it. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { idsAndArguments } from '../support/services';
import * as vscode from 'vscode';
import { nodeCommands } from '../../../src/client/commands/openNode';
import { registerCommands } from '../../../src/client/commands/register';
import type { Services } from '../../../src/client/commands/services';
import type { NodeTarget } from '../../../src/client/views/node';
import { TreeEntry } from '../../../src/client/views/nodeTree';

describe('a click in a tree', () => {
  beforeEach(resetEditor);

  const uri = 'file:///ws/a.policy.md';
  const rangeIn = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
  const covered = [{ occurrences: [3, 4].map((line) => ({ category: 'R1.2', range: rangeIn(line) })) }];

  /** What was logged, and where the cursor is, once a row is clicked; `failure`: of the editor, to show the text. */
  async function clicked(entry: unknown, failure?: string) {
    const document = openDocument(uri, '一\n二\n三\n四\n五\n');
    const shown = { selection: undefined as vscode.Selection | undefined, revealRange: () => undefined };
    Object.assign(vscode.window, {
      showTextDocument: () =>
        failure === undefined ? Promise.resolve(shown) : Promise.reject(new Error(failure)),
    });
    Object.assign(document, { validateRange: (range: vscode.Range) => range });
    const run: Record<string, (...args: unknown[]) => unknown> = {};
    Object.assign(vscode.commands, {
      registerCommand: (name: string, command: () => unknown) => (run[name] = command),
    });
    const logged: unknown[] = [];
    const services = {
      states: { get: () => ({ overview: { covered } }) },
      server: { logError: (error: unknown) => logged.push(error) },
      words: idsAndArguments,
    } as unknown as Services;
    registerCommands(services, [nodeCommands(services)]);
    await run['policyLens.openNode']?.(entry);
    return { logged: logged.map(String), line: shown.selection?.start.line };
  }

  const row = (target: Partial<NodeTarget>): TreeEntry =>
    new TreeEntry({ id: 'a', label: '甲', state: 'leaf', target: { uri, ...target }, children: [] });

  it('shows its place, or the first place of what it is about', async () => {
    assert.equal((await clicked(row({ range: rangeIn(2) }))).line, 2);
    assert.equal((await clicked(row({ category: 'R1.2' }))).line, 3);
    assert.equal((await clicked(row({ category: 'R1.3' }))).line, undefined);
    assert.equal((await clicked('R1.2')).line, undefined);
  });

  it('that fails is logged, and told without the links of a name', async () => {
    const failure = '打不开 [a](command:workbench.action.quit).md';
    const { logged } = await clicked(row({ range: rangeIn(2) }), failure);
    assert.deepEqual(logged, [`Error: ${failure}`]);
    assert.deepEqual(editor.said, ['client.failed 打不开 [a] (command:workbench.action.quit).md']);
  });
});
