import assert from 'node:assert/strict';
import { goOn, pass, stopTime } from '../support/time';
import { editor, events, never, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { ReportPanel } from '../../../src/client/report/page/panel';
import type { Memento } from '../../../src/client/report/subjects/memento';
import { ReportSubject } from '../../../src/client/report/subjects/subject';

/** A subject that tests change. */
class Subject extends ReportSubject {
  readonly key = 'key';
  title = 'title';
  memento: Memento = { about: 'workspace' };
}

/** A report whose server answers as told, and what became of it. */
function opened(answer: () => Promise<unknown>, isDocument = false) {
  const seen = { asked: 0, logged: [] as string[], running: (() => undefined) as (state: string) => void };
  const speaking = new vscode.EventEmitter<void>();
  const services = {
    extensionUri: { scheme: 'file', path: '/extension' },
    words: { ...wordsIn('en'), onDidChange: speaking.event },
    server: {
      logError: (error: unknown) => void seen.logged.push(String(error)),
      request0: () => {
        seen.asked++;
        return answer();
      },
      onDidChangeState: (listener: (state: string) => void) => {
        seen.running = listener;
        return never();
      },
    },
  };
  const posted: unknown[] = [];
  const postMessage = (message: unknown): unknown => posted.push(message);
  const webview = { options: {}, html: '', onDidReceiveMessage: never, postMessage };
  const tab = {
    title: 'title',
    visible: true,
    webview,
    onDidChangeViewState: never,
    onDidDispose: never,
    dispose: () => undefined,
  };
  const subject = new Subject();
  if (isDocument) Object.defineProperty(subject, 'isBeside', { value: true });
  let column: unknown;
  const createWebviewPanel = (_type: string, _title: string, shownIn: unknown): unknown => {
    column = shownIn;
    return tab;
  };
  Object.assign(vscode.window, { createWebviewPanel });
  const panel = new ReportPanel(
    services as unknown as Services,
    subject,
    isDocument ? undefined : (tab as unknown as vscode.WebviewPanel),
  );
  return { panel, subject, seen, speaking, webview, tab, column, posted };
}

describe('a report of one document', () => {
  beforeEach(resetEditor);

  const cases: readonly [name: string, tabs: readonly unknown[], column: vscode.ViewColumn][] = [
    [
      'stands beside the text',
      [new vscode.TabInputText(vscode.Uri.parse('file:///ws/a.txt'))],
      vscode.ViewColumn.Beside,
    ],
    [
      'takes the column of a page beside the text',
      [new vscode.TabInputWebview('markdown.preview')],
      vscode.ViewColumn.Active,
    ],
  ];
  for (const [name, tabs, expected] of cases)
    it(name, () => {
      editor.tabs = [...tabs];
      const { panel, column } = opened(() => Promise.resolve(undefined), true);
      assert.equal(column, expected);
      panel.dispose();
    });
});

describe('the tab of a report', () => {
  beforeEach(resetEditor);
  beforeEach(stopTime);
  afterEach(goOn);

  it('is left alone once its tab is closed, whatever it waits for', async () => {
    let answer: (taxonomy: unknown) => void = () => undefined;
    const { panel, webview, seen } = opened(() => new Promise((resolve) => (answer = resolve)));
    const shown = panel.show();
    await pass(0);
    assert.equal(seen.asked, 1);
    panel.dispose();
    webview.html = 'closed';
    answer(undefined);
    await shown;
    assert.deepEqual([webview.html, seen.logged], ['closed', []]);
  });

  it('has another name with its document', () => {
    const { panel, subject, tab } = opened(() => Promise.resolve(undefined));
    subject.title = 'renamed';
    subject.notify();
    assert.equal(tab.title, 'renamed');
    panel.dispose();
  });

  it('has a name in the language that is read now', () => {
    const { panel, subject, tab, speaking } = opened(() => Promise.resolve(undefined));
    subject.title = 'Coverage of a.txt';
    speaking.fire();
    assert.equal(tab.title, 'Coverage of a.txt');
    panel.dispose();
  });

  it('is filled again under that name, also when it was never looked at in between', () => {
    const { panel, subject, tab, posted } = opened(() => Promise.resolve(undefined));
    tab.visible = false;
    const memento = { about: 'document', uri: 'file:///ws/b.txt' } as const;
    subject.notify();
    subject.memento = memento;
    subject.notify();
    subject.notify();
    const told = posted.filter((each) => (each as { type: string }).type === 'memento');
    assert.deepEqual(told, [{ type: 'memento', memento }]);
    panel.dispose();
  });
});

describe('report without an answer', () => {
  beforeEach(resetEditor);
  beforeEach(stopTime);
  afterEach(goOn);

  for (const [name, answer, logged] of [
    ['the server is not running', () => Promise.resolve(undefined), []],
    ['the server fails', () => Promise.reject(new Error('gone')), ['Error: gone']],
  ] as const)
    it(`says so, asks no more by itself, and tries again on occasion: ${name}`, async () => {
      const { panel, subject, seen, webview } = opened(answer);
      await panel.show();
      await pass(0);
      assert.equal(seen.asked, 1);
      assert.deepEqual(seen.logged, logged);
      assert.match(webview.html, /could not be made/);
      seen.running('running');
      await pass(0);
      assert.equal(seen.asked, 2);
      subject.notify();
      await pass(0);
      assert.equal(seen.asked, 3);
      events.trust.fire();
      await pass(0);
      assert.equal(seen.asked, 4);
      panel.dispose();
    });
});
