/** Going about in a text, presets, and mending: the features beside hover and panel. */
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import {
  closeAll,
  diagnostics,
  eventually,
  fileUri,
  hoverText,
  occurrences,
  open,
  openNew,
  overview,
  placeOf,
  ruleOf,
  samples,
  toRange,
  withSetting,
} from './editor';

const lenses = (document: vscode.TextDocument) =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);

describe('going about', () => {
  afterEach(closeAll);

  it('finds all sentences of a category as references, in other open documents, too', async () => {
    const other = await open(samples.complete);
    const expected = occurrences(await overview(other.document)).filter(
      ({ category }) => category === 'R2.3',
    );
    const { document } = await open(samples.gaps);
    const here = occurrences(await overview(document)).filter(({ category }) => category === 'R2.3');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, '技术经理人'),
    );
    const inFile = (uri: vscode.Uri) => found.filter((one) => one.uri.toString() === uri.toString());
    for (const { range } of here)
      ok(
        inFile(document.uri).some((one) => one.range.isEqual(toRange(range))),
        `line ${range.start.line} is not among the references`,
      );
    ok(expected.length > 0 && inFile(other.document.uri).length >= expected.length, 'none in the other file');
  });

  it('finds them in files of the workspace that are closed, once they have been read', async () => {
    await vscode.commands.executeCommand('policyLens.coverWorkspace');
    await closeAll();
    const { document } = await open(samples.gaps);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, '技术经理人'),
    );
    const closed = fileUri(samples.complete).toString();
    ok(
      found.some(({ uri }) => uri.toString() === closed),
      'none in the closed file',
    );
    ok(
      !vscode.window.visibleTextEditors.some((editor) => editor.document.uri.toString() === closed),
      'it was opened',
    );
  });

  it('finds tags as symbols of the workspace, by code and by name', async () => {
    await open(samples.gaps);
    for (const query of ['R2.3', 'Technology transfer']) {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      ok(
        symbols.some(({ name }) => name.startsWith('R2.3')),
        `${query}: ${symbols.map(({ name }) => name).join(' | ')}`,
      );
    }
  });

  it('folds sections under their Chinese numbers', async () => {
    const { document } = await open(samples.gaps);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const heading = placeOf(document, '三、下一步工作措施').line;
    const next = placeOf(document, '四、工作要求').line;
    const section = ranges.find(({ start }) => start === heading);
    ok(section, 'the section does not fold');
    ok(section.end < next && section.end > heading + 10, `folds to line ${section.end + 1}`);
  });

  it('goes to the next tag of one category', async () => {
    const editor = await open(samples.gaps);
    const lines = occurrences(await overview(editor.document))
      .filter(({ category }) => category === 'R2.3')
      .map(({ range }) => range.start.line);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('policyLens.nextAnnotation', 'R2.3');
    equal(editor.selection.active.line, Math.min(...lines));
  });
});

describe('presets', () => {
  afterEach(closeAll);

  it('quiet has no code lens, draft has some; both without a reload', async () => {
    const { document } = await open(samples.gaps);
    ok((await lenses(document)).length > 0, 'draft has none');
    await withSetting('preset', 'quiet', async () => equal((await lenses(document)).length, 0));
    ok((await lenses(document)).length > 0, 'draft again has none');
  });

  it('review explains whole sentences on hover, draft only the words that count', async () => {
    const { document } = await open(samples.gaps);
    const tag = occurrences(await overview(document)).find(({ quote }) => quote.includes('技术经理人'));
    ok(tag, 'no tag');
    const { start, end } = toRange(tag.range);
    let between: vscode.Position | undefined;
    for (let at = start.character + 1; at < end.character && between === undefined; at++) {
      const place = new vscode.Position(start.line, at);
      if ((await hoverText(document, place)) === '') between = place;
    }
    ok(between, 'every character of the sentence has a hover');
    await withSetting('preset', 'review', async () => {
      match(await hoverText(document, between), /R2/u);
    });
  });
});

describe('mending', () => {
  afterEach(closeAll);

  const broken = '# 某市实施方案\n\n一、总体要求\n\n坚持创新驱动。\n\n三、重点任务\n\n设立市技术转移中心。\n';

  it('reports a skipped number and mends it by a quick fix', async () => {
    const { document } = await openNew('zh-policy', broken);
    const found = await diagnostics(document, (list) => list.some(({ message }) => /三、/u.test(message)));
    const finding = found.find(({ message }) => /三、/u.test(message))!;
    match(ruleOf(finding), /^PL\d{3}$/u);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit, command }) => edit ?? command?.command === 'policyLens.renumber');
    ok(fix, actions.map(({ title }) => title).join(' | '));
    if (fix.edit) await vscode.workspace.applyEdit(fix.edit);
    else
      await vscode.commands.executeCommand(
        fix.command!.command,
        ...((fix.command!.arguments ?? []) as unknown[]),
      );
    match(document.getText(), /二、重点任务/u);
  });

  it('numbers all headings anew, in one step that one undo takes back', async () => {
    const { document } = await openNew('zh-policy', broken);
    await overview(document);
    await vscode.commands.executeCommand('policyLens.renumber');
    await eventually(vscode.workspace.onDidChangeTextDocument, () =>
      document.getText().includes('二、重点任务') ? true : undefined,
    );
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), broken);
  });

  it('leaves other documents alone while one is edited', async () => {
    const first = await open(samples.complete);
    const before = first.document.getText();
    const second = await openNew('zh-policy', '# 方案\n\n设立市技术转移中心。\n');
    await vscode.commands.executeCommand('policyLens.insertRemedy', second.document.uri, 'S2.2', 0);
    equal(first.document.getText(), before);
    equal(first.document.isDirty, false);
    ok(second.document.getText().length > 30, 'nothing was put in');
  });
});

describe('files', () => {
  afterEach(closeAll);

  it('keeps up with a file that is renamed', async () => {
    const from = fileUri('before.policy.md');
    const to = fileUri('after.policy.md');
    await vscode.workspace.fs.writeFile(from, new TextEncoder().encode('# 方案\n\n设立市技术转移中心。\n'));
    await overview((await open('before.policy.md')).document);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    ok(await vscode.workspace.applyEdit(edit), 'not renamed');
    const { document } = await open('after.policy.md');
    ok((await overview(document)).remedies.covered > 0, 'nothing is covered');
    equal(vscode.languages.getDiagnostics(from), [], 'diagnostics of the old name');
    await closeAll();
    await vscode.workspace.fs.delete(to);
  });

  it('takes diagnostics away when a document is closed', async () => {
    const { document } = await open(samples.gaps);
    await diagnostics(document, (list) => list.length > 0);
    await closeAll();
    await diagnostics(document, (list) => list.length === 0);
  });
});
