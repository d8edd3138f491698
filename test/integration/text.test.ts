/** Texts that are awkward to count in: each tag's place must hold its quote. */
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { closeAll, fileUri, occurrences, open, openNew, overview, samples, toRange } from './editor';

async function assertPlaces(document: vscode.TextDocument, least: number): Promise<void> {
  const all = occurrences(await overview(document));
  ok(all.length >= least, `${all.length} tags`);
  for (const { range, quote } of all) equal(document.getText(toRange(range)), quote);
}

describe('places', () => {
  afterEach(closeAll);

  it('in a file with CRLF, the same tags as with LF', async () => {
    const { document } = await open(samples.gaps);
    const expected = occurrences(await overview(document)).length;
    const text = document.getText().replace(/\r?\n/gu, '\r\n');
    const uri = fileUri('crlf.policy.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const { document: crlf } = await open('crlf.policy.md');
    equal(crlf.eol, vscode.EndOfLine.CRLF);
    await assertPlaces(crlf, expected);
    equal(occurrences(await overview(crlf)).length, expected);
  });

  it('after emoji and characters beyond the basic plane', async () => {
    const text = '# 𠮷县方案😀\n\n👩‍🔬𠮷县设立技术转移中心，三年培养技术经理人50名。😀科技成果转化率偏低。\n';
    await assertPlaces((await openNew('zh-policy', text)).document, 2);
  });

  it('in a plain text that is one single line', async () => {
    const text = '设立技术转移中心，培养技术经理人。'.repeat(400);
    await assertPlaces((await openNew('zh-policy', text)).document, 100);
  });

  it('while lone surrogates stand in the text', async () => {
    const text = '# 方案\n\n\ud842设立技术转移中心，三年培养技术经理人50名。\udfb7\n';
    await assertPlaces((await openNew('zh-policy', text)).document, 1);
  });
});
