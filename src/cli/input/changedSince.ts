import { execFile } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Translator } from '../../l10n/translator';
import { UsageError } from '../io';

/**
 * Whether a file differs from a revision: changed, added, or not yet known to git. Git is asked in the repository of
 * each name, wherever the command runs.
 *
 * @param revision A commit, branch or tag; `A...B` is not needed, git's merge base is not taken.
 * @param names As on the command line: files, folders, glob patterns (which are relative to `cwd`), or `-`.
 * @throws UsageError outside of a repository, without git, or for a revision that does not exist.
 */
export async function changedSince(
  revision: string,
  names: readonly string[],
  cwd: string,
  t: Translator['t'],
): Promise<(file: string) => boolean> {
  const git = async (folder: string, ...args: string[]): Promise<string> => {
    try {
      const { stdout } = await promisify(execFile)('git', args, { cwd: folder, maxBuffer: 1 << 28 });
      return stdout;
    } catch (error) {
      const { stderr, code } = error as { stderr?: string; code?: string | number };
      throw new UsageError(t('cli.usage.git', revision, (stderr ?? '').trim() || String(code)));
    }
  };
  const folders = new Set(names.filter((name) => name !== '-').map((name) => folderOf(name, cwd)));
  const tops = new Set<string>();
  for (const folder of folders) tops.add((await git(folder, 'rev-parse', '--show-toplevel')).trim());
  const files = new Set<string>();
  for (const top of tops) {
    // Verified first, so that a revision can never be taken for an option or a path.
    const commit = (
      await git(top, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)
    ).trim();
    const changed = await git(
      top,
      'diff',
      '--name-only',
      '-z',
      '--diff-filter=d',
      '--no-relative',
      commit,
      '--',
    );
    const untracked = await git(top, 'ls-files', '--others', '--exclude-standard', '-z');
    for (const name of `${changed}${untracked}`.split('\0')) files.add(join(realpathSync(top), name));
  }
  return (file) => {
    try {
      return files.has(realpathSync(file));
    } catch {
      return true;
    }
  };
}

/** Where git is asked for a name; what cannot be found is a glob pattern, or told of elsewhere. */
function folderOf(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  try {
    return statSync(path).isDirectory() ? path : dirname(path);
  } catch {
    return cwd;
  }
}
