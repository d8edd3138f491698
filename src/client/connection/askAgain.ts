import * as vscode from 'vscode';
import { documentLanguages } from './candidates';
import type { LanguageServer } from './languageServer';

/** Has the editor ask for hints again; nothing while the server does not run. */
export function askForHints(client: LanguageServer['running']): void {
  const feature = client?.getFeature('textDocument/inlayHint');
  for (const provider of providersOf(feature)) provider.onDidChangeInlayHints.fire();
}

/** Has the editor ask for the lines above headings again; nothing while the server does not run. */
export function askForLenses(client: LanguageServer['running']): void {
  const feature = client?.getFeature('textDocument/codeLens');
  for (const provider of providersOf(feature)) provider.onDidChangeCodeLensEmitter.fire();
}

/** What a feature is registered as for the documents that are open: one for each language. */
function providersOf<P>(
  feature: { getProvider(document: vscode.TextDocument): P | undefined } | undefined,
): ReadonlySet<P> {
  const open = vscode.workspace.textDocuments.filter(({ languageId }) =>
    documentLanguages.includes(languageId),
  );
  return new Set(open.flatMap((document) => feature?.getProvider(document) ?? []));
}
