/** "Not this", "should be", "not applicable": in the text, beside it, in memory; and taking each back. */
import * as vscode from 'vscode';
import type { Sidecar } from '../../src/core/suppress/model';
import type { Occurrence, Overview } from '../../src/protocol';
import { equal, match, ok } from './assert';
import {
  closeAll,
  diagnostics,
  eventually,
  fileUri,
  idle,
  messages,
  open,
  openNew,
  overview,
  policyLens,
  ruleOf,
  samples,
  show,
  withSetting,
} from './editor';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`policyLens.${command}`, ...args);
const sidecarOf = (name: string): vscode.Uri => fileUri(`.policy-lens/annotations/${name}.json`);
const memo =
  '# 方案\n\n设立市技术转移中心，三年培养技术经理人50名。\n\n组建中试平台，为企业提供概念验证服务。\n';

async function fileNamed(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
  return (await open(name)).document;
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The memo's sentence on technology transfer: other sentences may have the same tag, whatever the model thinks. */
const word = '技术经理人';

function tagged({ covered }: Overview, category: string): Occurrence | undefined {
  return covered
    .find((item) => item.category === category)
    ?.occurrences.find(({ quote }) => quote.includes(word));
}

function tag(found: Overview, category: string): Occurrence {
  const occurrence = tagged(found, category);
  ok(occurrence, `no ${category} among ${found.covered.map((item) => item.category).join(' ')}`);
  return occurrence;
}

const has = (found: Overview, category: string): boolean => tagged(found, category) !== undefined;

describe('correcting', () => {
  afterEach(closeAll);

  it('suppresses a hit by a comment in Markdown, and takes it back', async () => {
    const document = await fileNamed('correct.policy.md', memo);
    const before = document.getText();
    const { id } = tag(await overview(document), 'R2.3');
    await run('suppress', document.uri.toString(), { annotation: id, scope: 'hit', reason: '外省做法' });
    match(document.getText(), /<!-- policy-lens-.*R2\.3.*外省做法/u);
    const after = await overview(document);
    ok(!has(after, 'R2.3'), 'the tag is still there');
    equal(
      after.suppressed.map(({ where, reason, orphan }) => [where, reason, orphan]),
      [['text', '外省做法', false]],
    );
    await run('undoSuppression');
    equal(document.getText(), before);
    ok(has(await overview(document), 'R2.3'), 'the tag is not back');
  });

  it('suppresses beside a plain text, finds the place again after an edit, and takes it back', async () => {
    const document = await fileNamed('correct.policy.txt', memo);
    const { id } = tag(await overview(document), 'R2.3');
    await run('suppress', document.uri.toString(), { annotation: id, scope: 'hit', reason: '' });
    equal(document.getText(), memo, 'the text was touched');
    ok(!has(await overview(document), 'R2.3'), 'the tag is still there');
    const stored = JSON.parse((await read(sidecarOf('correct.policy.txt'))) ?? '') as Sidecar;
    equal(
      stored.suppressions.map(({ category }) => category),
      ['R2.3'],
    );
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\n近年来，产业规模稳步扩大。\n'));
    ok(!has(await overview(document), 'R2.3'), 'the tag came back with an edit elsewhere');
    await run('undoSuppression');
    ok(has(await overview(document), 'R2.3'), 'the tag is not back');
    equal(await read(sidecarOf('correct.policy.txt')), undefined, 'an empty file stayed');
  });

  it('puts another category in place of a wrong one', async () => {
    const document = await fileNamed('reclassify.policy.txt', memo);
    const { id } = tag(await overview(document), 'R2.3');
    await run('reclassify', document.uri.toString(), { annotation: id, reason: '重点在人' }, 'S3.2');
    const after = await overview(document);
    ok(!has(after, 'R2.3') && has(after, 'S3.2'), after.covered.map(({ category }) => category).join(' '));
    equal(
      after.suppressed.map(({ replacement }) => replacement),
      ['S3.2'],
    );
    await run('undoSuppression');
    ok(has(await overview(document), 'R2.3'), 'the tag is not back');
  });

  it('suppresses a gap for its paragraph, for the file, and everywhere by its rule', async () => {
    const document = await fileNamed(
      'gaps.policy.md',
      '# 方案\n\n一、总体要求\n\n坚持创新。\n\n三、任务\n\n引进人才。\n',
    );
    const has = (rule: string) => (list: readonly vscode.Diagnostic[]) =>
      list.some((one) => ruleOf(one) === rule);
    const gap = async (rule: string): Promise<vscode.Diagnostic> =>
      (await diagnostics(document, has(rule))).find((one) => ruleOf(one) === rule)!;
    const before = document.getText();
    for (const scope of ['paragraph', 'file'] as const) {
      const { range } = await gap('PL108');
      await run('suppress', document.uri.toString(), { rule: 'PL108', range, scope, reason: '节选' });
      match(document.getText(), /policy-lens-disable-(?:next|file) PL108: 节选/u);
      await diagnostics(document, (list) => !has('PL108')(list));
      await run('undoSuppression');
      equal(document.getText(), before);
    }
    const { range } = await gap('PL108');
    const told = await messages(() =>
      run('suppress', document.uri.toString(), { rule: 'PL108', range, scope: 'rule' }),
    );
    match(told.join(' '), /PL108/u);
    await diagnostics(document, (list) => !has('PL108')(list));
    const rules = () => vscode.workspace.getConfiguration('policyLens', document).get('rules');
    match(JSON.stringify(rules()), /"PL108":"off"/u);
    await run('undoSuppression');
    await gap('PL108');
  });

  it('marks a category as not applicable, in the file beside the memo', async () => {
    const { document } = await open(samples.gaps);
    const { missing } = await overview(document);
    ok(
      missing.some(({ category, notApplicable }) => category === 'S4.2' && notApplicable === null),
      'S4.2 is no gap',
    );
    await run('markNotApplicable', document.uri.toString(), 'S4.2', '县里没有外资企业');
    const after = await overview(document);
    equal(after.missing.find(({ category }) => category === 'S4.2')?.notApplicable, '县里没有外资企业');
    match((await read(sidecarOf(samples.gaps))) ?? '', /县里没有外资企业/u);
    await run('undoSuppression');
    equal(
      (await overview(document)).missing.find(({ category }) => category === 'S4.2')?.notApplicable,
      null,
    );
  });

  it('writes nothing into a text that is set to read-only in its editor', async () => {
    const document = await fileNamed('reviewed.policy.md', memo);
    const { id } = tag(await overview(document), 'R2.3');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await run('suppress', document.uri.toString(), { annotation: id, scope: 'hit', reason: '外省做法' });
      equal(document.getText(), memo);
      match((await read(sidecarOf('reviewed.policy.md'))) ?? '', /R2\.3[^]*外省做法/u);
      ok(!has(await overview(document), 'R2.3'), 'the tag is still there');
      await run('undoSuppression');
      equal(await read(sidecarOf('reviewed.policy.md')), undefined);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  it('keeps what is said of an untitled document in memory', async () => {
    const { document } = await openNew('zh-policy', memo);
    const { id } = tag(await overview(document), 'R2.3');
    await run('suppress', document.uri.toString(), { annotation: id, scope: 'file', reason: '' });
    ok(!has(await overview(document), 'R2.3'), 'the tag is still there');
    await run('undoSuppression');
    ok(has(await overview(document), 'R2.3'), 'the tag is not back');
  });

  it('writes what was said of an untitled document when it is saved under a name', async () => {
    const uri = fileUri('saved.policy.txt').with({ scheme: 'untitled', authority: '' });
    const editor = await show(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), memo));
    const { id } = tag(await overview(editor.document), 'R2.3');
    await run('suppress', uri.toString(), { annotation: id, scope: 'file', reason: '存盘' });
    ok(await editor.document.save(), 'not saved');
    const { document } = await open('saved.policy.txt');
    const api = await policyLens();
    await eventually(api.onDidUpdate, () => {
      const found = api.overview(document.uri.toString());
      return found && found.suppressed.length > 0 ? true : undefined;
    });
    match((await read(sidecarOf('saved.policy.txt'))) ?? '', /存盘/u);
  });

  it('goes along when a document, or its folder, is renamed', async () => {
    const document = await fileNamed('old/moved.policy.txt', memo);
    const { id } = tag(await overview(document), 'R2.3');
    await run('suppress', document.uri.toString(), { annotation: id, scope: 'file', reason: '搬家' });
    await closeAll();
    for (const [from, to] of [
      ['old/moved.policy.txt', 'old/renamed.policy.txt'],
      ['old', 'new'],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(fileUri(from), fileUri(to));
      ok(await vscode.workspace.applyEdit(edit), `${from} was not renamed`);
    }
    const { document: moved } = await open('new/renamed.policy.txt');
    const api = await policyLens();
    await eventually(api.onDidUpdate, () =>
      api.overview(moved.uri.toString())?.suppressed.some(({ reason }) => reason === '搬家')
        ? true
        : undefined,
    );
    equal(await read(sidecarOf('old/moved.policy.txt')), undefined);
    ok(await read(sidecarOf('new/renamed.policy.txt')), 'no file at the new place');
    await run('undoSuppression');
    await eventually(api.onDidUpdate, () =>
      api.overview(moved.uri.toString())?.suppressed.length === 0 ? true : undefined,
    );
    equal(await read(sidecarOf('new/renamed.policy.txt')), undefined);
  });

  it('reads what another program has written, and never writes over what it cannot read', async () => {
    const name = 'outside.policy.txt';
    const document = await fileNamed(name, memo);
    const api = await policyLens();
    const suppressed = (): number => api.overview(document.uri.toString())?.suppressed.length ?? 0;
    const entry = {
      id: '1',
      target: 'annotation',
      category: 'R2.3',
      scope: 'file',
      anchor: null,
      reason: '',
    };
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(sidecarOf(name), new TextEncoder().encode(text));
    await write(JSON.stringify({ version: 1, suppressions: [entry], annotations: ['kept'] }));
    // File events may be late or stay away; coming back to the document reads its file in any case.
    await open(samples.gaps);
    await open(name);
    await eventually(api.onDidUpdate, () => (suppressed() === 1 ? true : undefined));
    // What this version does not know stays.
    await run('markNotApplicable', document.uri.toString(), 'S4.2', '');
    match((await read(sidecarOf(name))) ?? '', /"kept"/u);
    const broken = '{ "version": 1,\n "suppressions": [,] }';
    await write(broken);
    await idle(document);
    await run('markNotApplicable', document.uri.toString(), 'S4.3', '');
    equal(await read(sidecarOf(name)), broken);
  });

  it('writes nothing into the text where the settings say so', async () => {
    await withSetting('suppressions', 'sidecar', async () => {
      const document = await fileNamed('clean.policy.md', memo);
      const { id } = tag(await overview(document), 'R2.3');
      await run('suppress', document.uri.toString(), { annotation: id, scope: 'hit', reason: '' });
      equal(document.getText(), memo);
      match((await read(sidecarOf('clean.policy.md'))) ?? '', /R2\.3/u);
      await run('undoSuppression');
    });
  });
});
