/** What commands that write Word files share: the text, the place, and what is told. */
import * as vscode from 'vscode';
import type { WordResult } from '../../convert/toWord/model';
import { message, type Message } from '../../core/message';
import { baseName, fileStem } from '../../core/text/fileName';
import { formatOf } from '../../core/text/format';
import type { Services } from '../commands/services';
import { folderOf } from '../documents/folderOf';
import { find } from '../documents/openDocuments';
import { showError, showInformation } from '../notices';
import { revealing } from './revealing';
import { openDocument } from './subjects/documentSubject';
import { readText } from './subjects/readText';

/** A text to write: a document of the editor, or a file that is not open. */
export type Source = Pick<vscode.TextDocument, 'uri' | 'isUntitled' | 'languageId' | 'getText'>;

/**
 * The text at an address, or why it cannot be read. A file that is not open is decoded as reports do: the editor would
 * take GB18030 for what the user has set.
 */
export async function sourceOf(uri: vscode.Uri): Promise<Source | Message> {
  const open = find(uri.toString());
  if (open) return open;
  const read = await readText(uri, uri.path);
  if (typeof read === 'string') return message(`client.report.reason.${read}`);
  return { uri, isUntitled: false, languageId: '', getText: () => read.text };
}

/** The name of the text's file; the title of a text that has none yet, not the editor's `Untitled-1`. */
export async function stemOf(services: Services, { uri, isUntitled }: Source): Promise<string> {
  const { path } = uri;
  const unnamed = isUntitled && !path.startsWith('/') ? find(uri.toString()) : undefined;
  const title = unnamed ? ((await openDocument(services, unnamed))?.result.title ?? '') : '';
  return fileStem(title) || baseName(path).replace(/(?:\.policy)?\.(?:md|markdown|txt)$/i, '');
}

/** Asks for a place beside what is read; the dialog itself asks before it takes a file that is there. */
export async function askPlace(
  uri: vscode.Uri,
  stem: string,
  title: string,
): Promise<vscode.Uri | undefined> {
  const folder = folderOf(uri);
  return vscode.window.showSaveDialog({
    title,
    filters: { Word: ['docx'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${stem}.docx`) } : {}),
  });
}

/** A text, with what is typed and not saved yet, as a Word file; undefined when cancelled. */
export async function written(
  { convert }: Services,
  source: Source,
  token: vscode.CancellationToken,
): Promise<WordResult | undefined> {
  const format = formatOf(source.uri.path, source);
  return convert({ task: 'word', text: source.getText(), format }, token).catch(failed);
}

/** What comes of a converter that broke off. */
export function failed(error: unknown): WordResult {
  const reason = error instanceof Error ? error.message : String(error);
  return { bytes: null, notes: [message('report.word.failed', reason)] };
}

/**
 * Makes a Word file, which can be cancelled, and writes it, but never over what it is made from.
 *
 * @param told What progress is called, and what is said of a place that is the original's.
 * @returns Its address; undefined where none is written, which is told unless it was cancelled.
 */
export async function make(
  services: Services,
  from: vscode.Uri,
  to: vscode.Uri,
  told: { readonly title: string; readonly original: string },
  work: (token: vscode.CancellationToken) => Promise<WordResult | undefined>,
): Promise<vscode.Uri | undefined> {
  if (to.toString() === from.toString()) {
    void showError(told.original);
    return undefined;
  }
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: told.title, cancellable: true },
    (_, token) => work(token),
  );
  if (!result) return undefined;
  const { bytes, notes } = result;
  if (bytes) return save(services, to, { bytes, notes });
  tellFailed(services.words, notes);
  return undefined;
}

/** Writes the file and tells what its reader must know. */
async function save(
  { words, server }: Services,
  to: vscode.Uri,
  { bytes, notes }: WordResult & { readonly bytes: Uint8Array },
): Promise<vscode.Uri | undefined> {
  const told = notes.map((note) => words.current.message(note));
  try {
    await vscode.workspace.fs.writeFile(to, bytes);
  } catch (error) {
    tellFailed(words, failed(error).notes);
    return undefined;
  }
  const name = vscode.workspace.asRelativePath(to);
  for (const note of told) server.log.info(`${name}: ${note}`);
  const button = words.t('client.export.showInFolder');
  const done = joined(words, [words.t('client.word.done', name), ...told]);
  void showInformation(done, button).then((chosen) => {
    if (chosen) void vscode.commands.executeCommand(revealing(to), to);
  });
  return to;
}

/** Tells that nothing was written, and why. */
export function tellFailed(words: Services['words'], reasons: readonly Message[]): void {
  const told = reasons.map((reason) => words.current.message(reason));
  void showError(joined(words, [words.t('client.word.failed'), ...told]));
}

function joined({ current }: Services['words'], sentences: readonly string[]): string {
  return sentences.join(current.language === 'en' ? ' ' : '');
}
