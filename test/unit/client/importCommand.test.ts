import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { importCommands } from '../../../src/client/report/importCommand';

describe('import of several documents', () => {
  const addresses = ['file:///ws/a.docx', 'file:///ws/b.pdf', 'file:///ws/c.html'];
  const made = ['file:///ws/a.policy.md', 'file:///ws/b.policy.md', 'file:///ws/c.policy.md'];

  /** What the command answers where the user cancels while the given file is converted. */
  async function imported(cancelled: string): Promise<string[]> {
    for (const address of addresses) editor.files.set(address, '');
    const convert = ({ name }: { name: string }): Promise<unknown> => {
      editor.token.isCancellationRequested = name === cancelled;
      return Promise.resolve(editor.token.isCancellationRequested ? undefined : { markdown: '#', notes: [] });
    };
    const services = { convert, words: wordsIn('en'), server: { log: {} } };
    const uris = addresses.map((address) => openDocument(address).uri);
    const command = importCommands(services as unknown as Services)['importDocument'];
    return ((await command?.(uris[0], uris)) as vscode.Uri[]).map(String);
  }

  const written = (): string[] => made.filter((address) => editor.files.has(address));

  beforeEach(resetEditor);

  it('makes a file of each', async () => {
    assert.deepEqual(await imported(''), made);
    assert.deepEqual(written(), made);
    assert.ok(!editor.said.some((said) => said.includes('cancelled')));
  });

  it('keeps what is there when it is cancelled, and says how many', async () => {
    assert.deepEqual(await imported('b.pdf'), made.slice(0, 1));
    assert.deepEqual(written(), made.slice(0, 1));
    assert.equal(editor.said.at(-1), 'Import cancelled: 1 of 3 files were imported and stay.');
  });

  it('opens the text without a name where no file can be written, and says so', async () => {
    editor.readOnlySchemes.add('file');
    const texts: string[] = [];
    Object.assign(vscode.workspace, {
      openTextDocument: ({ content }: { content: string }) =>
        Promise.resolve(openDocument(`untitled:Untitled-${String(texts.push(content))}`, content)),
    });
    assert.deepEqual(
      await imported(''),
      [1, 2, 3].map((number) => `untitled:Untitled-${String(number)}`),
    );
    assert.deepEqual(written(), []);
    assert.deepEqual(texts, ['#', '#', '#']);
    assert.ok(
      editor.said.includes(
        'No file can be written beside a.docx; its text is open as Untitled-1, not saved yet. Error: No permission',
      ),
    );
  });

  it('says no name of a file as a link that runs a command', async () => {
    const address = 'file:///ws/[点这里](command:workbench.action.quit).docx';
    editor.files.set(address, '');
    const services = {
      convert: () => Promise.resolve({ markdown: null, notes: [] }),
      words: wordsIn('en'),
      server: { log: {} },
    };
    await importCommands(services as unknown as Services)['importDocument']?.(openDocument(address).uri);
    assert.match(editor.said.at(-1) ?? '', /\[点这里\] \(command:workbench\.action\.quit\)\.docx/);
  });
});
