import * as vscode from 'vscode';
import type { Sidecar } from '../../core/suppress/model';
import { DidChangeSidecar } from '../../protocol';
import { isUserDocument } from '../connection/candidates';
import type { LanguageServer } from '../connection/languageServer';
import { sidecarFolder } from '../../files/sidecarFolder';
import { liesIn, movedBy, type Move } from '../documents/movedUri';
import { find, isReadOnly } from '../documents/openDocuments';
import type { Words } from '../settings/words';
import { applyChange, type SidecarChange } from './change';
import { emptySidecar, isEmpty } from './format';
import { documentSegments } from './paths';
import { SavedTexts } from './savedTexts';
import {
  readSidecar,
  SidecarError,
  sidecarPlace,
  sidecarUri,
  writeSidecar,
  type NoPlace,
} from './sidecarFiles';
import { showError } from '../notices';

/** Where a change was kept: in the sidecar, or in memory and why not there; `refused`: it was not. */
export type Kept = 'file' | NoPlace | 'refused';

/**
 * What is stored beside the open documents. Every change reads the file anew, so that two windows do not undo each
 * other; a file that cannot be read is named and never written over.
 */
export class Sidecars implements vscode.Disposable {
  private readonly known = new Map<string, Sidecar>();
  /** What is said of documents, open or closed, that had no place to write it. */
  private readonly memory = new Map<string, Sidecar>();
  /** Changes and reads of one document, one after the other. */
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly savedTexts = new SavedTexts(this.known, (document) => void this.load(document));
  private readonly complained = new Set<string>();
  private following = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly disposables: vscode.Disposable[];
  /** The server has been told of another sidecar of this document. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly words: Words,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${sidecarFolder.join('/')}/**/*.json`);
    const reread = (file: vscode.Uri): void => {
      const document = documentOf(file);
      if (document) void this.load(document);
    };
    const loadOpen = (): void =>
      vscode.workspace.textDocuments.forEach((document) => void this.load(document));
    this.disposables = [
      watcher,
      this.savedTexts,
      watcher.onDidChange(reread),
      watcher.onDidCreate(reread),
      watcher.onDidDelete(reread),
      vscode.workspace.onDidOpenTextDocument((document) => void this.load(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.close(document)),
      // Where file events stay away (some remote and virtual file systems), coming back reads anew.
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) void this.load(editor.document);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) vscode.window.visibleTextEditors.forEach(({ document }) => void this.load(document));
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.follow(files)),
      vscode.workspace.onDidGrantWorkspaceTrust(loadOpen),
      // An open document may stand in a folder of the workspace now.
      vscode.workspace.onDidChangeWorkspaceFolders(loadOpen),
      server.onDidChangeState((state) => {
        if (state !== 'running') return;
        for (const [uri, sidecar] of this.known) server.notify(DidChangeSidecar, { uri, sidecar });
        loadOpen();
      }),
    ];
  }

  get(uri: string): Sidecar {
    return this.known.get(uri) ?? this.memory.get(uri) ?? emptySidecar;
  }

  /**
   * What is said of a file that need not be open; of one that cannot be read only what is known.
   *
   * @param isThere Whether there is a sidecar, for who reads many and has listed them.
   */
  async read(document: vscode.Uri, isThere: (sidecar: vscode.Uri) => boolean = () => true): Promise<Sidecar> {
    const uri = document.toString();
    const file = sidecarUri(document);
    if (!file || this.known.has(uri) || !isThere(file)) return this.get(uri);
    try {
      return this.withMemory(uri, (await readSidecar(file)).sidecar);
    } catch (error) {
      this.server.log.warn(String(error));
      return this.get(uri);
    }
  }

  /** Makes a change and keeps it; `refused` (and told) where the file cannot be read or written. */
  change(document: vscode.TextDocument, change: SidecarChange): Promise<Kept> {
    return this.inTurn(document, async () => {
      const file = sidecarPlace(document.uri);
      const uri = document.uri.toString();
      if (typeof file === 'string') {
        const sidecar = applyChange(this.get(uri), change);
        this.memory.set(uri, sidecar);
        this.set(document, sidecar);
        return file;
      }
      try {
        const before = await readSidecar(file);
        const sidecar = applyChange(this.withMemory(uri, before.sidecar), change);
        await writeSidecar(file, { ...before, sidecar });
        this.memory.delete(uri);
        this.set(document, sidecar);
        return 'file';
      } catch (error) {
        this.complain(file, error, true);
        return 'refused';
      }
    });
  }

  /** Reads the document's sidecar, if it has one, and tells the server. */
  async load(document: vscode.TextDocument): Promise<void> {
    if (!isUserDocument(document) || this.server.running === undefined) return;
    await this.inTurn(document, async () => {
      const file = sidecarUri(document.uri);
      const uri = document.uri.toString();
      const unwritten = this.memory.get(uri);
      if (!file || (isReadOnly(document.uri) && unwritten)) {
        // The same untitled document again, after a change of its language, or its file where nothing can be stored.
        const before = unwritten ?? this.savedTexts.takeFor(document);
        if (!before) return;
        this.memory.set(uri, before);
        this.set(document, before);
        return;
      }
      try {
        const content = await readSidecar(file);
        this.complained.delete(file.toString());
        const isFirst = isEmpty(content);
        // What is stored under its name already is its own, also when nothing of it is left one day.
        if (!isFirst) this.savedTexts.forget(document.uri);
        const saved = isFirst ? this.savedTexts.takeFor(document) : undefined;
        const sidecar = this.withMemory(uri, saved ?? content.sidecar);
        if (saved || unwritten) await writeSidecar(file, { ...content, sidecar });
        this.memory.delete(uri);
        this.set(document, sidecar);
      } catch (error) {
        this.complain(file, error, false);
      }
    });
  }

  /** A stored sidecar, with what was said while there was no place to write it. */
  private withMemory(uri: string, sidecar: Sidecar): Sidecar {
    const unwritten = this.memory.get(uri);
    if (!unwritten) return sidecar;
    const { suppressions, notApplicable } = unwritten;
    return applyChange(sidecar, { addSuppressions: suppressions, addNotApplicable: notApplicable });
  }

  private set(document: vscode.TextDocument, sidecar: Sidecar): void {
    const uri = document.uri.toString();
    // The server forgot the document when it was closed; known is only what it was told. It may be open again.
    const open = document.isClosed ? find(uri) : document;
    if (!open) return;
    if (JSON.stringify(this.known.get(uri) ?? emptySidecar) === JSON.stringify(sidecar)) return;
    this.known.set(uri, sidecar);
    this.server.notify(DidChangeSidecar, { uri, sidecar });
    this.changed.fire(open);
  }

  private inTurn<T>(document: vscode.TextDocument, task: () => Promise<T>): Promise<T> {
    const key = document.uri.toString();
    const turn = (this.queues.get(key) ?? Promise.resolve()).then(task, task);
    const settled = turn.catch(() => undefined);
    this.queues.set(key, settled);
    void settled.then(() => {
      if (this.queues.get(key) === settled) this.queues.delete(key);
    });
    return turn;
  }

  /** What is said of an untitled document waits for the name it may have been given; the rest is stored or kept. */
  private close(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const sidecar = this.known.get(uri);
    this.known.delete(uri);
    if (!document.isUntitled) return;
    // The next untitled document may have the same name.
    this.memory.delete(uri);
    if (sidecar) this.savedTexts.closed(document, sidecar);
  }

  /** A renamed or moved document, or folder of documents, keeps what was said of it; one renaming after the other. */
  private follow(files: readonly Move[]): Promise<void> {
    this.following = this.following.then(async () => {
      for (const file of files) await this.move(file);
    });
    return this.following;
  }

  private async move(file: Move): Promise<void> {
    for (const [uri, sidecar] of [...this.memory]) {
      const now = movedBy(uri, [file]);
      if (now === uri) continue;
      this.memory.delete(uri);
      this.memory.set(now, sidecar);
    }
    await this.moveFiles(file);
    // The documents were opened under their new names before what was said of them stood there.
    const moved = vscode.workspace.textDocuments.filter(({ uri }) => liesIn(uri.toString(), file.newUri));
    await Promise.all(moved.map((document) => this.load(document)));
  }

  private async moveFiles({ oldUri, newUri }: Move): Promise<void> {
    const [from, to] = [sidecarUri(oldUri), sidecarUri(newUri)];
    if (!from || !to) return;
    const folders = [from, to].map((uri) => uri.with({ path: uri.path.slice(0, -'.json'.length) }));
    for (const [source, target] of [[from, to], folders] as [vscode.Uri, vscode.Uri][])
      await vscode.workspace.fs
        .rename(source, target, { overwrite: false })
        .then(undefined, (error: unknown) => this.logUnlessAbsent(source, error));
  }

  private logUnlessAbsent(file: vscode.Uri, error: unknown): void {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return;
    this.server.log.warn(`${file.toString()}: ${String(error)}`);
  }

  /** Names file, line and mend; once a file for reading, always for a change that was asked for. */
  private complain(file: vscode.Uri, error: unknown, always: boolean): void {
    const key = file.toString();
    if (!always && this.complained.has(key)) return;
    this.complained.add(key);
    const name = vscode.workspace.asRelativePath(file);
    if (!(error instanceof SidecarError)) {
      this.server.logError(error);
      const reason = error instanceof Error ? error.message : String(error);
      void showError(
        this.words.t(always ? 'client.sidecar.notKept' : 'client.sidecar.unreadable', name, reason),
      );
      return;
    }
    const { line, message } = error.problem;
    const open = this.words.t('client.sidecar.open');
    void showError(`${name}:${String(line)} ${this.words.t(message.id, message.arg)}`, open).then(
      (choice) => {
        if (choice !== open) return;
        const selection = new vscode.Range(line - 1, 0, line - 1, 0);
        void vscode.window.showTextDocument(file, { selection });
      },
    );
  }

  dispose(): void {
    this.changed.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }
}

function documentOf(file: vscode.Uri): vscode.TextDocument | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(file);
  const segments = folder && documentSegments(folder.uri.path, file.path);
  return segments ? find(vscode.Uri.joinPath(folder.uri, ...segments).toString()) : undefined;
}
