import * as vscode from 'vscode';

/**
 * Calls back when a text was saved under its first name, or another one, with the documents that it may have been saved
 * from: those with the same text. The editor tells of files that are made and of texts that are saved, not that one was
 * saved as the other. It gives a text that was saved as another its saved words back in a moment, and closes it.
 */
export function onDidSaveAs(
  listener: (saved: vscode.TextDocument, from: readonly vscode.TextDocument[]) => void,
): vscode.Disposable {
  /** Files that were made in this window and not saved since: a text saved as another begins as one. */
  const created = new Set<string>();
  const listeners = [
    vscode.workspace.onDidCreateFiles(({ files }) => {
      for (const uri of files) created.add(uri.toString());
    }),
    vscode.workspace.onDidSaveTextDocument((saved) => {
      const from = created.delete(saved.uri.toString()) ? sameText(saved) : untitledLike(saved);
      if (from.length > 0) listener(saved, from);
    }),
  ];
  return { dispose: () => listeners.forEach((each) => each.dispose()) };
}

/** The untitled documents with the same text, none for an empty one: a file just saved was saved from one of them. */
export function untitledLike(saved: vscode.TextDocument): readonly vscode.TextDocument[] {
  return sameText(
    saved,
    vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled),
  );
}

/** The editor puts a text together anew each time that it is read: no others are than have to be. */
function sameText(
  saved: vscode.TextDocument,
  others: readonly vscode.TextDocument[] = vscode.workspace.textDocuments,
): readonly vscode.TextDocument[] {
  if (saved.isUntitled || others.length === 0) return [];
  const text = saved.getText();
  return text === '' ? [] : others.filter((other) => other !== saved && other.getText() === text);
}
