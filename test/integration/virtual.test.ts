/** Documents of file systems that are not on disk, such as repositories opened in the browser (`vscode-vfs`). */
import * as vscode from 'vscode';
import type { ReportSummary } from '../../src/client/report/subjects/subject';
import { equal, match, ok } from './assert';
import {
  closeAll,
  diagnostics,
  fileUri,
  hintLabels,
  hoverText,
  messages,
  occurrences,
  open,
  overview,
  placeOf,
  ruleOf,
  samples,
  show,
  withSetting,
} from './editor';
import { MemoryFiles } from './memoryFiles';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`policyLens.${command}`, ...args);
const memo = '# 方案\n\n设立市技术转移中心，三年培养技术经理人50名。\n';

/** Schemes that no one else has: one that can be written, one that says that it cannot. */
const [writable, readOnly] = ['memo-files', 'memo-archive'];

describe('virtual documents', () => {
  const files = new MemoryFiles();
  const archive = new MemoryFiles();
  let registered: vscode.Disposable[] = [];
  const folders = [writable, readOnly].map((scheme) => vscode.Uri.from({ scheme, path: '/文稿' }));
  const openAt = async (scheme: string, name: string): Promise<vscode.TextDocument> => {
    const uri = vscode.Uri.from({ scheme, path: `/文稿/${name}` });
    return (await show(await vscode.workspace.openTextDocument(uri))).document;
  };
  const tagOf = async (document: vscode.TextDocument): Promise<string> => {
    const tag = occurrences(await overview(document)).find(
      ({ category, quote }) => category === 'R2.3' && quote.includes('技术经理人'),
    );
    ok(tag, 'no R2.3');
    return tag.id;
  };
  const isTagged = async (document: vscode.TextDocument): Promise<boolean> =>
    occurrences(await overview(document)).some(({ category }) => category === 'R2.3');

  before(async () => {
    registered = [
      vscode.workspace.registerFileSystemProvider(writable, files, { isCaseSensitive: true }),
      vscode.workspace.registerFileSystemProvider(readOnly, archive, {
        isCaseSensitive: true,
        isReadonly: true,
      }),
    ];
    const sample = await vscode.workspace.fs.readFile(fileUri(samples.gaps));
    files.put(`/文稿/${samples.gaps}`, new TextDecoder().decode(sample));
    files.put('/文稿/a.policy.txt', memo);
    archive.put('/文稿/a.policy.md', memo);
    const at = vscode.workspace.workspaceFolders?.length ?? 0;
    const added = new Promise((resolve) => {
      const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
        listener.dispose();
        resolve(undefined);
      });
    });
    vscode.workspace.updateWorkspaceFolders(at, 0, ...folders.map((uri) => ({ uri })));
    await added;
  });
  afterEach(closeAll);
  after(() => {
    const first = vscode.workspace.workspaceFolders?.findIndex(({ uri }) => uri.scheme === writable) ?? -1;
    if (first >= 0) vscode.workspace.updateWorkspaceFolders(first, folders.length);
    for (const one of registered) one.dispose();
  });

  it('have the tags, hover, hints, problems and panel that the same file on disk has', async () => {
    const row = ({ category, quote }: { category: string; quote: string }) => `${category} ${quote}`;
    const onDisk = await overview((await open(samples.gaps)).document);
    const document = await openAt(writable, samples.gaps);
    const found = await overview(document);
    equal(occurrences(found).map(row), occurrences(onDisk).map(row));
    equal(
      found.missing.map(({ category, status }) => `${category} ${status}`),
      onDisk.missing.map(({ category, status }) => `${category} ${status}`),
    );
    match(await hoverText(document, placeOf(document, '技术经理人')), /R2\.3/u);
    await withSetting('hints', 'all', async () => {
      const labels = await hintLabels(document);
      ok(labels.length > 10, `${labels.length} hints`);
    });
    await diagnostics(document, (list) => list.some((one) => ruleOf(one) === 'PL102'));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    ok(lenses.length > 0, 'no lenses');
  });

  it('take drafts, and have reports', async () => {
    const document = await openAt(writable, samples.gaps);
    const before = (await overview(document)).remedies.missing;
    await run('insertRemedy', document.uri, 'S2.2', 0);
    equal((await overview(document)).remedies.missing, before - 1);
    const report = await run<ReportSummary>('coverDocument', document.uri);
    equal(
      report.documents.map(({ counted }) => counted),
      [true],
    );
  });

  it('have their sidecar in their own file system', async () => {
    const document = await openAt(writable, 'a.policy.txt');
    await run('suppress', document.uri.toString(), {
      annotation: await tagOf(document),
      scope: 'hit',
      reason: '远程',
    });
    ok(!(await isTagged(document)), 'the tag is still there');
    match(files.text('/文稿/.policy-lens/annotations/a.policy.txt.json') ?? '', /远程/u);
    await run('undoSuppression');
    ok(await isTagged(document), 'the tag is not back');
    equal(files.text('/文稿/.policy-lens/annotations/a.policy.txt.json'), undefined);
  });

  it('say that nothing was kept where the file system refuses it', async () => {
    const document = await openAt(writable, 'a.policy.txt');
    files.refuses = true;
    try {
      const wish = { annotation: await tagOf(document), scope: 'hit', reason: '' };
      const told = await messages(() => run('suppress', document.uri.toString(), wish));
      match(told.join('\n'), /a\.policy\.txt\.json cannot be written, so this was not kept/u);
    } finally {
      files.refuses = false;
    }
    ok(await isTagged(document), 'the tag went away although nothing was kept');
  });

  it('say that a correction is in memory only where the file system is read-only', async () => {
    archive.put(
      '/文稿/.policy-lens/annotations/a.policy.md.json',
      '{"version":1,"notApplicable":[{"category":"S4.2","reason":"内陆"}]}',
    );
    const document = await openAt(readOnly, 'a.policy.md');
    const wish = { annotation: await tagOf(document), scope: 'hit', reason: '' };
    const told = await messages(() => run('suppress', document.uri.toString(), wish));
    match(told.join('\n'), /in memory: the document's file system is read-only/u);
    equal(document.getText(), memo, 'the text was touched');
    ok(!(await isTagged(document)), 'the tag is still there');
    // Coming back reads what stands beside it, but not over what is in memory.
    await open(samples.gaps);
    await vscode.window.showTextDocument(document);
    ok(!(await isTagged(document)), 'the tag came back');
    const { missing } = await overview(document);
    equal(missing.find(({ category }) => category === 'S4.2')?.notApplicable, '内陆');
    await run('undoSuppression');
    ok(await isTagged(document), 'the tag is not back');
  });
});
