import * as vscode from 'vscode';
import { documentLanguages, isSilentScheme, isUserDocument } from '../connection/candidates';
import { columnOf, isPageInFront, visibleEditor } from './editors';

/**
 * The document that the views and the status bar speak about: the one in the active editor. It stays while the focus
 * is in an output, an input box or a view, as long as it is visible; and while a page that is no text is in front,
 * such as a report or the walkthrough, as long as it has a tab.
 */
export class CurrentDocument implements vscode.Disposable {
  /** The document spoken of last: while tabs move it may be out of sight for a moment, and comes back. */
  private last: vscode.TextDocument | undefined;
  private chosen = this.choose();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor() {
    const update = (): void => {
      const next = this.choose();
      if (next === this.chosen) return;
      this.chosen = next;
      this.changed.fire();
    };
    this.listeners = [
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
      vscode.window.tabGroups.onDidChangeTabs(update),
      vscode.window.tabGroups.onDidChangeTabGroups(update),
      // A change of language closes and opens the document under the same editor.
      vscode.workspace.onDidOpenTextDocument(update),
      vscode.workspace.onDidCloseTextDocument(update),
    ];
  }

  get document(): vscode.TextDocument | undefined {
    return this.chosen === 'version' ? undefined : this.chosen;
  }

  /** Whether, with no document to speak of, a version of one that Git keeps is in front. */
  get isVersion(): boolean {
    return this.chosen === 'version';
  }

  /** The editor in which the current document is visible; the active one first. */
  get editor(): vscode.TextEditor | undefined {
    return this.document && visibleEditor(this.document);
  }

  private choose(): Choice {
    const active = vscode.window.activeTextEditor?.document;
    if (active && isUserDocument(active)) return (this.last = active);
    // A program text in the active editor is a real change of subject; an output or an input box is not.
    if (active && !isSilentScheme(active.uri.scheme)) return (this.last = undefined);
    if (this.last && staysInSight(this.last)) return this.last;
    return active?.uri.scheme === 'git' && documentLanguages.includes(active.languageId)
      ? 'version'
      : undefined;
  }

  dispose(): void {
    this.changed.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

/** A version that Git keeps is no document, but not nothing either. */
type Choice = vscode.TextDocument | 'version' | undefined;

function staysInSight(document: vscode.TextDocument): boolean {
  if (document.isClosed || !isUserDocument(document)) return false;
  const isVisible = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  return isVisible || (isPageInFront() && columnOf(document) !== undefined);
}
