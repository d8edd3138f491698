import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../io';

/** Runs git in a folder and gives what it prints; throws a UsageError where there is no git, or it fails. */
export type Git = (folder: string, ...args: readonly string[]) => Promise<Buffer>;

/** @param tell The message, from what git says of its failure. */
export function gitTelling(tell: (why: string) => string): Git {
  return async (folder, ...args) => {
    try {
      const options = { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 28 } as const;
      return (await promisify(execFile)('git', args, options)).stdout;
    } catch (error) {
      const { stderr, code } = error as { stderr?: Buffer; code?: string | number };
      throw new UsageError(tell(stderr?.toString('utf8').trim() || String(code)));
    }
  };
}

/** The commit that a revision names; asked first, so that a revision can never be taken for an option or a path. */
export async function commitOf(git: Git, folder: string, revision: string): Promise<string> {
  const commit = await git(folder, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  return commit.toString('utf8').trim();
}

/** The folder itself or one around it that git keeps its files in; null where there is none. */
export function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}
