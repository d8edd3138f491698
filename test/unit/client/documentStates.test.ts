/** What is known of open documents, and when it is given up. */
import assert from 'node:assert/strict';
import { goOn, pass, stopTime } from '../support/time';
import { close, editor, events, never, openDocument, resetEditor } from '../support/vscode';
import type * as vscode from 'vscode';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import { DocumentStates } from '../../../src/client/documents/documentStates';

describe('states of documents', () => {
  let isOpen: boolean;
  let states: DocumentStates;
  /** Whether anything was known of the document, each time that it was told. */
  let told: boolean[];
  /** What the server is doing while it answers. */
  let meanwhile: () => void;
  let questions: number;
  let tellAnalysed: (analysed: { uri: string; version: number }) => void;

  beforeEach(() => {
    resetEditor();
    const server = {
      state: 'running',
      start: () => Promise.resolve(),
      onDidAnalyze: (listener: typeof tellAnalysed) => {
        tellAnalysed = listener;
        return never();
      },
      onDidChangeState: never,
      request: () => {
        questions++;
        return Promise.resolve({ overview: null, highlights: [] }).finally(() => meanwhile());
      },
    };
    questions = 0;
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

  it('one of several documents is read anew where only of that one it may no longer hold', async () => {
    const [a, b] = [openDocument('file:///ws/a.txt'), openDocument('file:///ws/b.txt')];
    for (const { uri } of [a, b]) await states.whenIdle(uri.toString());
    states.outdate(['file:///ws/b.txt', 'file:///ws/unknown.txt']);
    for (const { uri } of [a, b]) await states.whenIdle(uri.toString());
    assert.equal(questions, 3);
  });

  it('a document in sight is asked about once where its analysis is told of before the answer is there', async () => {
    const document = openDocument('file:///ws/a.txt');
    editor.visible = [{ document } as vscode.TextEditor];
    const uri = document.uri.toString();
    meanwhile = () => tellAnalysed({ uri, version: document.version });
    await states.whenIdle(uri);
    await states.whenIdle(uri);
    assert.equal(questions, 1);
    meanwhile = () => undefined;
    Object.assign(document, { version: document.version + 1 });
    tellAnalysed({ uri, version: document.version });
    await states.whenIdle(uri);
    assert.equal(questions, 2);
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
