import * as vscode from 'vscode';
import { DocumentResultRequest } from '../../../protocol';
import type { Services } from '../../commands/services';
import { movedPlace, type Move } from '../../documents/movedUri';
import { shownPath } from '../../documents/shownPath';
import { find } from '../../documents/openDocuments';
import type { Memento } from './memento';
import { sha256 } from './readText';
import { ReportSubject, type ReportedDocument } from './subject';
import { baseName } from '../../../core/text/fileName';

/** The open document with a URI as reports take it; undefined where the product is silent about it, or busy. */
export async function openDocument(
  services: Services,
  document: vscode.TextDocument,
  path = nameOf(document.uri),
): Promise<ReportedDocument | undefined> {
  const text = document.getText();
  const { version } = document;
  const source = {
    path,
    encoding: encodingOf(document),
    sha256: await sha256(await bytesOf(document, text)),
  };
  const result = await services.server.request(DocumentResultRequest, {
    uri: document.uri.toString(),
    source,
  });
  if (!result || document.version !== version) return undefined;
  return { result, uri: document.uri, text };
}

/** One open document, followed as it changes. */
export class DocumentSubject extends ReportSubject {
  override readonly isBeside = true;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private uri: vscode.Uri;

  constructor(
    private readonly services: Services,
    document: vscode.TextDocument,
  ) {
    super();
    this.uri = document.uri;
    // Until there is an answer, a page would say that there are no documents.
    this.progress = services.words.t('client.report.reading');
    this.listeners.push(
      vscode.workspace.onDidRenameFiles(({ files }) => this.move(files)),
      services.states.onDidUpdate((updated) => {
        if (updated.uri.toString() !== this.uri.toString()) return;
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => void this.follow(), settle);
      }),
      // The views read only texts that are in sight; a report may lie over its own.
      services.outdated(() => void this.follow()),
      services.included.onDidChange(({ uri }) => {
        if (uri.toString() === this.uri.toString()) void this.follow();
      }),
      { dispose: () => clearTimeout(this.waiting) },
    );
  }

  get key(): string {
    return keyOf(this.uri);
  }

  get title(): string {
    return this.services.words.t('client.report.title', nameOf(this.uri));
  }

  get memento(): Memento {
    return { about: 'document', uri: this.uri.toString() };
  }

  /** A renamed text keeps its report, under the new name; also one that is not open, and so is not read again. */
  private move(files: readonly Move[]): void {
    const uri = movedPlace(this.uri, files);
    if (uri === this.uri) return;
    this.uri = uri;
    this.rename([{ uri, path: nameOf(uri) }]);
    void this.follow();
  }

  private follow(): Promise<void> {
    return this.refresh().catch(this.services.server.logError);
  }

  /** Reads the document's analysis anew; what is known stays where there is none (closed, no policy text by now). */
  async refresh(): Promise<void> {
    const document = find(this.uri.toString());
    const reported = document && (await openDocument(this.services, document));
    this.progress = '';
    // Renamed meanwhile: it is asked for under its new name, and would stand in the report twice.
    if (reported?.uri.toString() !== this.uri.toString()) return;
    const { path } = reported.result;
    if (JSON.stringify(this.documents.get(path)?.result) === JSON.stringify(reported.result)) return;
    this.documents.set(path, reported);
    this.notify();
  }
}

/** The {@link ReportSubject.key} of the report of a document. */
export function keyOf(uri: vscode.Uri): string {
  return `document ${uri.toString()}`;
}

/** Milliseconds from a change of what the views show until the report follows: it is a whole page each time. */
const settle = 700;

/** A path inside the workspace where there is one, else the name. */
export function nameOf(uri: vscode.Uri): string {
  const path = vscode.workspace.getWorkspaceFolder(uri) ? shownPath(uri) : uri.path;
  return path === uri.path ? baseName(path) : path;
}

/** By the names of results. */
function encodingOf({ encoding }: vscode.TextDocument): string {
  const known: Readonly<Record<string, string>> = {
    utf8: 'utf-8',
    utf8bom: 'utf-8',
    utf16le: 'utf-16le',
    utf16be: 'utf-16be',
  };
  return known[encoding] ?? encoding;
}

/** The file's bytes where the editor shows just them, else the text in UTF-8, as it would be saved. */
async function bytesOf(document: vscode.TextDocument, text: string): Promise<Uint8Array> {
  if (!document.isDirty && !document.isUntitled) {
    try {
      return await vscode.workspace.fs.readFile(document.uri);
    } catch {
      // Deleted in the meantime: the text is still there.
    }
  }
  return new TextEncoder().encode(text);
}
