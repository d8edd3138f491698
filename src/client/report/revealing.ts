import * as vscode from 'vscode';

/** The command that shows a file in its folder: by the system's file manager where there is one. */
export function revealing({ scheme }: vscode.Uri): string {
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  return isHere && scheme === 'file' ? 'revealFileInOS' : 'revealInExplorer';
}
