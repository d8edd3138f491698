import * as vscode from 'vscode';
import { focusInComparison } from './comparison';

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
  return tabsOf({ uri })[0]?.group.viewColumn;
}

/** The tabs of a document, comparisons with an older state of it among them. */
export function tabsOf({ uri }: Pick<vscode.TextDocument, 'uri'>): readonly vscode.Tab[] {
  const key = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        (input instanceof vscode.TabInputText && input.uri.toString() === key) ||
        (input instanceof vscode.TabInputTextDiff && input.modified.toString() === key),
    );
}

/** The editor of a document with the focus, opened if need be. */
export async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const compared = await focusInComparison(document);
  if (compared) return compared;
  const column = visibleEditor(document)?.viewColumn ?? columnOf(document) ?? vscode.ViewColumn.Active;
  return vscode.window.showTextDocument(document, column);
}

/** Shows a place and puts the cursor at its beginning; the whole place is selected where asked. */
export async function reveal(
  document: vscode.TextDocument,
  range: vscode.Range,
  select = false,
): Promise<void> {
  const editor = await editorOf(document);
  const valid = document.validateRange(range);
  editor.selection = select
    ? new vscode.Selection(valid.start, valid.end)
    : new vscode.Selection(valid.start, valid.start);
  editor.revealRange(valid, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
