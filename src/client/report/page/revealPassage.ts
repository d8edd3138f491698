import * as vscode from 'vscode';
import { focusInComparison } from '../../documents/comparison';
import { openIn } from '../../documents/encoding';
import { passageIn } from './passage';
import type { ReportedDocument } from '../subjects/subject';

/**
 * Shows a passage of a report's document in a text editor beside the report and selects it.
 *
 * @param from The column of the report.
 */
export async function revealPassage(
  { result, uri }: ReportedDocument,
  start: number,
  end: number,
  from: vscode.ViewColumn | undefined,
): Promise<void> {
  const document = await openIn(uri, result.encoding);
  const found = passageIn(document.getText(), result, start, end);
  const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
  const editors = vscode.window.visibleTextEditors;
  const shown =
    editors.find((editor) => editor.document === document) ??
    editors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== from);
  const viewColumn =
    shown?.viewColumn ?? (from === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
  const editor =
    (await focusInComparison(document)) ?? (await vscode.window.showTextDocument(document, { viewColumn }));
  // The end first, so that the beginning of a long passage is what stands on the screen.
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
