import assert from 'node:assert/strict';
import '../support/vscode';
import type { WebviewPanel } from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { ReportPanel } from '../../../src/client/report/panel';
import { ReportSubject } from '../../../src/client/report/subject';
import { createTranslator } from '../../../src/l10n/translator';

const nothing = (): { dispose(): void } => ({ dispose: () => undefined });

/** A report whose server answers as told, and what became of it. */
function opened(answer: () => Promise<unknown>) {
  const seen = { asked: 0, logged: [] as string[], running: (() => undefined) as (state: string) => void };
  const services = {
    extensionUri: { scheme: 'file', path: '/extension' },
    words: { t: createTranslator('en').t, onDidChange: nothing },
    server: {
      log: { error: (error: unknown) => void seen.logged.push(String(error)) },
      request0: () => {
        seen.asked++;
        return answer();
      },
      onDidChangeState: (listener: (state: string) => void) => {
        seen.running = listener;
        return nothing();
      },
    },
  };
  const webview = { options: {}, html: '', onDidReceiveMessage: nothing, postMessage: nothing };
  const tab = {
    visible: true,
    webview,
    onDidChangeViewState: nothing,
    onDidDispose: nothing,
    dispose: () => undefined,
  };
  const subject = new ReportSubject('key', 'report', 'title', { about: 'workspace' });
  const panel = new ReportPanel(services as unknown as Services, subject, tab as unknown as WebviewPanel);
  return { panel, subject, seen, webview };
}

const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('report without an answer', () => {
  for (const [name, answer, logged] of [
    ['the server is not running', () => Promise.resolve(undefined), []],
    ['the server fails', () => Promise.reject(new Error('gone')), ['Error: gone']],
  ] as const)
    it(`says so, asks no more by itself, and tries again on occasion: ${name}`, async () => {
      const { panel, subject, seen, webview } = opened(answer);
      await panel.show();
      await turns();
      assert.equal(seen.asked, 1);
      assert.deepEqual(seen.logged, logged);
      assert.match(webview.html, /could not be made/);
      seen.running('running');
      await turns();
      assert.equal(seen.asked, 2);
      subject.notify();
      await turns();
      assert.equal(seen.asked, 3);
      panel.dispose();
    });
});
