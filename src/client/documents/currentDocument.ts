import * as vscode from 'vscode';
import { documentLanguages, isSilentScheme, isUserDocument } from '../connection/candidates';

/**
 * The document that the views and the status bar speak about: the one in the active editor. It stays while the focus
 * is in an output, an input box or a view, as long as it is visible; and while a page that is no text is in front,
 * such as a report or the walkthrough, as long as it has a tab.
 */
export class CurrentDocument implements vscode.Disposable {
  private chosen = choose(undefined);
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor() {
    const update = (): void => {
      const next = choose(this.chosen);
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

  dispose(): void {
    this.changed.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

/** A version that Git keeps is no document, but not nothing either. */
type Choice = vscode.TextDocument | 'version' | undefined;

function choose(previous: Choice): Choice {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isUserDocument(active)) return active;
  // A program text in the active editor is a real change of subject; an output or an input box is not.
  if (active && !isSilentScheme(active.uri.scheme)) return undefined;
  if (previous && previous !== 'version' && staysInSight(previous)) return previous;
  return active?.uri.scheme === 'git' && documentLanguages.includes(active.languageId)
    ? 'version'
    : undefined;
}

function staysInSight(document: vscode.TextDocument): boolean {
  if (document.isClosed || !isUserDocument(document)) return false;
  const isVisible = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  return isVisible || (isPageInFront() && columnOf(document) !== undefined);
}

/** The editor in which a document is visible; the active one first, as it may be visible in several columns. */
export function visibleEditor(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const { activeTextEditor: active, visibleTextEditors } = vscode.window;
  return active?.document === document
    ? active
    : visibleTextEditors.find((editor) => editor.document === document);
}

/** Whether the active tab shows a report, the walkthrough, the settings or another page that is no document. */
export function isPageInFront(): boolean {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  // The editor names no kind of input for its own pages.
  return tab !== undefined && (tab.input === undefined || tab.input instanceof vscode.TabInputWebview);
}

/**
 * The column of a document's tab, which may lie behind another; undefined where it has none: a document outlives its
 * tab for a while, though who has closed it is done with it.
 */
export function columnOf({ uri }: vscode.TextDocument): vscode.ViewColumn | undefined {
  const key = uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputText && input.uri.toString() === key) ||
        (input instanceof vscode.TabInputTextDiff && input.modified.toString() === key),
    ),
  )?.viewColumn;
}
