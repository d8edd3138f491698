import * as vscode from 'vscode';
import { decode } from '../../files/decode';
import type { ServerSettings } from '../../protocol';
import { section } from '../settings/settings';
import type { Words } from '../settings/words';
import { baseName } from '../../core/text/fileName';
import { showWarning } from '../notices';

/** The user's taxonomy named by `policyLens.taxonomy`: read in trusted workspaces only, and again when it changes. */
export class TaxonomyFile implements vscode.Disposable {
  private file: ServerSettings['taxonomy'] = null;
  private watcher: vscode.FileSystemWatcher | undefined;
  private watched = '';
  private loads = 0;
  private isMissing = false;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly foundOrLost = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  readonly onDidChange = this.changed.event;
  /** What was read last has no file any more, or has it again. */
  readonly onDidFindOrLose = this.foundOrLost.event;

  constructor(private readonly words: Words) {
    this.listeners = [
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.load()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.taxonomy`)) void this.load();
      }),
    ];
  }

  get current(): ServerSettings['taxonomy'] {
    return this.file;
  }

  /** Where the file is; null where there is none, or none is to be read or could be read the last time. */
  get uri(): vscode.Uri | null {
    return this.isMissing ? null : taxonomyUri();
  }

  /** Reads the file; fires when what is read differs, or can no longer be read. */
  async load(): Promise<void> {
    const uri = taxonomyUri();
    this.watch(uri);
    const load = ++this.loads;
    const file = uri && (await this.read(uri));
    // Another was begun meanwhile, perhaps of another file, and may have ended before this one.
    if (load !== this.loads) return;
    const wasMissing = this.isMissing;
    this.isMissing = file === undefined;
    if (file !== undefined && (file?.file !== this.file?.file || file?.text !== this.file?.text)) {
      this.file = file;
      this.changed.fire();
    } else if (this.isMissing !== wasMissing) this.foundOrLost.fire();
  }

  /** Undefined where the file cannot be read: the last good one stays. */
  private async read(uri: vscode.Uri): Promise<ServerSettings['taxonomy'] | undefined> {
    const file = vscode.workspace.asRelativePath(uri);
    try {
      const decoded = decode(await vscode.workspace.fs.readFile(uri));
      if ('text' in decoded) return { file, text: decoded.text };
    } catch {
      // Told as what is no text is.
    }
    void showWarning(this.words.t('client.taxonomy.unreadable', file));
    return undefined;
  }

  private watch(uri: vscode.Uri | null): void {
    const key = uri?.toString() ?? '';
    if (key === this.watched) return;
    this.watched = key;
    this.watcher?.dispose();
    this.watcher = undefined;
    if (!uri) return;
    this.watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), baseName(uri.path)),
    );
    this.watcher.onDidChange(() => void this.load());
    this.watcher.onDidCreate(() => void this.load());
    // What is no longer there is told; a file that was only written anew is there again by now.
    this.watcher.onDidDelete(() => void this.load());
  }

  dispose(): void {
    this.watcher?.dispose();
    this.changed.dispose();
    this.foundOrLost.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

function taxonomyUri(): vscode.Uri | null {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const path = vscode.workspace.getConfiguration(section).get<string>('taxonomy')?.trim();
  return path && folder && vscode.workspace.isTrusted ? vscode.Uri.joinPath(folder.uri, path) : null;
}
