import type * as vscode from 'vscode';
import type { Sidecar } from '../../core/suppress/model';
import { onDidSaveAs, untitledLike } from '../documents/savedAs';

/** Most texts of closed untitled documents that wait to be recognised when they were saved under a name. */
const waiting = 8;

/** What is said of the text that a file was just saved from, under its first name or another. */
export class SavedTexts implements vscode.Disposable {
  private readonly closedUntitled: { readonly text: string; readonly sidecar: Sidecar }[] = [];
  /** By the address of the file that was saved from another; the other is soon closed. */
  private readonly inherited = new Map<string, Sidecar>();
  private readonly listener: vscode.Disposable;

  /**
   * @param known What is said of open documents, by their addresses.
   * @param onSaved A document has what is said of another from now on, which {@link takeFor} gives.
   */
  constructor(
    private readonly known: ReadonlyMap<string, Sidecar>,
    onSaved: (document: vscode.TextDocument) => void,
  ) {
    // A file of a new name is opened before it has its text.
    this.listener = onDidSaveAs((saved, from) => {
      const sidecar = this.knownOf(from.filter(({ isUntitled }) => !isUntitled));
      if (sidecar) this.inherited.set(saved.uri.toString(), sidecar);
      if (sidecar || from.some(({ isUntitled }) => isUntitled)) onSaved(saved);
    });
  }

  /** An untitled document was closed, perhaps because it has a name now. */
  closed(document: vscode.TextDocument, sidecar: Sidecar): void {
    const text = document.getText();
    if (text === '') return;
    this.closedUntitled.push({ text, sidecar });
    if (this.closedUntitled.length > waiting) this.closedUntitled.shift();
  }

  /** A file has what is said of it from elsewhere than the text that it was saved from. */
  forget(uri: vscode.Uri): void {
    this.inherited.delete(uri.toString());
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

  private knownOf(documents: readonly vscode.TextDocument[]): Sidecar | undefined {
    const open = documents.find(({ uri }) => this.known.has(uri.toString()));
    return open && this.known.get(open.uri.toString());
  }

  dispose(): void {
    this.listener.dispose();
  }
}
