/** Pages of our own stay in one column: beside the text, never over it. */
import assert from 'node:assert/strict';
import { editor, never, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { VirtualDocuments } from '../../../src/client/commands/virtualDocuments';

const commandsRun = (): readonly unknown[] => editor.commands.map(([command]) => command);

describe('a page beside the text', () => {
  beforeEach(resetEditor);

  const text = new vscode.TabInputText(vscode.Uri.parse('file:///ws/a.policy.md'));
  const page = new vscode.TabInputWebview('markdown.preview');
  const toSide = 'markdown.showPreviewToSide';
  const cases: readonly [name: string, column: number, tab: unknown, run: readonly string[]][] = [
    ['is opened beside a text', 1, text, [toSide]],
    ['is opened beside a text in any column', 2, text, [toSide]],
    ['takes the column of the page in front', 2, page, ['workbench.action.focusPreviousGroup', toSide]],
    ['takes the first column where a page is in front there', 1, page, ['markdown.showPreview']],
  ];
  for (const [name, viewColumn, input, expected] of cases)
    it(name, async () => {
      Object.assign(vscode.workspace, {
        registerTextDocumentContentProvider: never,
      });
      Object.assign(vscode.window, { tabGroups: { activeTabGroup: { viewColumn, activeTab: { input } } } });
      const pages = new VirtualDocuments(
        () => Promise.resolve(''),
        () => '',
        [],
      );
      await pages.show(vscode.Uri.parse('policy-lens-explain:/a.md'));
      assert.deepEqual(commandsRun(), expected);
      assert.deepEqual(editor.said, []);
      pages.dispose();
    });
});

describe('pages of our own', () => {
  beforeEach(resetEditor);

  /** The pages, what stands on them, and what the editor is told. */
  function opened() {
    const providers = new Map<string, vscode.TextDocumentContentProvider>();
    Object.assign(vscode.workspace, {
      registerTextDocumentContentProvider: (scheme: string, provider: vscode.TextDocumentContentProvider) => {
        providers.set(scheme, provider);
        return never();
      },
    });
    Object.assign(vscode.Uri, {
      from: ({ scheme, path }: { scheme: string; path: string }) => vscode.Uri.parse(`${scheme}:${path}`),
    });
    const outdated = new vscode.EventEmitter<void>();
    const names = { 'R1.2': '高端人才引育' } as Record<string, string>;
    const pages = new VirtualDocuments(
      (code) => Promise.resolve(`# ${names[code] ?? ''}`),
      () => '没有留下来',
      [outdated.event],
    );
    const told: string[] = [];
    providers.get('policy-lens-taxonomy')?.onDidChange?.((uri) => told.push(uri.path));
    const read = async (uri: vscode.Uri): Promise<unknown> =>
      providers.get(uri.scheme)?.provideTextDocumentContent(uri, {} as vscode.CancellationToken);
    return { pages, names, outdated, told, read };
  }

  it('of a taxonomy entry follow the taxonomy, on the text behind them and on the rendered page', async () => {
    const { pages, names, outdated, told, read } = opened();
    outdated.fire();
    // No page of ours is open: other people's pages are left alone.
    assert.deepEqual([told, commandsRun()], [[], []]);
    const uri = pages.entry('R1.2 高端人才引育');
    assert.equal(await read(uri), '# 高端人才引育');
    names['R1.2'] = 'High-end talent';
    outdated.fire();
    assert.deepEqual(told, ['/R1.2 高端人才引育.md']);
    assert.deepEqual(commandsRun(), ['markdown.preview.refresh']);
    assert.equal(await read(uri), '# High-end talent');
    pages.dispose();
  });

  it('with an explanation keep it; one that the editor restored says that it is gone', async () => {
    const { pages, read } = opened();
    assert.equal(await read(pages.explanation('第 3 行', '# 甲')), '# 甲');
    assert.equal(await read(vscode.Uri.parse('policy-lens-explain:/第 9 行.md')), '没有留下来');
    pages.dispose();
  });
});
