import * as vscode from 'vscode';
import type { CommandTable, Services } from '../commands/services';
import { freshFile } from '../documents/freshFile';
import { newText } from '../documents/newText';
import { baseName } from '../../core/text/fileName';
import { imported } from '../../files/extensions';
import { plain, showDetail, showError, showInformation, showWarning } from '../notices';

/** `importDocument`: Word, web pages, PDF and OFD as new policy texts in Markdown beside them. The originals are only read. */
export function importCommands(services: Services): CommandTable {
  return {
    importDocument: async (first, selected) => {
      const uris = await documentsOf(services, first, selected);
      return uris.length > 0 ? importAll(services, uris) : [];
    },
  };
}

/** One after the other; what is there when the user cancels stays. */
async function importAll(services: Services, uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const { words } = services;
  const written: vscode.Uri[] = [];
  const title = words.t('client.import.title');
  const location = vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    for (const [index, uri] of uris.entries()) {
      const count = uris.length > 1 ? ` (${String(index + 1)}/${String(uris.length)})` : '';
      progress.report({ message: plain(`${vscode.workspace.asRelativePath(uri)}${count}`) });
      // One that cannot be read or written keeps none of the others back.
      const target = await importOne(services, uri, token).catch((error: unknown) =>
        failed(services, uri, [String(error)]),
      );
      if (target) written.push(target);
      const isDone = target !== undefined && index + 1 === uris.length;
      if (!token.isCancellationRequested || isDone) continue;
      void showInformation(words.t('client.import.cancelled', written.length, uris.length));
      return;
    }
  });
  return written;
}

async function documentsOf(
  { words }: Services,
  first: unknown,
  selected: unknown,
): Promise<readonly vscode.Uri[]> {
  const given = Array.isArray(selected) && selected.length > 0 ? selected : [first];
  const uris = given.filter((each): each is vscode.Uri => each instanceof vscode.Uri);
  if (uris.length > 0) return uris;
  const picked = await vscode.window.showOpenDialog({
    title: words.t('client.import.pick'),
    canSelectMany: true,
    filters: { [words.t('client.import.documents')]: [...imported] },
  });
  return picked ?? [];
}

async function importOne(
  services: Services,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<vscode.Uri | undefined> {
  const { words } = services;
  const name = baseName(uri.path);
  const bytes = await vscode.workspace.fs.readFile(uri);
  const conversion = await services.convert({ task: 'import', name, bytes }, token);
  if (!conversion || token.isCancellationRequested) return undefined;
  const { markdown, notes } = conversion;
  const told = notes.map((note) => words.current.message(note));
  for (const note of told) services.server.log.info(`${name}: ${note}`);
  if (markdown === null) return failed(services, uri, told);
  const target = await write(services, uri, markdown);
  await vscode.window.showTextDocument(target);
  void tell(services, baseName(target.path), told);
  return target;
}

/** A file beside the original, or a document without a name where none can be written there: nothing is lost. */
async function write({ words }: Services, uri: vscode.Uri, markdown: string): Promise<vscode.Uri> {
  const stem = baseName(uri.path).replace(/(\.policy)?\.[^.]*$/i, '');
  try {
    const target = await freshFile(vscode.Uri.joinPath(uri, '..'), stem);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(markdown));
    return target;
  } catch (error) {
    const document = await newText('zh-policy', markdown);
    void showWarning(
      words.t('client.import.unsaved', baseName(uri.path), baseName(document.uri.path), String(error)),
    );
    return document.uri;
  }
}

/** What to check is shown on demand: a notification has room for one sentence. */
async function tell({ words }: Services, name: string, told: readonly string[]): Promise<void> {
  if (told.length === 0) {
    void showInformation(words.t('client.import.done', name));
    return;
  }
  const message = words.t('client.import.check', name, told.length);
  const show = words.t('client.import.show');
  if ((await showInformation(message, show)) !== show) return;
  void showDetail(message, told.join('\n'));
}

function failed({ words }: Services, uri: vscode.Uri, told: readonly string[]): undefined {
  void showError([words.t('client.import.failed', baseName(uri.path)), ...told].join(' '));
}
