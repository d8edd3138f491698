/** What is known of open documents, and when it is given up. */
import assert from 'node:assert/strict';
import { openDocument, resetEditor, settled } from '../support/vscode';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import { DocumentStates } from '../../../src/client/documents/documentStates';

describe('states of documents', () => {
  it('what is known of a document goes, and is told, when it is not analysed any more', async () => {
    resetEditor();
    const nothing = { dispose: (): void => undefined };
    const server = {
      state: 'running',
      start: () => Promise.resolve(),
      onDidAnalyze: () => nothing,
      onDidChangeState: () => nothing,
      request: () => Promise.resolve({ highlights: [] }),
    };
    let isOpen = true;
    const states = new DocumentStates(server as unknown as LanguageServer, () => isOpen);
    const document = openDocument('file:///ws/a.txt');
    const told: boolean[] = [];
    states.onDidUpdate((one) => told.push(states.get(one) !== undefined));
    await states.whenIdle(document.uri.toString());
    isOpen = false;
    states.refresh(document);
    states.refresh(document);
    await settled();
    assert.deepEqual(told, [true, false]);
    states.dispose();
  });
});
