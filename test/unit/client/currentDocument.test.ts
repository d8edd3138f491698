/** Which document the views speak about while something else is in front. */
import assert from 'node:assert/strict';
import { editor, events, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { CurrentDocument } from '../../../src/client/documents/currentDocument';

describe('the current document', () => {
  const uri = 'file:///ws/a.txt';
  const own = new vscode.TabInputText(vscode.Uri.parse(uri));
  const cases: readonly [name: string, tabs: readonly unknown[], isKept: boolean][] = [
    ['a report', [new vscode.TabInputWebview('policyLens.report'), own], true],
    ['the walkthrough, for whose tab the editor has no name', [undefined, own], true],
    ['a report, after its own tab was closed', [new vscode.TabInputWebview('policyLens.report')], false],
    ['another file', [new vscode.TabInputText(vscode.Uri.parse('file:///ws/picture.png')), own], false],
    ['nothing', [], false],
  ];
  for (const [name, tabs, isKept] of cases)
    it(`${isKept ? 'stays' : 'goes'} while ${name} is in front`, () => {
      resetEditor();
      const document = openDocument(uri);
      editor.tabs = [own];
      editor.visible = [{ document } as vscode.TextEditor];
      const current = new CurrentDocument();
      assert.equal(current.document, document);
      editor.visible = [];
      editor.tabs = [...tabs];
      events.tabs.fire();
      assert.equal(current.document, isKept ? document : undefined);
      current.dispose();
    });

  it('is the same again where a report that lay over it has moved beside it', () => {
    resetEditor();
    const document = openDocument(uri);
    const report = new vscode.TabInputWebview('policyLens.report');
    editor.tabs = [own];
    editor.visible = [{ document } as vscode.TextEditor];
    const current = new CurrentDocument();
    editor.visible = [];
    editor.tabs = [report, own];
    events.tabs.fire();
    // On its way the report is in no group, and the text is not on the screen yet.
    editor.tabs = [own];
    events.tabs.fire();
    assert.equal(current.document, undefined);
    editor.tabs = [report, own];
    const output = openDocument('output:log');
    editor.visible = [output, document].map((each) => ({ document: each }) as vscode.TextEditor);
    events.tabs.fire();
    assert.equal(current.document, document);
    current.dispose();
  });
});
