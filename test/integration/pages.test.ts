/** Pages beside the text, samples, and what the toggles do. */
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { closeAll, eventually, hintLabels, open, overview, placeOf, samples, withSetting } from './editor';

describe('pages and toggles', () => {
  afterEach(closeAll);

  /** The text of the page that opens beside the memo. */
  async function page(scheme: string): Promise<string> {
    const document = await eventually(vscode.workspace.onDidOpenTextDocument, () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === scheme),
    );
    return document.getText();
  }

  it('a taxonomy entry has its definition, boundaries and words', async () => {
    await open(samples.gaps);
    await vscode.commands.executeCommand('policyLens.openTaxonomy', 'R2.3');
    const text = await page('policy-lens-taxonomy');
    match(text, /^# R2\.3/u);
    match(text, /技术经理人/u);
  });

  it('an explanation names the evidence of the sentence under the cursor', async () => {
    const editor = await open(samples.gaps);
    const place = placeOf(editor.document, '技术经理人');
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('policyLens.explain');
    match(await page('policy-lens-explain'), /R2\\?\.3/u);
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
});
