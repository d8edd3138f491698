/** The user's taxonomy as a file of the workspace. */
import assert from 'node:assert/strict';
import { editor, resetEditor, settled } from '../support/vscode';
import { ids } from '../support/services';
import * as vscode from 'vscode';
import { TaxonomyFile } from '../../../src/client/taxonomy/taxonomyFile';
import { TaxonomyProblems } from '../../../src/client/taxonomy/taxonomyProblems';
import type { TaxonomyFault } from '../../../src/protocol';
import type { Words } from '../../../src/client/settings/words';

/** Watchers that tell what a test fires, whatever is watched. */
function watching(): Record<'deleted' | 'created', vscode.EventEmitter<vscode.Uri>> {
  const { createFileSystemWatcher } = vscode.workspace;
  const deleted = new vscode.EventEmitter<vscode.Uri>();
  const created = new vscode.EventEmitter<vscode.Uri>();
  Object.assign(vscode.workspace, {
    createFileSystemWatcher: (pattern: vscode.RelativePattern) => ({
      ...createFileSystemWatcher(pattern),
      onDidDelete: deleted.event,
      onDidCreate: created.event,
    }),
  });
  return { deleted, created };
}

describe('the taxonomy file', () => {
  const text = 'zh: 各地要培育技术经理人\n';
  let file: TaxonomyFile;

  beforeEach(() => {
    resetEditor();
    editor.settings.set('taxonomy', { 2: 'mine.yaml' });
    file = new TaxonomyFile(ids as unknown as Words);
  });

  afterEach(() => file.dispose());

  const read = async (bytes: Uint8Array): Promise<string | undefined> => {
    editor.bytes.set('file:///ws/mine.yaml', bytes);
    await file.load();
    return file.current?.text;
  };

  it('is read in the encodings of documents, as the command line reads it', async () => {
    assert.equal(await read(Buffer.from(text)), text);
    assert.equal(await read(Buffer.from(`\ufeff${text}`, 'utf16le')), text);
    const gb18030 = '7a683a20b8f7b5d8d2aac5e0d3fdbcbccaf5beadc0edc8cb0a';
    assert.equal(await read(Buffer.from(gb18030, 'hex')), text);
    assert.deepEqual(editor.said, []);
  });

  it('is the one that was named last, however long another takes to be read', async () => {
    editor.files.set('file:///ws/mine.yaml', text);
    editor.files.set('file:///ws/other.yaml', '又');
    const { fs } = vscode.workspace;
    const { readFile } = fs;
    let read: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (read = resolve));
    Object.assign(fs, { readFile: (uri: vscode.Uri) => slow.then(() => readFile(uri)) });
    const first = file.load();
    Object.assign(fs, { readFile });
    editor.settings.set('taxonomy', { 2: 'other.yaml' });
    await file.load();
    read();
    await first;
    assert.equal(file.current?.text, '又');
  });

  it('that is no text is told, and what was read before stays', async () => {
    await read(Buffer.from(text));
    assert.equal(await read(Buffer.from('PK\u0003\u0004')), text);
    assert.deepEqual(editor.said, ['client.taxonomy.unreadable']);
  });

  it('that is deleted or renamed is told, and what was read before stays', async () => {
    const { deleted } = watching();
    await read(Buffer.from(text));
    editor.bytes.clear();
    deleted.fire(vscode.Uri.parse('file:///ws/mine.yaml'));
    await settled();
    assert.deepEqual(editor.said, ['client.taxonomy.unreadable']);
    assert.equal(file.current?.text, text);
  });

  it('takes its problems along when it is deleted, and brings them back', async () => {
    const { deleted, created } = watching();
    const shown = new Map<string, readonly vscode.Diagnostic[]>();
    Object.assign(vscode.languages, {
      createDiagnosticCollection: () => ({
        clear: () => shown.clear(),
        set: (uri: vscode.Uri, all: readonly vscode.Diagnostic[]) => shown.set(uri.toString(), all),
        dispose: () => undefined,
      }),
    });
    const told = new vscode.EventEmitter<{ problems: readonly TaxonomyFault[] }>();
    const problems = new TaxonomyProblems({ onDidReadTaxonomy: told.event }, file, ids);
    const uri = vscode.Uri.parse('file:///ws/mine.yaml');
    const lines = (): number[] => [...shown.values()].flat().map(({ range }) => range.start.line);
    const fault = { file: 'mine.yaml', line: 3, message: '?' };
    await read(Buffer.from(text));
    told.fire({ problems: [fault] });
    assert.deepEqual([...shown.keys()], [uri.toString()]);
    assert.deepEqual(editor.said, ['client.taxonomy.problems']);

    editor.bytes.clear();
    deleted.fire(uri);
    await settled();
    assert.deepEqual(lines(), [], 'a file that is gone has no lines to mend');
    told.fire({ problems: [fault] });
    assert.deepEqual(
      lines(),
      [],
      'what is told of it anew, as by a server that was started again, is not shown either',
    );
    assert.deepEqual(editor.said, ['client.taxonomy.problems', 'client.taxonomy.unreadable']);

    editor.bytes.set(uri.toString(), Buffer.from(text));
    created.fire(uri);
    await settled();
    assert.deepEqual(lines(), [2], 'the same text has the same problems');
    problems.dispose();
  });
});
