import * as vscode from 'vscode';

/** Schemes of our own pages; the gate leaves them out, so that they are not analysed themselves. */
type VirtualScheme = 'policy-lens-taxonomy' | 'policy-lens-explain';

/** Most explanations kept; what stands in the place of an older one only a tab restored by the editor can meet. */
const kept = 50;

/** Read-only Markdown pages of our own. Entries of the taxonomy follow it; an explanation stays what it was. */
export class VirtualDocuments implements vscode.Disposable {
  private readonly explanations = new Map<string, string>();
  /** Entries that were asked for, by address. */
  private readonly entries = new Map<string, vscode.Uri>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[] = [];

  /**
   * @param entry The page of a taxonomy entry, by the words its name begins with: its code.
   * @param forgotten What stands in the place of an explanation that is not kept any more.
   * @param outdated Taxonomy or language are others.
   */
  constructor(
    entry: (code: string) => Promise<string>,
    forgotten: () => string,
    outdated: readonly vscode.Event<void>[],
  ) {
    const onDidChange = this.changed.event;
    const register = (scheme: VirtualScheme, page: (uri: vscode.Uri) => Promise<string> | string): void => {
      const provider = { onDidChange, provideTextDocumentContent: page };
      this.disposables.push(vscode.workspace.registerTextDocumentContentProvider(scheme, provider));
    };
    register('policy-lens-taxonomy', (uri) => {
      this.entries.set(uri.toString(), uri);
      return entry(/[^/ ]+/.exec(uri.path)?.[0] ?? '');
    });
    register('policy-lens-explain', (uri) => this.explanations.get(uri.toString()) ?? forgotten());
    for (const event of outdated) this.disposables.push(event(() => void this.renewEntries()));
  }

  /** Where an explanation stands from now on. @param name File name without extension; shown on the tab. */
  explanation(name: string, markdown: string): vscode.Uri {
    const uri = addressOf('policy-lens-explain', name);
    this.explanations.delete(uri.toString());
    this.explanations.set(uri.toString(), markdown);
    if (this.explanations.size > kept) this.explanations.delete([...this.explanations.keys()][0] ?? '');
    this.changed.fire(uri);
    return uri;
  }

  /** Where an entry of the taxonomy stands. @param label Begins with its code; shown on the tab. */
  entry(label: string): vscode.Uri {
    return addressOf('policy-lens-taxonomy', label);
  }

  private async renewEntries(): Promise<void> {
    if (this.entries.size === 0) return;
    for (const uri of this.entries.values()) this.changed.fire(uri);
    // A rendered page asks for its text only now: the text behind it is closed after a while.
    await vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
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

function addressOf(scheme: VirtualScheme, name: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${name.replace(/[/\\?#%]/g, ' ')}.md` });
}
