import * as vscode from 'vscode';
import { columnOf } from '../../documents/editors';
import { focusInComparison } from '../../documents/comparison';
import { openIn } from '../../documents/encoding';
import { passageIn } from './passage';
import type { ReportedDocument } from '../subjects/subject';

/** Where a report stands that a passage is opened from, and what it has to do with the other columns. */
export interface Origin {
  /** The report's column. */
  readonly column: vscode.ViewColumn | undefined;
  /** The text that was last opened from it. */
  readonly last: vscode.TextDocument | undefined;
  /** Whether a text is one of the report's. */
  isReported(document: vscode.TextDocument): boolean;
}

/**
 * Shows a passage of a report's document in a text editor beside the report and selects it.
 *
 * @returns the text.
 */
export async function revealPassage(
  { result, uri }: ReportedDocument,
  start: number,
  end: number,
  from: Origin,
): Promise<vscode.TextDocument> {
  const document = await openIn(uri, result.encoding);
  const found = passageIn(document.getText(), result, start, end);
  const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
  const viewColumn = columnFor(document, from);
  const editor =
    (await focusInComparison(document)) ?? (await vscode.window.showTextDocument(document, { viewColumn }));
  // The end first, so that the beginning of a long passage is what stands on the screen.
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return document;
}

/**
 * The column for a text: the one it is in already, else that of the text opened before it, wherever the reader has put
 * that; else one that shows another text of the report. Only where there is none of these it covers something that has
 * nothing to do with the report, and then in the column next to it.
 */
export function columnFor(
  document: vscode.TextDocument,
  { column, last, isReported }: Origin,
): vscode.ViewColumn {
  // The editor names no column for the sides of a comparison.
  const visible = vscode.window.visibleTextEditors.flatMap((editor) =>
    editor.viewColumn === undefined ? [] : [{ shown: editor.document, at: editor.viewColumn }],
  );
  const others = visible.filter(({ at }) => at !== column);
  const kept = [
    visible.find(({ shown }) => shown === document)?.at,
    columnOf(document),
    last && columnOf(last),
    others.find(({ shown }) => isReported(shown))?.at,
  ].find((at) => at !== undefined && at !== column);
  if (kept !== undefined) return kept;
  const own = column ?? vscode.ViewColumn.One;
  const [next] = others.sort((a, b) => Math.abs(a.at - own) - Math.abs(b.at - own) || b.at - a.at);
  return next?.at ?? (own === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
}
