import * as vscode from 'vscode';
import { movedBy, type Move } from '../documents/movedUri';
import { onDidSaveAs } from '../documents/savedAs';
import { readSettings } from '../settings/settings';
import { isUserDocument } from './candidates';

const memoryKey = 'policyLens.forced';
/** Most documents whose "analyse anyway" is remembered; the oldest is forgotten first. */
const remembered = 200;

/** Documents that count as policy text whatever they hold: by `policyLens.include`, or by "analyse anyway". */
export class Included implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<{ readonly uri: vscode.Uri }>();
  /** A document that the user asked for and had not, or the other way round; patterns are settings. */
  readonly onDidChange = this.changed.event;
  private readonly listChanged = new vscode.EventEmitter<void>();
  /** The same, once for all documents that change together (in a folder that is renamed), and before each is told of. */
  readonly onDidChangeList = this.listChanged.event;
  private readonly listeners: vscode.Disposable[];
  private forced: ReadonlySet<string>;

  constructor(private readonly memory: vscode.Memento) {
    this.forced = new Set(memory.get<string[]>(memoryKey, []));
    this.listeners = [
      vscode.workspace.onDidRenameFiles(({ files }) => void this.follow(files)),
      onDidSaveAs((saved, from) => void this.followName(saved, from)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.close(document)),
    ];
  }

  /** Whether the user asked for this very document. */
  isForced({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
    return this.forced.has(uri.toString());
  }

  has(document: vscode.TextDocument): boolean {
    return this.isForced(document) || matchesInclude(document);
  }

  /** URIs of all open documents that are included. */
  list(): string[] {
    return vscode.workspace.textDocuments
      .filter((document) => isUserDocument(document) && this.has(document))
      .map(({ uri }) => uri.toString())
      .sort();
  }

  async force(document: vscode.TextDocument, on: boolean): Promise<void> {
    const uri = document.uri.toString();
    const others = [...this.forced].filter((entry) => entry !== uri);
    await this.remember(on ? [...others, uri].slice(-remembered) : others);
  }

  /** A renamed or moved document, or folder of documents, stays included. */
  private async follow(files: readonly Move[]): Promise<void> {
    const moved = [...this.forced].map((entry) => movedBy(entry, files));
    if (moved.some((entry) => !this.forced.has(entry))) await this.remember(moved);
  }

  /** What was saved from an included document is included, too. */
  private async followName(saved: vscode.TextDocument, from: readonly vscode.TextDocument[]): Promise<void> {
    if (from.some((document) => this.isForced(document)) && !this.isForced(saved))
      await this.force(saved, true);
  }

  /** The next untitled document may have the same name. Where only the language changed it is told, but not closed. */
  private async close(document: vscode.TextDocument): Promise<void> {
    if (document.isUntitled && document.isClosed && this.isForced(document))
      await this.force(document, false);
  }

  private async remember(next: readonly string[]): Promise<void> {
    const before = this.forced;
    const now = new Set(next);
    this.forced = now;
    const others = [...new Set([...before, ...now])].filter((uri) => before.has(uri) !== now.has(uri));
    if (others.length > 0) this.listChanged.fire();
    for (const uri of others) this.changed.fire({ uri: vscode.Uri.parse(uri) });
    // An untitled document's name is given anew in the next window.
    await this.memory.update(
      memoryKey,
      next.filter((entry) => !entry.startsWith('untitled:')),
    );
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
    this.listChanged.dispose();
  }
}

function matchesInclude(document: vscode.TextDocument): boolean {
  const { include } = readSettings(document);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return include.some((glob) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ pattern }, document) > 0;
  });
}
