import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Translator } from '../../l10n/translator';
import { UsageError } from '../io';

/**
 * Whether a file differs from a revision: changed, added, or not yet known to git. Git is asked in the repository that
 * a file stands in, wherever the command runs.
 *
 * @param revision A commit, branch or tag; `A...B` is not needed, git's merge base is not taken.
 * @param files Those that will be asked about, absolute; without any, git is asked in `cwd`.
 * @throws UsageError outside of a repository, without git, or for a revision that does not exist.
 */
export async function changedSince(
  revision: string,
  files: readonly string[],
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
  const folders = new Set(files.map((file) => repositoryOf(dirname(realOf(file)))));
  if (folders.size === 0) folders.add(cwd);
  const differing = new Set<string>();
  for (const folder of folders) {
    const top = realOf((await git(folder, 'rev-parse', '--show-toplevel')).trim());
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
    for (const name of `${changed}${untracked}`.split('\0')) differing.add(join(top, name));
  }
  // What is gone by now is for the reader to tell.
  return (file) => !existsSync(file) || differing.has(realOf(file));
}

/** The folder itself or one around it that git keeps its files in; the folder where there is none, for git to say. */
function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** Without symbolic links; a file that is gone stays as it is named. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
