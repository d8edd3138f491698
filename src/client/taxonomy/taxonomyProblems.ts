import * as vscode from 'vscode';
import type { LanguageServer } from '../connection/languageServer';
import type { TaxonomyFile } from './taxonomyFile';
import { showWarning } from '../notices';
import type { Words } from '../settings/words';

/** What is wrong with the user's taxonomy: each at its line among the editor's problems, the first also told at once. */
export class TaxonomyProblems implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('policy-lens-taxonomy');
  private readonly listener: vscode.Disposable;

  constructor(server: LanguageServer, file: TaxonomyFile, words: Words) {
    this.listener = server.onDidReadTaxonomy(({ problems }) => {
      this.shown.clear();
      const [first] = problems;
      const uri = file.uri;
      if (!first || !uri) return;
      const all = problems.map(({ line, message }) => {
        const diagnostic = new vscode.Diagnostic(lineRange(line), message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = words.t('product');
        return diagnostic;
      });
      this.shown.set(uri, all);
      void tell(uri, first, problems.length, words);
    });
  }

  dispose(): void {
    this.listener.dispose();
    this.shown.dispose();
  }
}

async function tell(
  uri: vscode.Uri,
  { file, line, message }: { readonly file: string; readonly line: number; readonly message: string },
  count: number,
  words: Words,
): Promise<void> {
  const open = words.t('client.taxonomy.open');
  const chosen = await showWarning(words.t('client.taxonomy.problems', file, count, line, message), open);
  if (chosen !== open) return;
  const { start } = lineRange(line);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(start, start) });
}

/** A line, counted from 1, up to its end however long it is. */
function lineRange(line: number): vscode.Range {
  return new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
}
