/** What is stored beside open documents, and what the server is told of it. */
import assert from 'node:assert/strict';
import { close, openDocument, resetEditor, settled } from '../support/vscode';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import type { Words } from '../../../src/client/settings/words';
import { Sidecars } from '../../../src/client/sidecar/sidecars';
import type { Sidecar, Suppression } from '../../../src/core/suppress/model';

const entry = (id: string): Suppression => ({
  id,
  target: 'finding',
  rule: 'PL105',
  scope: 'file',
  anchor: null,
  reason: '',
});

describe('sidecars of open documents', () => {
  let told: string[][];
  let sidecars: Sidecars;

  beforeEach(() => {
    resetEditor();
    told = [];
    const server = {
      running: {},
      onDidChangeState: () => ({ dispose: () => undefined }),
      notify: (_: unknown, { sidecar }: { sidecar: Sidecar }) =>
        told.push(sidecar.suppressions.map(({ id }) => id)),
    };
    sidecars = new Sidecars(
      server as unknown as LanguageServer,
      { t: (id: string) => id } as unknown as Words,
    );
  });

  afterEach(() => sidecars.dispose());

  it('the server is told again of a document that was closed while a change was written', async () => {
    const document = openDocument('file:///ws/a.txt');
    await settled();
    const change = sidecars.change(document, { addSuppressions: [entry('1')] });
    close(document);
    assert.equal(await change, 'file');
    assert.deepEqual(told, []);
    openDocument('file:///ws/a.txt');
    await settled();
    assert.deepEqual(told, [['1']]);
  });

  it('the server is told again of a document that was closed while it was read', async () => {
    const document = openDocument('file:///ws/a.txt');
    await sidecars.change(document, { addSuppressions: [entry('1')] });
    close(document);
    told.length = 0;
    close(openDocument('file:///ws/a.txt'));
    await settled();
    openDocument('file:///ws/a.txt');
    await settled();
    assert.deepEqual(told, [['1']]);
  });
});
