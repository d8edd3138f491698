import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Translator } from '../../l10n/translator';
import { commitOf, gitTelling, repositoryOf } from './git';

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
  const git = gitTelling((why) => t('cli.usage.git', revision, why));
  const folders = new Set(
    files.map((file) => dirname(realOf(file))).map((folder) => repositoryOf(folder) ?? folder),
  );
  if (folders.size === 0) folders.add(cwd);
  const differing = new Set<string>();
  for (const folder of folders) {
    const top = realOf((await git(folder, 'rev-parse', '--show-toplevel')).toString('utf8').trim());
    const commit = await commitOf(git, top, revision);
    // Git would look into submodules with their own settings.
    const diff = ['diff', '--name-only', '-z', '--diff-filter=d', '--no-relative', '--ignore-submodules=all'];
    const changed = await git(top, ...diff, commit, '--');
    const untracked = await git(top, 'ls-files', '--others', '--exclude-standard', '-z');
    for (const name of `${changed}${untracked}`.split('\0')) differing.add(join(top, name));
  }
  // What is gone by now is for the reader to tell.
  return (file) => !existsSync(file) || differing.has(realOf(file));
}

/** Without symbolic links; a file that is gone stays as it is named. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
