import * as vscode from 'vscode';
import { documentSegments } from '../sidecar/paths';
import { patternsOf } from './listFiles';
import type { WorkspaceSubject } from './workspaceSubject';

/** Milliseconds of quiet until changed files are read: a checkout changes many at once. */
const settle = 400;

/**
 * Keeps a workspace's report current while it lives: changed files are read again, new ones taken in, deleted ones
 * let go; where the analysis itself is another, everything is read again.
 *
 * @param first The first reading: what changes meanwhile is read after it.
 * @param outdated Fires where what was analysed no longer holds.
 */
export function watch(
  subject: WorkspaceSubject,
  first: Promise<unknown>,
  outdated: vscode.Event<unknown>,
): vscode.Disposable {
  const changed = new Set<string>();
  const disposables: vscode.Disposable[] = [];
  const stop = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOutdated = false;
  let running = first.then(noop, noop);
  const update = async (): Promise<void> => {
    if (stop.token.isCancellationRequested) return;
    const now = new Set(changed);
    changed.clear();
    if (!isOutdated) return subject.update(now, stop.token);
    isOutdated = false;
    await subject.run(stop.token, { report: noop });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(update).catch(noop);
    }, settle);
  };
  const follow = (
    folder: vscode.WorkspaceFolder,
    pattern: string,
    document: (uri: vscode.Uri) => vscode.Uri | undefined,
  ): void => {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern));
    const note = (uri: vscode.Uri): void => {
      const target = document(uri);
      if (target) changed.add(target.toString());
      later();
    };
    disposables.push(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
    );
  };
  disposables.push(
    outdated(() => {
      isOutdated = true;
      later();
    }),
  );
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const pattern of patternsOf(folder).include) follow(folder, pattern, (uri) => uri);
    follow(folder, '**/{.gitignore,metadata.csv}', () => undefined);
    // A folder that goes is told as one, without the documents in it, and so may one be that comes.
    const folders = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '**'),
      false,
      true,
    );
    disposables.push(
      folders,
      folders.onDidCreate((uri) => {
        void isFolder(uri).then((is) => {
          if (is && !stop.token.isCancellationRequested) later();
        });
      }),
      folders.onDidDelete((uri) => {
        if (subject.hasBelow(uri)) later();
      }),
    );
    follow(folder, '.policy-lens/annotations/**/*.json', (uri) => {
      const segments = documentSegments(folder.uri.path, uri.path);
      return segments ? vscode.Uri.joinPath(folder.uri, ...segments) : undefined;
    });
  }
  return {
    dispose: () => {
      clearTimeout(timer);
      stop.cancel();
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

function noop(): void {
  // Nothing is to be done.
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
