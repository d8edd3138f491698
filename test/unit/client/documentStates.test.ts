/** What is known of open documents, and when it is given up. */
import assert from 'node:assert/strict';
import { goOn, pass, stopTime } from '../support/time';
import { close, events, never, openDocument, resetEditor } from '../support/vscode';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import { DocumentStates } from '../../../src/client/documents/documentStates';

describe('states of documents', () => {
  let isOpen: boolean;
  let states: DocumentStates;
  /** Whether anything was known of the document, each time that it was told. */
  let told: boolean[];
  /** What the server is doing while it answers. */
  let meanwhile: () => void;

  beforeEach(() => {
    resetEditor();
    const server = {
      state: 'running',
      start: () => Promise.resolve(),
      onDidAnalyze: never,
      onDidChangeState: never,
      request: () => Promise.resolve({ overview: null, highlights: [] }).finally(() => meanwhile()),
    };
    isOpen = true;
    meanwhile = () => undefined;
    states = new DocumentStates(server as unknown as LanguageServer, () => isOpen);
    told = [];
    states.onDidUpdate((one) => told.push(states.get(one) !== undefined));
  });

  afterEach(() => {
    goOn();
    states.dispose();
  });

  it('what is known of a document goes, and is told, when it is not analysed any more', async () => {
    const document = openDocument('file:///ws/a.txt');
    await states.whenIdle(document.uri.toString());
    stopTime();
    isOpen = false;
    states.refresh(document);
    states.refresh(document);
    await pass(1000);
    assert.deepEqual(told, [true, false]);
  });

  it('so it does, when its language is changed to one that is not looked at', async () => {
    const document = openDocument('file:///ws/a.txt');
    await states.whenIdle(document.uri.toString());
    stopTime();
    events.close.fire(document);
    isOpen = false;
    events.open.fire(document);
    await pass(1000);
    assert.deepEqual(told, [true, false]);
  });

  it('what is known stays until it is read anew, when its language is changed to another that is', async () => {
    const document = openDocument('file:///ws/a.txt');
    await states.whenIdle(document.uri.toString());
    events.close.fire(document);
    events.open.fire(document);
    assert.ok(states.get(document));
    await states.whenIdle(document.uri.toString());
    assert.deepEqual(told, [true, true]);
  });

  it('a document out of sight is read anew, once it is asked for, when what is known may no longer hold', async () => {
    const document = openDocument('file:///ws/a.txt');
    await states.whenIdle(document.uri.toString());
    stopTime();
    states.outdate();
    await pass(1000);
    goOn();
    assert.deepEqual(told, [true]);
    for (let asked = 0; asked < 2; asked++) await states.whenIdle(document.uri.toString());
    assert.deepEqual(told, [true, true]);
  });

  it('an answer about an older version is dropped, and asked for again', async () => {
    const document = openDocument('file:///ws/a.txt');
    let edits = 1;
    meanwhile = () => {
      if (edits-- > 0) Object.assign(document, { version: document.version + 1 });
    };
    await states.whenIdle(document.uri.toString());
    assert.deepEqual([told, states.get(document)?.version], [[true], document.version]);
  });

  it('nothing is known of a document that was closed', async () => {
    const document = openDocument('file:///ws/a.txt');
    await states.whenIdle(document.uri.toString());
    stopTime();
    close(document);
    openDocument('file:///ws/a.txt');
    await pass(1000);
    assert.equal(states.get(document), undefined);
    assert.deepEqual(told, [true]);
  });
});
