/** What the integration tests do with an editor. They wait for events, never for time. */
import * as vscode from 'vscode';
import type { PolicyLensApi } from '../../src/client/api';
import type { Occurrence, Overview } from '../../src/protocol';
import { ok } from './assert';

/** The sample memos. */
export const samples = {
  gaps: '01-有缺口的备忘录.policy.md',
  complete: '02-完整的实施方案.policy.md',
  report: '03-调研报告.md',
  software: '04-不是政策文本.md',
} as const;

/** The extension's interface, once it is active. */
export async function policyLens(): Promise<PolicyLensApi> {
  const extension = vscode.extensions.getExtension<PolicyLensApi>('policy-lens.policy-lens');
  ok(extension, 'the extension is not installed');
  return extension.activate();
}

/** A file of the workspace: of its first folder, which holds the samples, or of its second, which is turned off. */
export function fileUri(name: string, index = 0): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[index];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Waits until both folders are there: on a slow machine the editor reads the file that names them after it has begun. */
export async function foldersOpen(): Promise<void> {
  await eventually(vscode.workspace.onDidChangeWorkspaceFolders, () =>
    vscode.workspace.workspaceFolders?.length === 2 ? true : undefined,
  );
}

/** Shows a document and waits until it has been analysed, or will not be. */
export async function show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  await idle(document);
  return editor;
}

/** Opens a file of the workspace. */
export async function open(name: string, index = 0): Promise<vscode.TextEditor> {
  return show(await vscode.workspace.openTextDocument(fileUri(name, index)));
}

/** Opens a new document that has no file. */
export async function openNew(language: string, content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await show(document);
  if (document.getText() !== content) {
    // VS Code sometimes gives a new document the text of the one of the same name that was closed just before.
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), content));
    await idle(document);
  }
  return editor;
}

/** Waits until the document's current version has been analysed and shown. */
export async function idle(document: vscode.TextDocument): Promise<void> {
  await (await policyLens()).whenIdle(document.uri.toString());
}

/** What the panel shows of a document that must be analysed. */
export async function overview(document: vscode.TextDocument): Promise<Overview> {
  await idle(document);
  const found = (await policyLens()).overview(document.uri.toString());
  ok(found, 'nothing is known of the document');
  return found;
}

/** Every tag the panel lists. */
export function occurrences({ covered, problems }: Overview): Occurrence[] {
  return [...covered, ...problems].flatMap((item) => item.occurrences);
}

/** A range of the protocol as the editor's. */
export function toRange({ start, end }: Occurrence['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Inside the first occurrence of a word. */
export function placeOf(document: vscode.TextDocument, word: string): vscode.Position {
  const at = document.getText().indexOf(word);
  ok(at >= 0, `no ${word} in the document`);
  return document.positionAt(at + 1);
}

/** Settles with the first value that is there when an event fires, or at once. The test's own time limit ends it. */
export function eventually<T>(event: vscode.Event<unknown>, read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const check = () => {
      const value = read();
      if (value === undefined) return;
      listener.dispose();
      resolve(value);
    };
    const listener = event(check);
    check();
  });
}

/** Diagnostics of a document, once they are as wanted. */
export function diagnostics(
  document: vscode.TextDocument,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return wanted(found) ? found : undefined;
  });
}

/** The id of the rule behind a diagnostic. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Runs with a setting, and puts it back. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = () => vscode.workspace.getConfiguration('policyLens');
  await settings().update(key, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Throws away the changes of the editor in front and closes it. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors)
    if (document.isDirty) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The text of all hovers at a position. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The labels of the hints in the whole document. */
export async function hintLabels(document: vscode.TextDocument): Promise<string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map((part) => part.value).join(''),
  );
}

/** What the extension tells in messages while something runs; of choices it gets the first. */
export async function messages(run: () => Thenable<unknown>): Promise<string[]> {
  const told: string[] = [];
  const { showInformationMessage, showErrorMessage, showQuickPick } = vscode.window;
  const choose = (items: readonly unknown[]): Promise<unknown> => Promise.resolve(items[0]);
  const tell = (message: string): Promise<undefined> => {
    told.push(message);
    return Promise.resolve(undefined);
  };
  // The same object as the extension's own: the tests are loaded on its behalf.
  Object.assign(vscode.window, {
    showInformationMessage: tell,
    showErrorMessage: tell,
    showQuickPick: choose,
  });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showInformationMessage, showErrorMessage, showQuickPick });
  }
  return told;
}
