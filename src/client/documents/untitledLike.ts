import * as vscode from 'vscode';

/** The untitled documents with the same text, none for an empty one: a file just saved was saved from one of them. */
export function untitledLike(saved: vscode.TextDocument): readonly vscode.TextDocument[] {
  const text = saved.getText();
  if (saved.isUntitled || text === '') return [];
  return vscode.workspace.textDocuments.filter(
    (document) => document.isUntitled && document.getText() === text,
  );
}
