import * as vscode from 'vscode';
import type { WordResult } from '../../convert/toWord/model';
import { message } from '../../core/message';
import { baseName, fileStem } from '../../core/text/fileName';
import { formatOf } from '../../core/text/format';
import type { CommandTable, Services } from '../commands/services';
import { folderOf } from '../documents/folderOf';
import { find } from '../documents/openDocuments';
import { openDocument } from './subjects/documentSubject';
import { readText } from './subjects/readText';
import { revealing } from './revealing';
import { showError, showInformation } from '../notices';

/** A text to export: a document of the editor, or a file that is not open. */
type Source = Pick<vscode.TextDocument, 'uri' | 'isUntitled' | 'languageId' | 'getText'>;

/** `exportWord(uri?, target?)`: a text as a Word file in the form of official documents. The text is only read. */
export function wordCommands(services: Services): CommandTable {
  return {
    exportWord: async (uri, target) => {
      const { words } = services;
      const document = uri instanceof vscode.Uri ? await sourceOf(services, uri) : services.current.document;
      if (!document) {
        if (!(uri instanceof vscode.Uri)) void showInformation(words.t('client.noDocument'));
        return undefined;
      }
      const to = target instanceof vscode.Uri ? target : await askPlace(services, document);
      if (!to) return undefined;
      if (to.toString() === document.uri.toString()) {
        void showError(words.t('client.word.source'));
        return undefined;
      }
      const result = await convert(services, document);
      return result && (await save(services, to, result));
    },
  };
}

/** A file that is not open is decoded as reports do: the editor would take GB18030 for what the user has set. */
async function sourceOf({ words }: Services, uri: vscode.Uri): Promise<Source | undefined> {
  const open = find(uri.toString());
  if (open) return open;
  const read = await readText(uri, uri.path);
  if (typeof read !== 'string') return { uri, isUntitled: false, languageId: '', getText: () => read.text };
  tellFailed(words, [words.t(`client.report.reason.${read}`)]);
  return undefined;
}

/** Beside the text; the dialog itself asks before it takes a file that is there. */
async function askPlace(services: Services, document: Source): Promise<vscode.Uri | undefined> {
  const folder = folderOf(document.uri);
  return vscode.window.showSaveDialog({
    title: services.words.t('client.word.save'),
    filters: { Word: ['docx'] },
    ...(folder
      ? { defaultUri: vscode.Uri.joinPath(folder, `${await stemOf(services, document)}.docx`) }
      : {}),
  });
}

/** The name of the text's file; the title of a text that has none yet, not the editor's `Untitled-1`. */
async function stemOf(services: Services, { uri, isUntitled }: Source): Promise<string> {
  const { path } = uri;
  const unnamed = isUntitled && !path.startsWith('/') ? find(uri.toString()) : undefined;
  const title = unnamed ? ((await openDocument(services, unnamed))?.result.title ?? '') : '';
  return fileStem(title) || baseName(path).replace(/(?:\.policy)?\.(?:md|markdown|txt)$/i, '');
}

/** With what is typed and not saved yet. */
async function convert({ convert: ask, words }: Services, document: Source): Promise<WordResult | undefined> {
  const text = document.getText();
  const format = formatOf(document.uri.path, document);
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: words.t('client.word.title'),
      cancellable: true,
    },
    (_, token) =>
      ask({ task: 'word', text, format }, token).catch((error: unknown): WordResult => {
        const reason = error instanceof Error ? error.message : String(error);
        return { bytes: null, notes: [message('report.word.failed', reason)] };
      }),
  );
}

async function save(
  { words, server }: Services,
  to: vscode.Uri,
  { bytes, notes }: WordResult,
): Promise<vscode.Uri | undefined> {
  const told = notes.map((note) => words.current.message(note));
  if (!bytes) {
    tellFailed(words, told);
    return undefined;
  }
  await vscode.workspace.fs.writeFile(to, bytes);
  const name = vscode.workspace.asRelativePath(to);
  for (const note of told) server.log.info(`${name}: ${note}`);
  const button = words.t('client.export.showInFolder');
  const done = joined(words, [words.t('client.word.done', name), ...told]);
  void showInformation(done, button).then((chosen) => {
    if (chosen) void vscode.commands.executeCommand(revealing(to), to);
  });
  return to;
}

function tellFailed(words: Services['words'], reasons: readonly string[]): void {
  void showError(joined(words, [words.t('client.word.failed'), ...reasons]));
}

function joined({ current }: Services['words'], sentences: readonly string[]): string {
  return sentences.join(current.language === 'en' ? ' ' : '');
}
