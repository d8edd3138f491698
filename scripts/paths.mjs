import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Where the VS Code host and its browser are kept, outside of git and shared by all clones.
 * `POLICY_LENS_CACHE` moves it.
 */
export function cacheFolder() {
  if (process.env.POLICY_LENS_CACHE) return process.env.POLICY_LENS_CACHE;
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return join(process.env.LOCALAPPDATA, 'policy-lens');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'policy-lens');
}
