/** Tabs of reports after the window was reloaded. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { never, openDocument, resetEditor, settled } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import type { ReportPanels } from '../../../src/client/report/page/panels';
import { restoring } from '../../../src/client/report/restore';
import { zh } from '../../../src/l10n/bundles';

describe('the tab of a report after a reload', () => {
  beforeEach(resetEditor);

  const services = {
    words: wordsIn('zh-CN'),
    outdated: never,
    included: { onDidChange: never },
    states: { onDidUpdate: never },
    server: { log: { warn: () => undefined }, request: () => Promise.resolve(null) },
  } as unknown as Services;

  /** Restores the tab of a document's report, and hands back what became of it. */
  async function restored(uri: string, text: string | null) {
    let serializer: vscode.WebviewPanelSerializer | undefined;
    Object.assign(vscode.window, {
      registerWebviewPanelSerializer: (_: string, given: vscode.WebviewPanelSerializer) => {
        serializer = given;
        return never();
      },
    });
    Object.assign(vscode.workspace, {
      openTextDocument: () =>
        text === null ? Promise.reject(new Error('gone')) : Promise.resolve(openDocument(uri, text)),
    });
    const seen = { filled: 0, closed: 0, html: '' };
    const panels = {
      add: (subject: unknown) => {
        seen.filled++;
        return { subject, show: () => Promise.resolve() };
      },
    } as unknown as ReportPanels;
    const tab = { webview: { html: '' }, dispose: () => seen.closed++ };
    restoring(services, panels);
    const state = { memento: { about: 'document', uri } };
    await serializer?.deserializeWebviewPanel(tab as unknown as vscode.WebviewPanel, state);
    await settled();
    return { ...seen, html: tab.webview.html };
  }

  const cases: readonly [string, string, string | null, Partial<Awaited<ReturnType<typeof restored>>>][] = [
    ['is filled', 'file:///ws/a.txt', '甲', { filled: 1, closed: 0, html: '' }],
    ['is filled for an empty file', 'file:///ws/a.txt', '', { filled: 1, closed: 0, html: '' }],
    ['is closed with its file', 'file:///ws/a.txt', null, { filled: 0, closed: 1, html: '' }],
    [
      'is filled for an untitled text that is still there',
      'untitled:Untitled-1',
      '甲',
      { filled: 1, closed: 0 },
    ],
    ['stays for an untitled text that is gone', 'untitled:Untitled-1', '', { filled: 0, closed: 0 }],
  ];
  for (const [name, uri, text, expected] of cases)
    it(name, async () => {
      const found = await restored(uri, text);
      for (const [key, value] of Object.entries(expected))
        assert.equal(found[key as keyof typeof found], value, key);
    });

  it('says why there is no report of an untitled text that is gone, and what to do', async () => {
    const { html } = await restored('untitled:Untitled-1', '');
    assert.ok(html.includes(`<p role="status">${zh['client.report.neverSaved']}</p>`), html);
    assert.match(html, /<html lang="zh-CN">/u);
    const commands = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8')) as Record<string, string>;
    assert.ok(html.includes(`“${commands['command.coverDocument'] ?? ''}”`));
  });
});
