import * as vscode from 'vscode';
import { isSilentScheme } from '../connection/candidates';

/** The comparisons (diff editors) in front of their groups, that of the active group first. */
function comparisons(): readonly vscode.TabInputTextDiff[] {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  return [activeTabGroup, ...all]
    .map(({ activeTab }) => activeTab?.input)
    .filter((input) => input instanceof vscode.TabInputTextDiff);
}

function has({ original, modified }: vscode.TabInputTextDiff, uri: vscode.Uri): boolean {
  return [original, modified].some((side) => side.toString() === uri.toString());
}

/**
 * Puts the focus into the side of a comparison that a document is shown on. To show it by its address would put a tab
 * of its own in place of the comparison.
 *
 * @returns its editor there; undefined where no comparison in sight has it, or only one in another column than a tab
 * of its own.
 */
export async function focusInComparison(
  document: vscode.TextDocument,
): Promise<vscode.TextEditor | undefined> {
  const { tabGroups, visibleTextEditors } = vscode.window;
  const shown = comparisons().find((each) => has(each, document.uri));
  const editors = visibleTextEditors.filter((editor) => editor.document === document);
  // The editor names no column for the sides of a comparison.
  const side = editors.find(({ viewColumn }) => viewColumn === undefined);
  if (!shown || !side) return undefined;
  if (shown !== tabGroups.activeTabGroup.activeTab?.input && editors.length > 1) return undefined;
  const isLater = shown.modified.toString() === document.uri.toString();
  const name = isLater ? 'focusPrimarySide' : 'focusSecondarySide';
  await vscode.commands.executeCommand(`workbench.action.compareEditor.${name}`, shown.modified);
  return side;
}

/**
 * What an address stands for in the comparison in front: another version (in Git, for one), which is nobody's document,
 * for the document that it is compared with; any other address for itself.
 */
export function comparedDocument(uri: vscode.Uri): vscode.Uri {
  const [shown] = comparisons();
  if (!isSilentScheme(uri.scheme) || !shown || !has(shown, uri)) return uri;
  return [shown.original, shown.modified].find(({ scheme }) => !isSilentScheme(scheme)) ?? uri;
}

/** Whether the cursor stands in the other side of a comparison in front that has the document on one of its sides. */
export function isCursorInOtherSide(document: vscode.TextDocument): boolean {
  const active = vscode.window.activeTextEditor?.document;
  if (!active || active === document) return false;
  return comparisons().some((each) => has(each, active.uri) && has(each, document.uri));
}

/** Whether a document is the earlier side of a comparison in front. */
export function isEarlierSide({ uri }: vscode.TextDocument): boolean {
  return comparisons().some(({ original }) => original.toString() === uri.toString());
}
