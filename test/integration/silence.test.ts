/** In what is not policy text the extension says nothing. */
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { closeAll, hintLabels, hoverText, open, openNew, policyLens, samples, withSetting } from './editor';

async function assertSilent(document: vscode.TextDocument): Promise<void> {
  const api = await policyLens();
  const shown = api.overview(document.uri.toString());
  ok(shown === undefined || !shown.isPolicyText, 'the panel shows something');
  equal(vscode.languages.getDiagnostics(document.uri), [], 'diagnostics');
  await withSetting('hints', 'all', async () => equal(await hintLabels(document), [], 'hints'));
  const text = document.getText();
  for (const word of ['企业', '创新', '人才', '项目']) {
    const at = text.indexOf(word);
    if (at >= 0) equal(await hoverText(document, document.positionAt(at)), '', `hover on ${word}`);
  }
}

describe('silence', () => {
  afterEach(closeAll);

  it('about a software manual in Chinese', async () => {
    await assertSilent((await open(samples.software)).document);
  });

  it('about English prose', async () => {
    const text = 'The committee met on Tuesday. It talked about innovation and talent.\n'.repeat(20);
    await assertSilent((await openNew('markdown', text)).document);
  });

  it('about an empty document', async () => {
    await assertSilent((await openNew('plaintext', '')).document);
  });
});
