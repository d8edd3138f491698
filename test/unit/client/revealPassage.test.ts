/** Where a report opens a text while others stand in several columns. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { columnFor, type Origin } from '../../../src/client/report/page/revealPassage';

/** The tabs of each column, the one in front first; a report where there is no name. */
function arrange(...columns: readonly (readonly string[])[]): void {
  const all = columns.map((names, index) => {
    const group = { viewColumn: index + 1 };
    return {
      ...group,
      tabs: names.map((name) => ({ input: new vscode.TabInputText(uriOf(name)), group })),
    };
  });
  Object.assign(vscode.window, { tabGroups: { all } });
  editor.visible = columns.flatMap(([name], index) =>
    name === undefined ? [] : [{ document: documentOf(name), viewColumn: index + 1 } as vscode.TextEditor],
  );
}

function uriOf(name: string): vscode.Uri {
  return vscode.Uri.parse(`file:///ws/${name}`);
}

function documentOf(name: string): vscode.TextDocument {
  const uri = uriOf(name).toString();
  return editor.documents.find((each) => each.uri.toString() === uri) ?? openDocument(uri);
}

describe('a passage of a report is opened', () => {
  beforeEach(resetEditor);

  const isReported = ({ uri }: vscode.TextDocument): boolean => uri.path.endsWith('.policy.md');
  const open = (column: number, last?: string): vscode.ViewColumn => {
    const origin: Origin = { column, last: last === undefined ? undefined : documentOf(last), isReported };
    return columnFor(documentOf('a.policy.md'), origin);
  };

  it('where the text is in sight, and where it lies behind another', () => {
    arrange(['notes.md'], [], ['a.policy.md']);
    assert.equal(open(2), 3);
    arrange(['notes.md'], [], ['b.policy.md', 'a.policy.md']);
    assert.equal(open(2), 3);
  });

  it('where the text before it was put, and not over what else is there', () => {
    arrange(['notes.md'], [], ['plan.md', 'c.txt']);
    assert.equal(open(2, 'c.txt'), 3);
  });

  it('over another text of the report', () => {
    arrange(['notes.md'], ['c.policy.md'], []);
    assert.equal(open(3), 2);
  });

  it('beside the report where nothing in sight has to do with it', () => {
    arrange(['notes.md'], ['plan.md'], []);
    assert.equal(open(3), 2);
    arrange(['notes.md'], [], ['plan.md']);
    assert.equal(open(2), 3);
  });

  it('in a column of its own, or the first, where there is no other', () => {
    arrange([]);
    assert.equal(open(1), vscode.ViewColumn.Beside);
    arrange([], []);
    assert.equal(open(2), 1);
  });

  it('not over the report, though the text lies behind it', () => {
    arrange(['notes.md'], ['a.policy.md']);
    editor.visible = editor.visible.slice(0, 1);
    assert.equal(open(2), 1);
  });
});
