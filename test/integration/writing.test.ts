/** What happens while someone writes. */
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { closeAll, idle, open, openNew, overview, samples } from './editor';

const missing = async (document: vscode.TextDocument): Promise<string[]> =>
  (await overview(document)).missing
    .filter(({ status }) => status === 'missing')
    .map(({ category }) => category);

describe('writing', () => {
  afterEach(closeAll);

  it('puts in a draft for a missing remedy, which then is missing no more; undo brings all back', async () => {
    const { document } = await open(samples.gaps);
    const before = document.getText();
    const gaps = await missing(document);
    ok(gaps.includes('S2.2'), `missing: ${gaps.join(' ')}`);
    await vscode.commands.executeCommand('policyLens.insertRemedy', document.uri, 'S2.2', 0);
    ok(document.getText().length > before.length, 'nothing was put in');
    match(document.getText(), /（八）/u, 'does not go on with the numbers');
    equal(
      (await missing(document)).sort(),
      gaps.filter((category) => category !== 'S2.2').sort(),
      'missing after the draft',
    );
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before, 'text after undo');
    equal((await missing(document)).sort(), gaps.sort(), 'missing after undo');
  });

  it('begins a memo from its skeleton, in no file; undo leaves an empty text', async () => {
    const uri = await vscode.commands.executeCommand<string>('policyLens.newMemo', undefined, '若干措施');
    const { document } = vscode.window.activeTextEditor!;
    equal(document.uri.toString(), uri);
    equal(document.languageId, 'zh-policy');
    ok(document.isUntitled, 'a file was written');
    match(document.getText(), /^# 某市促进科技创新/u);
    match(document.getText(), new RegExp(`本措施自${String(new Date().getFullYear())}年__月__日起施行`, 'u'));
    // The first place to fill in is selected.
    equal(document.getText(vscode.window.activeTextEditor!.selection), '某市');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), '', 'text after undo');
  });

  it('begins a memo in the blank text in front, and opens no second one', async () => {
    const { document } = await openNew('plaintext', '');
    const uri = await vscode.commands.executeCommand<string>('policyLens.newMemo', undefined, '若干措施');
    equal(uri, document.uri.toString());
    equal(vscode.window.activeTextEditor?.document.uri.toString(), uri);
    match(document.getText(), /^# 某市促进科技创新/u);
    equal(document.languageId, 'zh-policy');
  });

  it('follows each change: a sentence deleted takes its tags with it', async () => {
    const editor = await openNew('zh-policy', '# 方案\n\n设立市技术转移中心，三年培养技术经理人50名。\n');
    const { document } = editor;
    const tagged = async () => (await overview(document)).covered.map(({ category }) => category);
    ok((await tagged()).includes('R2.3'), 'no R2.3 before');
    await editor.edit((edit) => edit.delete(document.lineAt(2).range));
    ok(!(await tagged()).includes('R2.3'), 'R2.3 is still there');
  });

  it('completes terms by Chinese prefix and by the initials of their pinyin', async () => {
    for (const [typed, term] of [
      ['技术经', '技术经理人'],
      ['jsjlr', '技术经理人'],
    ] as const) {
      const { document } = await openNew('zh-policy', `# 方案\n\n支持培养${typed}`);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.lineAt(2).range.end,
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      ok(
        labels.some((label) => label.includes(term)),
        `${typed}: ${labels.slice(0, 20).join(' | ')}`,
      );
      await closeAll();
    }
  });

  it('after 针对 offers what answers the stated problems, with words about it', async () => {
    const { document } = await openNew('zh-policy', '# 报告\n\n科技成果转化率偏低，转化渠道不畅。\n\n针对');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(4).range.end,
      '对',
    );
    const offered = list.items.find(({ label }) =>
      (typeof label === 'string' ? label : label.label).startsWith('R2.3'),
    );
    ok(
      offered,
      list.items
        .slice(0, 20)
        .map(({ label }) => JSON.stringify(label))
        .join(' | '),
    );
    ok(offered.documentation ?? offered.detail, 'no words about it');
    ok(offered.insertText instanceof vscode.SnippetString, 'no placeholders');
  });

  it('has whole memos as snippets', async () => {
    for (const name of ['实施方案', '若干措施', '调研报告', '政策建议']) {
      const { document } = await openNew('zh-policy', name);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.lineAt(0).range.end,
      );
      const snippet = list.items.find(
        ({ kind, label }) =>
          kind === vscode.CompletionItemKind.Snippet &&
          (typeof label === 'string' ? label : label.label) === name,
      );
      ok(snippet?.insertText instanceof vscode.SnippetString, `no ${name}`);
      match(snippet.insertText.value, /\$\{1:/u);
      await closeAll();
    }
  });

  it('analyses a document that has no file', async () => {
    const { document } = await openNew('zh-policy', '科技成果转化率偏低，中试平台缺乏。');
    const { problems } = await overview(document);
    ok(
      problems.some(({ category }) => category === 'P2.1'),
      problems.map(({ category }) => category).join(' '),
    );
  });

  it('knows an opened document anew after it was closed', async () => {
    const first = await open(samples.gaps);
    const before = await overview(first.document);
    await closeAll();
    const again = await open(samples.gaps);
    await idle(again.document);
    const after = await overview(again.document);
    equal(
      after.missing.map(({ category }) => category),
      before.missing.map(({ category }) => category),
    );
  });
});
