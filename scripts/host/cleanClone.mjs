/**
 * `npm run check:clean`: what a newcomer does. Clones the repository (its last commit) into a temporary folder and runs
 * `npm start -- --no-editor` and `npm test` there, with an empty home folder and an empty npm cache.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'policy-lens-clean-'));
const home = join(folder, 'home');
const clone = join(folder, 'policy-lens');
mkdirSync(home);

// Nothing of ours: not the tools of this clone, not the variables that npm sets for its scripts.
const PATH = process.env.PATH.split(delimiter)
  .filter((part) => !part.includes('node_modules'))
  .join(delimiter);
const kept = [
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'npm_config_registry',
];
const env = { HOME: home, PATH };
for (const name of kept) if (process.env[name]) env[name] = process.env[name];

function step(command, args, cwd) {
  const started = Date.now();
  console.log(`\n$ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd, env, stdio: 'inherit' });
  console.log(`  ended with ${status} after ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

const passed =
  step('git', ['clone', '--quiet', root, clone], folder) &&
  step('npm', ['start', '--', '--no-editor'], clone) &&
  step('npm', ['test'], clone);
rmSync(folder, { recursive: true, force: true });
console.log(passed ? 'A clean clone works.' : 'A clean clone does not work.');
process.exitCode = passed ? 0 : 1;
