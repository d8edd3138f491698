import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { comparing } from '../../../src/client/report/compareCommand';
import type { ReportPanels } from '../../../src/client/report/panels';
import { createTranslator } from '../../../src/l10n/translator';

describe('choice of a text to compare with', () => {
  const { showQuickPick } = vscode.window;
  beforeEach(resetEditor);
  after(() => Object.assign(vscode.window, { showQuickPick }));

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
    const services = { current: { current }, words: { t: createTranslator('zh-CN').t } };
    await comparing(services as unknown as Services, {} as ReportPanels)['compareWith']?.();
    assert.deepEqual(
      offered.map(({ label, alwaysShow }) => [label, alwaysShow ?? false]),
      [
        ['b.policy.md', false],
        ['选择文件…', true],
      ],
    );
  });
});
