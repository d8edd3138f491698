/** Documents that the user asks for although they do not read like policy text. */
import * as vscode from 'vscode';
import type { ReportSummary } from '../../src/client/report/subjects/subject';
import { equal, ok } from './assert';
import { closeAll, eventually, fileUri, idle, open, policyLens, samples, show, withSetting } from './editor';

describe('documents that are asked for', () => {
  afterEach(closeAll);

  it('"analyse anyway" speaks, and stops when told to', async () => {
    const api = await policyLens();
    const { document } = await open(samples.software);
    const uri = document.uri.toString();
    ok(api.overview(uri) === undefined, 'something is shown before');
    await vscode.commands.executeCommand('policyLens.analyzeAnyway');
    await idle(document);
    ok(api.overview(uri), 'nothing is shown');
    await vscode.commands.executeCommand('policyLens.stopAnalyzing');
    await idle(document);
    ok(api.overview(uri) === undefined, 'something is still shown');
  });

  it('"analyse anyway" goes with a new document to the name it is saved under', async () => {
    const api = await policyLens();
    const uri = fileUri('meeting.md').with({ scheme: 'untitled', authority: '' });
    const editor = await show(await vscode.workspace.openTextDocument(uri));
    const text = '开会。下周一上午九点，三楼会议室，请各位同事准时参加，带好笔记本。\n';
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    ok(api.overview(uri.toString()) === undefined, 'something is shown before');
    await vscode.commands.executeCommand('policyLens.analyzeAnyway');
    await idle(editor.document);
    ok(api.overview(uri.toString()), 'nothing is shown');
    ok(await editor.document.save(), 'not saved');
    const { document } = await open('meeting.md');
    const saved = document.uri.toString();
    await eventually(api.onDidUpdate, () => (api.overview(saved) ? true : undefined));
  });

  it('policyLens.include names files by pattern', async () => {
    const api = await policyLens();
    await vscode.workspace.fs.writeFile(
      fileUri('memos/short.md'),
      new TextEncoder().encode('开会。下周一上午九点，三楼会议室，请各位同事准时参加，带好笔记本。\n'),
    );
    const { document } = await open('memos/short.md');
    const uri = document.uri.toString();
    ok(api.overview(uri) === undefined, 'something is shown before');
    await withSetting('include', ['memos/**'], async () => {
      await idle(document);
      ok(api.overview(uri), 'nothing is shown');
    });
    await idle(document);
    ok(api.overview(uri) === undefined, 'something is still shown');
  });

  it('a report that is open counts what is asked for, and what is not any more', async () => {
    const { onDidShowReport } = await policyLens();
    const name = vscode.workspace.asRelativePath(fileUri(samples.software));
    const shown = (counted: boolean) =>
      new Promise<void>((resolve) => {
        const listener = onDidShowReport(({ documents }) => {
          if (documents.find(({ path }) => path === name)?.counted !== counted) return;
          listener.dispose();
          resolve();
        });
      });
    await vscode.commands.executeCommand('policyLens.coverWorkspace');
    const document = await vscode.workspace.openTextDocument(fileUri(samples.software));
    // Beside the report: one that is behind a text is drawn when it is looked at.
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await idle(document);
    for (const [command, counted] of [
      ['analyzeAnyway', true],
      ['stopAnalyzing', false],
    ] as const) {
      const drawn = shown(counted);
      await vscode.commands.executeCommand(`policyLens.${command}`);
      await drawn;
    }
  });

  it('policyLens.include counts in the figures of a workspace, also for files that are not open', async () => {
    const { software } = samples;
    const isCounted = async (): Promise<boolean | undefined> => {
      const { documents } = await vscode.commands.executeCommand<ReportSummary>('policyLens.coverWorkspace');
      return documents.find(({ path }) => path === vscode.workspace.asRelativePath(fileUri(software)))
        ?.counted;
    };
    equal(await isCounted(), false);
    await withSetting('include', [software], async () => equal(await isCounted(), true));
  });
});
