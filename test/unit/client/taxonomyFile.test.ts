/** The user's taxonomy as a file of the workspace. */
import assert from 'node:assert/strict';
import { editor, resetEditor, settled } from '../support/vscode';
import { ids } from '../support/services';
import * as vscode from 'vscode';
import { TaxonomyFile } from '../../../src/client/taxonomy/taxonomyFile';
import type { Words } from '../../../src/client/settings/words';

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
    const { createFileSystemWatcher } = vscode.workspace;
    const deleted = new vscode.EventEmitter<vscode.Uri>();
    Object.assign(vscode.workspace, {
      createFileSystemWatcher: (pattern: vscode.RelativePattern) => ({
        ...createFileSystemWatcher(pattern),
        onDidDelete: deleted.event,
      }),
    });
    await read(Buffer.from(text));
    editor.bytes.clear();
    deleted.fire(vscode.Uri.parse('file:///ws/mine.yaml'));
    await settled();
    assert.deepEqual(editor.said, ['client.taxonomy.unreadable']);
    assert.equal(file.current?.text, text);
  });
});
