/**
 * The VS Code that everything runs in: server and workbench from the npm package `code-server`, versions locked by
 * the two lock files beside this one, kept in a cache folder that all clones share.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from '../paths.mjs';
import { npm, runQuietly } from './bootstrap.mjs';

const own = join(root, 'scripts/host');
/** Every file that decides what the installed folder holds. */
const inputs = ['package.json', 'package-lock.json', 'vscode/package-lock.json'];
const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs the host where it is missing and returns its folder (`…/lib/vscode`). Two processes may do so at once:
 * each builds its own folder and the first to finish renames it into place.
 */
export async function ensureHost(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(readFileSync(join(own, file)));
  const name = `vscode-${hash.digest('hex').slice(0, 12)}`;
  const target = join(cacheFolder(), name);
  const vscode = (folder: string) => join(folder, 'node_modules/code-server/lib/vscode');
  if (existsSync(target)) return vscode(target);

  const building = join(cacheFolder(), `.${name}-${process.pid}`);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(own, file), join(building, file));
    const { command, leading } = npm();
    const install = (label: string, cwd: string) =>
      runQuietly(label, command, [...leading, 'ci', ...flags], { cwd });
    await install('Fetching VS Code, 1 of 2 (about 70 MB, once)', building);
    // The lock file inside the package lacks an entry, so that `npm ci` refuses it; ours is the same, completed.
    rmSync(join(vscode(building), 'npm-shrinkwrap.json'));
    copyFileSync(join(own, 'vscode/package-lock.json'), join(vscode(building), 'package-lock.json'));
    await install('Fetching VS Code, 2 of 2 (about 100 MB, once)', vscode(building));
    try {
      renameSync(building, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return vscode(target);
}
