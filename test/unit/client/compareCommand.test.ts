import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { nothingFoundIn, wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { compareCommands } from '../../../src/client/report/compareCommand';
import type { ReportPanels } from '../../../src/client/report/page/panels';
import type { ReportSubject } from '../../../src/client/report/subjects/subject';
import type { TextToAnalyze } from '../../../src/protocol';

describe('choice of a text to compare with', () => {
  beforeEach(resetEditor);

  for (const [address, folder, expected] of [
    ['file:///ws/意见/a.policy.md', 'file:///ws', 'file:///ws/意见'],
    ['untitled:Untitled-1', 'vscode-vfs:///ws', 'vscode-vfs:///ws'],
    ['untitled:/ws/意见/a.policy.md', 'file:///ws', 'file:///ws/意见'],
    ['untitled:Untitled-1', null, undefined],
  ] as const)
    it(`begins beside ${address}${folder === null ? ', with no folder open' : ''}`, async () => {
      let began: vscode.Uri | undefined;
      Object.assign(vscode.window, {
        showOpenDialog: (options: vscode.OpenDialogOptions) => {
          began = options.defaultUri;
          return Promise.resolve();
        },
      });
      editor.folder = folder;
      const services = {
        current: { document: openDocument(address) },
        words: wordsIn('zh-CN'),
      };
      await compareCommands(services as unknown as Services, {} as ReportPanels)['compareWith']?.();
      assert.equal(began && decodeURIComponent(began.toString()), expected);
    });

  it('offers any file, whatever is typed to find an open one', async () => {
    const offered: vscode.QuickPickItem[] = [];
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
        offered.push(...items);
        return Promise.resolve();
      },
    });
    const current = openDocument('file:///ws/a.policy.md');
    editor.tabs = ['a', 'b'].map(
      (name) => new vscode.TabInputText(vscode.Uri.parse(`file:///ws/${name}.policy.md`)),
    );
    const services = { current: { document: current }, words: wordsIn('zh-CN') };
    await compareCommands(services as unknown as Services, {} as ReportPanels)['compareWith']?.();
    assert.deepEqual(
      offered.map(({ label, alwaysShow }) => [label, alwaysShow ?? false]),
      [
        ['b.policy.md', false],
        ['选择文件…', true],
      ],
    );
  });
});

describe('a comparison that is begun in a diff editor', () => {
  beforeEach(resetEditor);

  const memo = 'file:///ws/意见.md';
  const version = (ref: string): string =>
    `git:///ws/意见.md?${JSON.stringify({ path: '/ws/意见.md', ref })}`;

  /** The names of the compared texts, and those that the server is told the address of. */
  async function compared(sides: readonly [string, string], ...given: readonly unknown[]) {
    const [original, modified] = sides.map((side) => vscode.Uri.parse(side)) as [vscode.Uri, vscode.Uri];
    editor.tabs = [new vscode.TabInputTextDiff(original, modified)];
    for (const side of sides) if (/^(?:file|git):/u.test(side)) editor.files.set(side, '甲');
    const known: (string | undefined)[] = [];
    const request = (
      _: unknown,
      { texts: [text] = [] }: { texts?: readonly TextToAnalyze[] },
    ): Promise<unknown> => {
      // Of documents that are nobody's it has no analysis.
      if (!text) return Promise.resolve(null);
      if (text.uri !== undefined) known.push(text.path);
      return Promise.resolve({ documents: [nothingFoundIn(text.path)] });
    };
    const services = {
      current: { document: { uri: modified } },
      words: wordsIn('en'),
      sidecars: { read: () => Promise.resolve(null) },
      server: { request },
    };
    let paths: readonly string[] = [];
    const panels = {
      add: (subject: ReportSubject) => {
        paths = [...subject.documents.keys()];
        return { show: () => Promise.resolve() };
      },
    } as unknown as ReportPanels;
    await compareCommands(services as unknown as Services, panels)['compareWith']?.(...given);
    return { paths, known };
  }

  const cases: readonly [name: string, sides: readonly [string, string], paths: readonly string[]][] = [
    ['the last commit and the file', [version('HEAD'), memo], ['意见.md (HEAD)', '意见.md']],
    ['the index and the file', [version('~'), memo], ['意见.md (index)', '意见.md']],
    [
      'an earlier commit and the file',
      [version('0123456789'.repeat(4)), memo],
      ['意见.md (01234567)', '意见.md'],
    ],
    ['the last commit and the index', [version('HEAD'), version('')], ['意见.md (HEAD)', '意见.md (index)']],
  ];
  for (const [name, sides, paths] of cases)
    for (const given of [[], [vscode.Uri.parse(sides[1]), { groupId: 0 }]])
      it(`is of its sides: ${name} (${given.length === 0 ? 'palette' : 'button'})`, async () => {
        // A version in Git is nobody's file.
        const known = paths.filter((path) => path === '意见.md');
        assert.deepEqual(await compared(sides, ...given), { paths, known });
      });

  const kept: readonly [scheme: string, name: string][] = [
    ['showModifications', 'saved'],
    ['conflictResolution', 'saved'],
    ['vscode-local-history', 'local history'],
    ['clipboardCompare', 'clipboard'],
  ];
  for (const [scheme, name] of kept)
    it(`is of a version that can be looked at only, and goes by what it is: ${scheme}`, async () => {
      const version = `${scheme}:///ws/意见.md`;
      openDocument(version, '甲');
      const { paths, known } = await compared([version, memo]);
      assert.deepEqual([paths, known], [[`意见.md (${name})`, '意见.md'], ['意见.md']]);
    });

  it('is of a version that Git keeps and of its file', async () => {
    const kept = vscode.Uri.parse(version('HEAD'));
    editor.files.set(kept.toString(), '甲');
    // Another comparison is in front.
    const { paths } = await compared([memo, memo], kept);
    assert.deepEqual(paths, ['意见.md (HEAD)', '意见.md']);
  });

  it('is of the last commit and the index for a staged change, though its file has changed since', async () => {
    const [old, now] = ['HEAD', ''].map((ref) => vscode.Uri.parse(version(ref)));
    const staged = { resourceUri: vscode.Uri.parse(memo), leftUri: old, rightUri: now };
    for (const each of [old, now]) editor.files.set(String(each), '甲');
    assert.deepEqual((await compared([memo, memo], staged)).paths, ['意见.md (HEAD)', '意见.md (index)']);
  });

  it('is of other documents where they are named', async () => {
    const chosen = ['a', 'b'].map((name) => `file:///ws/${name}.md`);
    for (const each of chosen) editor.files.set(each, '乙');
    const uris = chosen.map((each) => vscode.Uri.parse(each));
    const { paths } = await compared([version('HEAD'), memo], uris[0], uris);
    assert.deepEqual(paths, ['a.md', 'b.md']);
  });
});
