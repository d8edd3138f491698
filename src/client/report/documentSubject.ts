import * as vscode from 'vscode';
import { DocumentResultRequest } from '../../protocol';
import type { Services } from '../commands/services';
import { find } from '../documents/documentStates';
import { shownPath } from '../documents/shownPath';
import { sha256 } from './readText';
import { ReportSubject, type ReportedDocument } from './subject';

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
  private readonly uri: string;

  constructor(
    private readonly services: Services,
    document: vscode.TextDocument,
  ) {
    const uri = document.uri.toString();
    super(`document ${uri}`, 'report', services.words.t('client.report.title', nameOf(document.uri)), {
      about: 'document',
      uri,
    });
    this.uri = uri;
    this.listeners.push(
      services.states.onDidUpdate((updated) => {
        if (updated.uri.toString() !== this.uri) return;
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => void this.follow(), settle);
      }),
      { dispose: () => clearTimeout(this.waiting) },
    );
  }

  private follow(): Promise<void> {
    return this.refresh().catch(this.services.server.logError);
  }

  /** Reads the document's analysis anew; what is known stays where there is none (closed, no policy text by now). */
  async refresh(): Promise<void> {
    const document = find(this.uri);
    const reported = document && (await openDocument(this.services, document));
    if (!reported) return;
    const { path } = reported.result;
    if (JSON.stringify(this.documents.get(path)?.result) === JSON.stringify(reported.result)) return;
    this.documents.set(path, reported);
    this.notify();
  }
}

/** Milliseconds from a change of what the views show until the report follows: it is a whole page each time. */
const settle = 700;

/** A path inside the workspace where there is one, else the name. */
export function nameOf(uri: vscode.Uri): string {
  const path = vscode.workspace.getWorkspaceFolder(uri) ? shownPath(uri) : uri.path;
  return path === uri.path ? path.slice(path.lastIndexOf('/') + 1) : path;
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
