import * as vscode from 'vscode';
import type { LanguageServer } from '../../connection/languageServer';
import { sidecarFolder } from '../../../files/sidecarFolder';
import { documentSegments } from '../../sidecar/paths';
import { patternsOf } from './listFiles';
import { globOf, textsOf } from './scope';
import type { WorkspaceSubject } from './workspaceSubject';

/** Milliseconds of quiet until changed files are read: a checkout changes many at once. */
const settle = 400;
/** How many restarts of the server a report follows: it must not keep a server down that breaks off over its texts. */
const mostRestarts = 2;

/**
 * Keeps a workspace's report current while it lives: changed files are read again, new ones taken in, deleted ones
 * let go, renamed ones kept under their new names; where the analysis itself is another, everything is read again.
 */
export class Watch implements vscode.Disposable {
  private readonly changed = new Set<string>();
  private readonly listeners: readonly vscode.Disposable[];
  /** Of the files, as the folders and settings have it. */
  private watchers: vscode.Disposable[] = [];
  private readonly stop = new vscode.CancellationTokenSource();
  /** Ends the reading of everything that is under way. */
  private reading: vscode.CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOutdated = false;
  private restarts = 0;
  private running: Promise<unknown>;

  /**
   * @param first The first reading: what changes meanwhile is read after it.
   * @param outdated Fires where what was analysed no longer holds.
   * @param said Fire where something else is said of a document: no file is changed by what is kept in memory, nor by
   * “analyse anyway”.
   * @param server When it runs again, it is asked for the answers it still owes; its log takes what goes wrong.
   */
  constructor(
    private readonly subject: WorkspaceSubject,
    first: Promise<unknown>,
    outdated: vscode.Event<unknown>,
    said: readonly vscode.Event<{ readonly uri: vscode.Uri }>[],
    private readonly server: Pick<LanguageServer, 'onDidChangeState' | 'logError'>,
  ) {
    this.running = first.catch(() => undefined);
    this.listeners = [
      outdated(() => {
        this.isOutdated = true;
        this.reading?.cancel();
        // There may be other folders now, and other files that are read.
        this.followAll();
        this.later();
      }),
      ...said.map((event) =>
        event(({ uri }) => {
          if (subject.has(uri)) this.readAgain(uri);
        }),
      ),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        if (!subject.move(files)) return;
        // A chosen file is followed by its name.
        this.followAll();
        this.later();
      }),
      server.onDidChangeState((state) => {
        if (state !== 'running' || !subject.isUnanswered || this.restarts === mostRestarts) return;
        this.restarts++;
        this.later();
      }),
    ];
    this.followAll();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stop.cancel();
    this.stop.dispose();
    this.reading?.cancel();
    for (const listener of this.listeners) listener.dispose();
    for (const watcher of this.watchers) watcher.dispose();
  }

  private followAll(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.follow(folder);
    // Read whatever the settings leave out, and so followed whatever they leave out.
    for (const text of textsOf(this.subject.scope)) {
      const folder = vscode.workspace.getWorkspaceFolder(text);
      if (folder) this.followFiles(folder, globOf(folder.uri, text), (uri) => uri);
    }
  }

  private follow(folder: vscode.WorkspaceFolder): void {
    for (const pattern of patternsOf(folder).include) this.followFiles(folder, pattern, (uri) => uri);
    this.followFiles(folder, '**/{.gitignore,metadata.csv}', () => undefined);
    this.followFolders(folder);
    this.followFiles(folder, `${sidecarFolder.join('/')}/**/*.json`, (uri) => {
      const segments = documentSegments(folder.uri.path, uri.path);
      return segments ? vscode.Uri.joinPath(folder.uri, ...segments) : undefined;
    });
  }

  /** @param document The document to be read again where such a file changes. */
  private followFiles(
    folder: vscode.WorkspaceFolder,
    pattern: string,
    document: (uri: vscode.Uri) => vscode.Uri | undefined,
  ): void {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern));
    const note = (uri: vscode.Uri): void => {
      this.readAgain(document(uri));
    };
    this.watchers.push(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
    );
  }

  /** A folder that goes is told as one, without the documents in it, and so may one be that comes. */
  private followFolders(folder: vscode.WorkspaceFolder): void {
    const pattern = new vscode.RelativePattern(folder, '**');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true);
    this.watchers.push(
      watcher,
      watcher.onDidCreate((uri) => {
        void isFolder(uri).then((is) => {
          if (is && !this.stop.token.isCancellationRequested) this.later();
        });
      }),
      watcher.onDidDelete((uri) => {
        if (this.subject.hasBelow(uri)) this.later();
      }),
    );
  }

  /** @param document Undefined where all files are to be listed anew, and none of them is another. */
  private readAgain(document: vscode.Uri | undefined): void {
    if (document) this.changed.add(document.toString());
    this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.update()).catch(this.server.logError);
    }, settle);
  }

  private async update(): Promise<void> {
    const { token } = this.stop;
    if (token.isCancellationRequested) return;
    const now = new Set(this.changed);
    this.changed.clear();
    if (!this.isOutdated) return this.subject.update(now, token);
    this.isOutdated = false;
    await this.readAll();
  }

  /** Where the analysis is another once more, the rest is not read for nothing, and nothing is told of half of it. */
  private async readAll(): Promise<void> {
    const source = new vscode.CancellationTokenSource();
    this.reading = source;
    try {
      await this.subject.run(source.token, undefined, () => this.isOutdated);
    } finally {
      this.reading = undefined;
      source.dispose();
    }
  }
}

/** False where it is gone again, too. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
