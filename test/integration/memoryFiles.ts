import * as vscode from 'vscode';

/** A file system that lives in memory, as those of repositories opened over the network look to an extension. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** Set: every writing fails, as where the user may only read; the file system does not say so beforehand. */
  refuses = false;

  /** Text of a file; undefined where there is none. */
  text(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Puts a file there, past all permissions. */
  put(path: string, text: string): void {
    this.files.set(path, new TextEncoder().encode(text));
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    const isFolder =
      this.folders.has(path) || [...this.files.keys()].some((key) => key.startsWith(`${path}/`));
    if (!file && !isFolder) throw vscode.FileSystemError.FileNotFound(path);
    return {
      type: file ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: Date.now(),
      size: file?.length ?? 0,
    };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const start = path.endsWith('/') ? path : `${path}/`;
    const names = new Map<string, vscode.FileType>();
    for (const key of this.files.keys()) {
      if (!key.startsWith(start)) continue;
      const [name = '', ...more] = key.slice(start.length).split('/');
      names.set(name, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.refuse(uri);
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, content);
    this.changed.fire([{ type, uri }]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.refuse(uri);
    this.folders.add(uri.path);
  }

  delete(uri: vscode.Uri): void {
    this.refuse(uri);
    if (!this.files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  private refuse(uri: vscode.Uri): void {
    if (this.refuses) throw vscode.FileSystemError.NoPermissions(uri);
  }
}
