import * as vscode from 'vscode';
import type { Sidecar } from '../../core/suppress/model';
import { untitledLike } from '../documents/untitledLike';

/** Most texts of closed untitled documents that wait to be recognised when they were saved under a name. */
const waiting = 8;

/**
 * Which text a file was just saved from, under its first name or another, and what is said of that text. The editor
 * tells of files that are made and of texts that are saved, not that one was saved as the other.
 */
export class SavedTexts implements vscode.Disposable {
  private readonly closedUntitled: { readonly text: string; readonly sidecar: Sidecar }[] = [];
  /** Files that were made in this window and not saved since: a text saved as another begins as one. */
  private readonly created = new Set<string>();
  /** By the address of the file that was saved. */
  private readonly inherited = new Map<string, Sidecar>();
  private readonly listeners: readonly vscode.Disposable[];

  /**
   * @param known What is said of open documents, by their addresses.
   * @param onSaved A document has what is said of another from now on, which {@link takeFor} gives.
   */
  constructor(
    private readonly known: ReadonlyMap<string, Sidecar>,
    onSaved: (document: vscode.TextDocument) => void,
  ) {
    this.listeners = [
      vscode.workspace.onDidCreateFiles(({ files }) => {
        for (const uri of files) this.created.add(uri.toString());
      }),
      // A file of a new name is opened before it has its text.
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.inherits(document) || untitledLike(document).length > 0) onSaved(document);
      }),
    ];
  }

  /** An untitled document was closed, perhaps because it has a name now. */
  closed(document: vscode.TextDocument, sidecar: Sidecar): void {
    const text = document.getText();
    if (text === '') return;
    this.closedUntitled.push({ text, sidecar });
    if (this.closedUntitled.length > waiting) this.closedUntitled.shift();
  }

  /** What is said of the text that a document was just saved from, or of itself before its language was another; once. */
  takeFor(document: vscode.TextDocument): Sidecar | undefined {
    const uri = document.uri.toString();
    const inherited = this.inherited.get(uri);
    this.inherited.delete(uri);
    const found = inherited ?? this.takeClosed(document.getText());
    if (found) return found;
    // Saved under a name while the untitled document is still open.
    return this.knownOf(untitledLike(document));
  }

  /** What was said of a closed untitled document with this text. */
  private takeClosed(text: string): Sidecar | undefined {
    const index = this.closedUntitled.findIndex((candidate) => candidate.text === text);
    return index < 0 ? undefined : this.closedUntitled.splice(index, 1)[0]?.sidecar;
  }

  /**
   * Whether a file of a new name was just saved from another file's text. What is said of that one is kept now: the
   * editor gives it back its saved text in a moment, and closes it.
   */
  private inherits(document: vscode.TextDocument): boolean {
    const uri = document.uri.toString();
    const text = document.getText();
    if (!this.created.delete(uri) || text === '') return false;
    const others = vscode.workspace.textDocuments.filter(
      (other) => other !== document && !other.isUntitled && other.getText() === text,
    );
    const sidecar = this.knownOf(others);
    if (sidecar) this.inherited.set(uri, sidecar);
    return sidecar !== undefined;
  }

  private knownOf(documents: readonly vscode.TextDocument[]): Sidecar | undefined {
    const open = documents.find(({ uri }) => this.known.has(uri.toString()));
    return open && this.known.get(open.uri.toString());
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }
}
