import assert from 'node:assert/strict';
import { close, never, openDocument, rename, resetEditor, settled } from '../support/vscode';
import type * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { DocumentSubject } from '../../../src/client/report/subjects/documentSubject';

describe('the report of a text', () => {
  beforeEach(resetEditor);

  let title: string;
  let tellOutdated: () => void;
  let tellIncluded: (document: { readonly uri: vscode.Uri }) => void;
  /** What happens while the server answers. */
  let meanwhile: () => void;
  const services = {
    words: { t: (id: string, name: string) => `${id} ${name}` },
    states: { onDidUpdate: never },
    outdated: (listener: () => void) => {
      tellOutdated = listener;
      return never();
    },
    included: {
      onDidChange: (listener: typeof tellIncluded) => {
        tellIncluded = listener;
        return never();
      },
    },
    server: {
      logError: (error: unknown) => assert.fail(String(error)),
      request: (_: unknown, { source }: { source: { path: string } }) =>
        Promise.resolve({ path: source.path, title }).finally(() => meanwhile()),
    },
  } as unknown as Services;
  beforeEach(() => {
    title = '甲';
    meanwhile = () => undefined;
  });

  const cases: readonly [string, [string, string], boolean, string][] = [
    [
      'is that of the new name after a renaming',
      ['file:///ws/卷/a.txt', 'file:///ws/卷/b.txt'],
      true,
      'file:///ws/卷/b.txt',
    ],
    [
      'goes along with a folder that is renamed',
      ['file:///ws/卷', 'file:///ws/册'],
      true,
      'file:///ws/册/a.txt',
    ],
    [
      'goes along with its folder when the text is closed',
      ['file:///ws/卷', 'file:///ws/册'],
      false,
      'file:///ws/册/a.txt',
    ],
    [
      'stays where another is renamed',
      ['file:///ws/卷/c.txt', 'file:///ws/d.txt'],
      true,
      'file:///ws/卷/a.txt',
    ],
  ];
  for (const [name, [from, to], isOpen, expected] of cases)
    it(name, async () => {
      const document = openDocument('file:///ws/卷/a.txt', '甲');
      const subject = new DocumentSubject(services, document);
      await subject.refresh();
      close(document);
      if (isOpen) openDocument(expected, '甲');
      rename(from, to);
      await settled();
      const path = expected.slice(expected.lastIndexOf('/') + 1);
      assert.deepEqual(subject.memento, { about: 'document', uri: expected });
      assert.equal(subject.key, `document ${expected}`);
      assert.equal(subject.title, `client.report.title ${path}`);
      const [[shown, reported] = [], ...others] = [...subject.documents];
      assert.deepEqual([shown, reported?.result.path, others], [path, path, []]);
      assert.equal(reported?.uri.toString(), expected);
      subject.dispose();
    });

  it('follows settings that change what is said of the text, also where the text is out of sight', async () => {
    const subject = new DocumentSubject(services, openDocument('file:///ws/a.txt', '甲'));
    await subject.refresh();
    const changed = new Promise<void>((resolve) => subject.onDidChange(resolve));
    title = 'A';
    tellOutdated();
    await changed;
    assert.equal(subject.documents.get('a.txt')?.result.title, 'A');
    subject.dispose();
  });

  it('follows “analyse anyway” of the text, and of no other', async () => {
    const subject = new DocumentSubject(services, openDocument('file:///ws/a.txt', '甲'));
    await subject.refresh();
    const changed = new Promise<void>((resolve) => subject.onDidChange(resolve));
    title = 'A';
    let answers = 0;
    meanwhile = () => answers++;
    tellIncluded(openDocument('file:///ws/b.txt'));
    tellIncluded(openDocument('file:///ws/a.txt', '甲'));
    await changed;
    assert.equal(subject.documents.get('a.txt')?.result.title, 'A');
    assert.equal(answers, 1);
    subject.dispose();
  });

  it('is told where it is another, and only there', async () => {
    const subject = new DocumentSubject(services, openDocument('file:///ws/a.txt', '甲'));
    let told = 0;
    subject.onDidChange(() => told++);
    await subject.refresh();
    await subject.refresh();
    assert.equal(told, 1);
    title = '乙';
    await subject.refresh();
    assert.equal(told, 2);
    subject.dispose();
  });

  it('takes no answer about a text that has changed, or been renamed, since it was asked', async () => {
    const document = openDocument('file:///ws/a.txt', '甲');
    const subject = new DocumentSubject(services, document);
    meanwhile = () => Object.assign(document, { version: document.version + 1 });
    await subject.refresh();
    assert.equal(subject.documents.size, 0);
    meanwhile = () => {
      meanwhile = () => undefined;
      openDocument('file:///ws/b.txt', '甲');
      rename('file:///ws/a.txt', 'file:///ws/b.txt');
    };
    const read = new Promise<void>((resolve) =>
      subject.onDidChange(() => {
        if (subject.documents.size > 0) resolve();
      }),
    );
    await subject.refresh();
    await read;
    assert.deepEqual([...subject.documents.keys()], ['b.txt']);
    subject.dispose();
  });

  it('has nothing to show until it was read', async () => {
    const subject = new DocumentSubject(services, openDocument('file:///ws/a.txt', '甲'));
    assert.notEqual(subject.progress, '');
    await subject.refresh();
    assert.equal(subject.progress, '');
    subject.dispose();
  });
});
