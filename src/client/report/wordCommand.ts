import * as vscode from 'vscode';
import type { WordResult } from '../../convert/toWord/model';
import { formatOf } from '../../core/text/format';
import type { CommandTable, Services } from '../commands/services';
import { revealing } from './revealing';

/** `exportWord(uri?, target?)`: a text as a Word file in the form of official documents. The text is only read. */
export function writingWord(services: Services): CommandTable {
  return {
    exportWord: async (uri, target) => {
      const { words } = services;
      const document =
        uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : services.current.current;
      if (!document) {
        void vscode.window.showInformationMessage(words.t('client.noDocument'));
        return undefined;
      }
      const to = target instanceof vscode.Uri ? target : await askPlace(services, document);
      if (!to) return undefined;
      if (to.toString() === document.uri.toString()) {
        void vscode.window.showErrorMessage(words.t('client.word.source'));
        return undefined;
      }
      const result = await convert(services, document);
      return result && (await save(services, to, result));
    },
  };
}

/** Beside the text, under its name; the dialog itself asks before it takes a file that is there. */
async function askPlace({ words }: Services, document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const { uri } = document;
  const folder = folderOf(document);
  const name = uri.path
    .slice(uri.path.lastIndexOf('/') + 1)
    .replace(/(?:\.policy)?\.(?:md|markdown|txt)$/i, '');
  return vscode.window.showSaveDialog({
    title: words.t('client.word.save'),
    filters: { Word: ['docx'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.docx`) } : {}),
  });
}

/** A text that is not saved yet may have its place already: with a path that begins with a slash. */
function folderOf({ uri, isUntitled }: vscode.TextDocument): vscode.Uri | undefined {
  if (!isUntitled) return vscode.Uri.joinPath(uri, '..');
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  return first && uri.path.startsWith('/')
    ? vscode.Uri.joinPath(first.with({ path: uri.path }), '..')
    : first;
}

/** With what is typed and not saved yet. */
async function convert(
  { convert: ask, words }: Services,
  document: vscode.TextDocument,
): Promise<WordResult | undefined> {
  const text = document.getText();
  const format = formatOf(document.uri.path, document);
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: words.t('client.word.title'),
      cancellable: true,
    },
    (_, token) => ask({ task: 'word', text, format }, token),
  );
}

async function save(
  { words, server }: Services,
  to: vscode.Uri,
  { bytes, notes }: WordResult,
): Promise<vscode.Uri | undefined> {
  const told = notes.map((note) => words.current.message(note));
  const gap = words.current.language === 'en' ? ' ' : '';
  if (!bytes) {
    void vscode.window.showErrorMessage([words.t('client.word.failed'), ...told].join(gap));
    return undefined;
  }
  await vscode.workspace.fs.writeFile(to, bytes);
  const name = vscode.workspace.asRelativePath(to);
  for (const note of told) server.log.info(`${name}: ${note}`);
  const button = words.t('client.export.showInFolder');
  const done = [words.t('client.word.done', name), ...told].join(gap);
  void vscode.window.showInformationMessage(done, button).then((chosen) => {
    if (chosen) void vscode.commands.executeCommand(revealing(to), to);
  });
  return to;
}
