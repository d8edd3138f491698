import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Translator } from '../../l10n/translator';
import { UsageError } from '../io';

/**
 * Whether a file differs from a revision: changed, added, or not yet known to git.
 *
 * @param revision A commit, branch or tag; `A...B` is not needed, git's merge base is not taken.
 * @throws UsageError outside of a repository, without git, or for a revision that does not exist.
 */
export async function changedSince(
  revision: string,
  cwd: string,
  t: Translator['t'],
): Promise<(file: string) => boolean> {
  const git = async (...args: string[]): Promise<string> => {
    try {
      const { stdout } = await promisify(execFile)('git', args, { cwd, maxBuffer: 1 << 28 });
      return stdout;
    } catch (error) {
      const { stderr, code } = error as { stderr?: string; code?: string | number };
      throw new UsageError(t('cli.usage.git', revision, (stderr ?? '').trim() || String(code)));
    }
  };
  const top = (await git('rev-parse', '--show-toplevel')).trim();
  // Verified first, so that a revision can never be taken for an option or a path.
  const commit = (await git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)).trim();
  const changed = await git('diff', '--name-only', '-z', '--diff-filter=d', '--no-relative', commit, '--');
  const untracked = await git('-C', top, 'ls-files', '--others', '--exclude-standard', '-z');
  const files = new Set(`${changed}${untracked}`.split('\0').map((name) => join(realpathSync(top), name)));
  return (file) => {
    try {
      return files.has(realpathSync(file));
    } catch {
      return true;
    }
  };
}
