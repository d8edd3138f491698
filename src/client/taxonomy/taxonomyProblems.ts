import * as vscode from 'vscode';
import type { TaxonomyFault } from '../../protocol';
import type { LanguageServer } from '../connection/languageServer';
import type { TaxonomyFile } from './taxonomyFile';
import { showWarning } from '../notices';
import type { Words } from '../settings/words';

/**
 * What is wrong with the user's taxonomy: each at its line among the editor's problems, the first also told at once. The
 * problems go with the file: of one that is deleted or renamed the text still holds, but has no lines to mend.
 */
export class TaxonomyProblems implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('policy-lens-taxonomy');
  private problems: readonly TaxonomyFault[] = [];
  private readonly listeners: readonly vscode.Disposable[];

  constructor(
    server: Pick<LanguageServer, 'onDidReadTaxonomy'>,
    private readonly file: Pick<TaxonomyFile, 'uri' | 'onDidFindOrLose'>,
    private readonly words: Pick<Words, 't'>,
  ) {
    this.listeners = [
      server.onDidReadTaxonomy(({ problems }) => {
        this.problems = problems;
        this.show();
        const [first] = problems;
        const { uri } = file;
        if (first && uri) void tell(uri, first, problems.length, words);
      }),
      file.onDidFindOrLose(() => this.show()),
    ];
  }

  private show(): void {
    this.shown.clear();
    const { uri } = this.file;
    if (!uri || this.problems.length === 0) return;
    const all = this.problems.map(({ line, message }) => {
      const diagnostic = new vscode.Diagnostic(lineRange(line), message, vscode.DiagnosticSeverity.Error);
      diagnostic.source = this.words.t('product');
      return diagnostic;
    });
    this.shown.set(uri, all);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.shown.dispose();
  }
}

async function tell(
  uri: vscode.Uri,
  { file, line, message }: TaxonomyFault,
  count: number,
  words: Pick<Words, 't'>,
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
