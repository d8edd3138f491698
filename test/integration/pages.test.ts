/** Pages beside the text, samples, and what the toggles do. */
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { closeAll, eventually, hintLabels, open, overview, placeOf, samples, withSetting } from './editor';

/** A page of the same name as one before is not opened anew but changes. */
const openedOrChanged: vscode.Event<unknown> = (listener) =>
  vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidChangeTextDocument(listener),
  );

describe('pages and toggles', () => {
  afterEach(closeAll);

  /** Waits until a page of ours that says this stands beside the memo. */
  const page = (scheme: string, words: RegExp): Promise<vscode.TextDocument> =>
    eventually(openedOrChanged, () =>
      vscode.workspace.textDocuments.find(
        (document) => document.uri.scheme === scheme && words.test(document.getText()),
      ),
    );

  it('a taxonomy entry has its definition, boundaries and words', async () => {
    await open(samples.gaps);
    await vscode.commands.executeCommand('policyLens.openTaxonomy', 'R2.3');
    match((await page('policy-lens-taxonomy', /^# R2\.3/u)).getText(), /技术经理人/u);
  });

  it('an explanation names the evidence of the sentence under the cursor', async () => {
    const editor = await open(samples.gaps);
    const place = placeOf(editor.document, '技术经理人');
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('policyLens.explain');
    await page('policy-lens-explain', /R2\.3/u);
  });

  it('an explanation says why a category is missing', async () => {
    const { document } = await open(samples.gaps);
    await vscode.commands.executeCommand('policyLens.whyNot', document.uri.toString(), 'S2.2');
    await page('policy-lens-explain', /S2\.2/u);
  });

  it('a sample opens as a copy that is Markdown in our language', async () => {
    const uri = await vscode.commands.executeCommand<string>('policyLens.openSample', '01');
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
    ok(document?.isUntitled, 'not untitled');
    equal(document.languageId, 'zh-policy');
    ok((await overview(document)).remedies.covered > 3, 'hardly anything is covered');
  });

  it('hints follow the cursor, and the toggle hides them', async () => {
    await withSetting('hints', 'cursorParagraph', async () => {
      const editor = await open(samples.gaps);
      const place = placeOf(editor.document, '技术经理人');
      editor.selection = new vscode.Selection(place, place);
      equal((await hintLabels(editor.document)).length, 1);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      equal(await hintLabels(editor.document), []);
      editor.selection = new vscode.Selection(place, place);
      await vscode.commands.executeCommand('policyLens.toggleHints');
      equal(await hintLabels(editor.document), []);
      await vscode.commands.executeCommand('policyLens.toggleHints');
      equal((await hintLabels(editor.document)).length, 1);
    });
  });

  it('on demand, hints wait for the toggle', async () => {
    await withSetting('hints', 'onDemand', async () => {
      const { document } = await open(samples.gaps);
      equal(await hintLabels(document), []);
      await vscode.commands.executeCommand('policyLens.toggleHints');
      ok((await hintLabels(document)).length > 10, 'none after the toggle');
      await vscode.commands.executeCommand('policyLens.toggleHints');
      equal(await hintLabels(document), []);
    });
  });

  it('the line above a heading selects its section', async () => {
    const editor = await open(samples.gaps);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
      100,
    );
    const heading = placeOf(editor.document, '三、下一步工作措施').line;
    const lens = lenses.find(({ range }) => range.start.line === heading);
    ok(lens?.command, 'no line above the section');
    const { command, arguments: given = [] } = lens.command;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    equal(editor.selection.start.line, heading);
    const next = placeOf(editor.document, '四、工作要求').line;
    ok(editor.selection.end.line > heading + 10 && editor.selection.end.line <= next, 'another section');
  });
});
