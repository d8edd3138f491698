import * as vscode from 'vscode';

/** Schemes of our own pages; the gate leaves them out, so that they are not analysed themselves. */
export type VirtualScheme = 'policy-lens-taxonomy' | 'policy-lens-explain';

/** Most pages kept for each scheme; an older one reads as empty, which only a tab restored by the editor can meet. */
const kept = 50;

/** Read-only Markdown pages of our own. */
export class VirtualDocuments implements vscode.Disposable {
  private readonly contents = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[] = [];

  constructor(private readonly missing: (uri: vscode.Uri) => Promise<string> | string) {
    const provider: vscode.TextDocumentContentProvider = {
      onDidChange: this.changed.event,
      provideTextDocumentContent: (uri) => this.contents.get(uri.toString()) ?? this.missing(uri),
    };
    const schemes: readonly VirtualScheme[] = ['policy-lens-taxonomy', 'policy-lens-explain'];
    for (const scheme of schemes)
      this.disposables.push(vscode.workspace.registerTextDocumentContentProvider(scheme, provider));
  }

  /** Puts a page in place. @param name File name without extension; shown on the tab. */
  put(scheme: VirtualScheme, name: string, markdown: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${name.replace(/[/\\?#%]/g, ' ')}.md` });
    this.contents.delete(uri.toString());
    this.contents.set(uri.toString(), markdown);
    if (this.contents.size > kept) this.contents.delete([...this.contents.keys()][0] ?? '');
    this.changed.fire(uri);
    return uri;
  }

  /** Shows a page beside the text, rendered where the editor can render Markdown. */
  async show(uri: vscode.Uri): Promise<void> {
    const { activeTab, viewColumn } = vscode.window.tabGroups.activeTabGroup;
    const isOnPage = activeTab?.input instanceof vscode.TabInputWebview;
    const isFirst = viewColumn === vscode.ViewColumn.One;
    try {
      // From a page to a page in the same column; from the text to the column beside it. The command knows the
      // columns of texts only: beside a page means beside the column before it.
      if (isOnPage && !isFirst) await vscode.commands.executeCommand('workbench.action.focusPreviousGroup');
      const command = isOnPage && isFirst ? 'markdown.showPreview' : 'markdown.showPreviewToSide';
      await vscode.commands.executeCommand(command, uri);
    } catch {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }
  }

  dispose(): void {
    this.changed.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }
}
