import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../io';

/** Runs git in a folder and gives what it prints; throws a UsageError where there is no git, or it fails. */
export type Git = (folder: string, ...args: readonly string[]) => Promise<Buffer>;

/**
 * A repository may be somebody else's, and its configuration may name programs that git would run and places it would
 * fetch from: watchers of files, hooks, transports. None of them is needed to look at what is there.
 */
const onlyLooking = ['core.fsmonitor=false', `core.hooksPath=${devNull}`, 'protocol.allow=never'].flatMap(
  (setting) => ['-c', setting],
);

/**
 * Git, with which nothing that a repository brings along is run or fetched.
 *
 * @param tell The message, from what git says of its failure.
 */
export function gitTelling(tell: (why: string) => string): Git {
  const environments = new Map<string, Promise<NodeJS.ProcessEnv>>();
  return async (folder, ...args) => {
    const environment = environments.get(folder) ?? withoutFilters(folder);
    environments.set(folder, environment);
    try {
      return await run(folder, await environment, args);
    } catch (error) {
      const { stderr, code } = error as { stderr?: Buffer; code?: string | number };
      throw new UsageError(tell(stderr?.toString('utf8').trim() || String(code)));
    }
  };
}

async function run(folder: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<Buffer> {
  const options = { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 28, env } as const;
  return (await promisify(execFile)('git', [...onlyLooking, ...args], options)).stdout;
}

/** The environment, and in it: no programs for contents that a repository names; the user's own, as for LFS, stay. */
async function withoutFilters(folder: string): Promise<NodeJS.ProcessEnv> {
  const pattern = '^filter\\..*\\.(clean|smudge|process|required)$';
  const question = ['config', '--show-scope', '--includes', '--name-only', '-z', '--get-regexp', pattern];
  // None, or no repository, which the next question tells.
  const answer = await run(folder, process.env, question).catch(() => Buffer.alloc(0));
  const parts = answer.toString('utf8').split('\0');
  const names = parts.filter((_, at) => at % 2 === 1 && ['local', 'worktree'].includes(parts[at - 1] ?? ''));
  const first = Number(process.env['GIT_CONFIG_COUNT'] ?? 0);
  const off = names.flatMap((name, index) => [
    [`GIT_CONFIG_KEY_${String(first + index)}`, name],
    [`GIT_CONFIG_VALUE_${String(first + index)}`, name.endsWith('.required') ? 'false' : ''],
  ]);
  return {
    ...process.env,
    ...(Object.fromEntries(off) as NodeJS.ProcessEnv),
    GIT_CONFIG_COUNT: String(first + names.length),
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
