/** The report of a workspace, in which there may be never to report on. */
import assert from 'node:assert/strict';
import { goOn, pass, stopTime } from '../support/time';
import { editor, never, openDocument, resetEditor, settled } from '../support/vscode';
import * as vscode from 'vscode';
import { nothingFoundIn, wordsIn } from '../support/services';
import type { Services } from '../../../src/client/commands/services';
import type { ReportPanels } from '../../../src/client/report/page/panels';
import { reportCommands } from '../../../src/client/report/reportCommands';
import type { ReportSubject } from '../../../src/client/report/subjects/subject';
import type { TextToAnalyze } from '../../../src/protocol';
import { contributes } from '../support/manifest';

describe('the report of the workspace', () => {
  beforeEach(resetEditor);
  afterEach(goOn);

  /** Texts that were analysed, by their paths. */
  let analysed: (string | undefined)[];
  /** Fires where the user has a document analysed anyway. */
  let forced: vscode.EventEmitter<{ readonly uri: vscode.Uri }>;
  beforeEach(() => {
    analysed = [];
    forced = new vscode.EventEmitter();
  });

  const { t } = wordsIn('en');
  const noFiles = t('client.report.noFiles', 'policyLens.coverage.include');

  /** Every text has an analysis, in which never is found. */
  const analyze = (
    _: unknown,
    { texts }: { texts: readonly TextToAnalyze[] },
  ): Promise<{ documents: readonly unknown[] }> => {
    analysed.push(...texts.map(({ path }) => path));
    return Promise.resolve({ documents: texts.map(({ path }) => nothingFoundIn(path)) });
  };

  /** Runs a command; hands back how many reports were opened and which commands of the editor were run. */
  async function run(command: string): Promise<{ opened: number; run: readonly string[] }> {
    let opened = 0;
    const server = { onDidChangeState: never, request: analyze };
    const included = { isForced: () => false, onDidChange: forced.event };
    const services = {
      words: { t },
      current: {},
      outdated: never,
      server,
      included,
      sidecars: { read: () => Promise.resolve(null), onDidChange: never },
    } as unknown as Services;
    const panels = {
      add: (subject: ReportSubject) => {
        opened++;
        return { subject, show: () => Promise.resolve(), onDidClose: never };
      },
    } as unknown as ReportPanels;
    await reportCommands(services, panels)[command]?.();
    await settled();
    return { opened, run: editor.commands.map((words) => words.join(' ')) };
  }

  for (const command of ['coverWorkspace', 'showReport'])
    it(`asks for a folder where none is open (${command})`, async () => {
      editor.folder = null;
      editor.answer = (_, button) => Promise.resolve(button);
      assert.deepEqual(await run(command), { opened: 0, run: ['vscode.openFolder'] });
      assert.deepEqual(editor.said, [t('client.report.noFolder')]);
    });

  const cases: readonly [name: string, files: Readonly<Record<string, string>>, said: readonly string[]][] = [
    ['names the setting where no file is taken in', {}, [noFiles]],
    ['leaves it to the page to list what was not read', { '**/*.{md,txt}': 'file:///ws/README.md' }, []],
  ];
  for (const [name, files, said] of cases)
    it(name, async () => {
      editor.settings.set('coverage.include', { 1: ['**/*.{md,txt}'] });
      editor.find = (pattern) => (files[pattern] === undefined ? [] : [files[pattern]]);
      // The walkthrough's step is not done: no text was measured.
      assert.deepEqual(await run('coverWorkspace'), { opened: 1, run: [] });
      assert.deepEqual(editor.said, said);
    });

  it('reads one text again that is analysed anyway, and no other', async () => {
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    const files = ['a', 'b', 'c'].map((name) => `file:///ws/${name}.md`);
    for (const file of files) editor.files.set(file, '甲');
    editor.find = (pattern) => (pattern === '**/*.md' ? files : []);
    await run('coverWorkspace');
    assert.equal(analysed.length, 3);
    stopTime();
    forced.fire(openDocument('file:///ws/b.md'));
    forced.fire(openDocument('file:///ws/elsewhere.txt'));
    // Listing and reading take turns, and files are really looked for.
    for (let turn = 0; turn < 5000 && analysed.length < 4; turn++) await pass(1000);
    await pass(1000);
    assert.deepEqual(analysed.slice(3), ['/ws/b.md']);
  });

  it('ends the step of the walkthrough that is about it', async () => {
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const step = steps.find(({ id }) => id === 'workspace');
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    editor.files.set('file:///ws/a.md', '甲');
    editor.find = (pattern) => (pattern === '**/*.md' ? ['file:///ws/a.md'] : []);
    const { run: done } = await run('coverWorkspace');
    const key = step?.completionEvents[0]?.replace('onContext:', 'setContext ');
    // A key that stays set would keep the step from being done where the walkthrough is opened later.
    assert.deepEqual(done, [`${key} true`, `${key} false`]);
  });
});
