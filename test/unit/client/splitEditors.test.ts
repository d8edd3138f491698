/** One text in two columns: commands work where the cursor is. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { ids, knowing, wordsIn } from '../support/services';
import * as vscode from 'vscode';
import { explainCommands } from '../../../src/client/commands/explain';
import { pickWish } from '../../../src/client/commands/suppressionMenus';
import type { Services } from '../../../src/client/commands/services';
import { editorOf } from '../../../src/client/documents/editors';

type Subject = Parameters<typeof pickWish>[1];

/** A place of one letter, as a selection. */
function letterOf(line: number): vscode.Selection {
  const range = new vscode.Range(line, 0, line, 1);
  return Object.assign(range, { active: range.start }) as unknown as vscode.Selection;
}

describe('a text in two columns', () => {
  let document: vscode.TextDocument;

  beforeEach(() => {
    resetEditor();
    document = Object.assign(openDocument('file:///ws/a.policy.md'), {
      lineAt: () => ({ isEmptyOrWhitespace: false }),
    });
    editor.visible = [5, 90].map(
      (line, index) =>
        ({ document, selection: letterOf(line), viewColumn: index + 1 }) as unknown as vscode.TextEditor,
    );
  });

  const cases: readonly [string, number | undefined, number, number][] = [
    ['the left one', 0, 1, 5],
    ['the right one', 1, 2, 90],
    ['none, as the focus is elsewhere', undefined, 1, 5],
  ];
  for (const [name, active, column, line] of cases)
    describe(`of which ${name} is active`, () => {
      beforeEach(() => {
        const other = { document: openDocument('file:///ws/b.md') } as vscode.TextEditor;
        editor.active = active === undefined ? other : editor.visible[active];
      });

      it(`is shown in column ${String(column)}`, async () => {
        editor.show = (_, shown) => editor.visible.find(({ viewColumn }) => viewColumn === shown);
        assert.equal((await editorOf(document)).viewColumn, column);
      });

      it(`is put right in line ${String(line)}`, async () => {
        const services = { words: wordsIn('en') } as unknown as Services;
        const subject = { document, overview: { covered: [] } } as unknown as Subject;
        const wish = await pickWish(services, subject, { tagsOnly: true });
        assert.equal(wish?.range.start.line, line);
      });

      it(`is explained in line ${String(line)}`, async () => {
        const asked: { range: vscode.Range }[] = [];
        const services = {
          words: ids,
          current: { document },
          states: knowing({}),
          server: {
            request: (_: unknown, params: { range: vscode.Range }) => {
              asked.push(params);
              return Promise.resolve(null);
            },
          },
        } as unknown as Services;
        await explainCommands(services)['explain']?.();
        assert.equal(asked[0]?.range.start.line, line);
      });
    });
});
