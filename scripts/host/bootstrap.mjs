/**
 * What must work in a fresh clone, before anything is installed: only Node's own modules here, and Node 20.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../paths.mjs';

const windows = process.platform === 'win32';
const bin = join(root, 'node_modules/.bin');

/** Ends the process with a sentence for people, not a stack trace. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** The environment of our child processes: this project's tools, and with them Node 24, come first. */
export function environment(extra = {}) {
  const { PATH = '', ...rest } = process.env;
  const path = PATH.split(delimiter).includes(bin) ? PATH : `${bin}${delimiter}${PATH}`;
  return { ...rest, PATH: path, ...extra };
}

/** The Node that runs VS Code, tests and scripts: the devDependency, or this one where it is new enough. */
export function modernNode() {
  const own = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
  for (const candidate of [own, process.execPath]) {
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    const [, major, minor] = /^v(\d+)\.(\d+)/u.exec(stdout ?? '') ?? [];
    if (Number(major) > 22 || (Number(major) === 22 && Number(minor) >= 15)) return candidate;
  }
  return null;
}

/**
 * Runs a program that may take minutes: its output is kept back and shown only when it fails, meanwhile a line
 * every ten seconds says that it still works.
 * @param {string} label what is going on, for people
 */
export async function runQuietly(label, command, args, options = {}) {
  const started = Date.now();
  process.stdout.write(`${label} …\n`);
  const child = spawn(command, args, {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let output = '';
  const keep = (chunk) => (output = (output + String(chunk)).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const heartbeat = setInterval(() => process.stdout.write(`  … ${seconds()} s\n`), 10_000);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(heartbeat));
  if (code !== 0) {
    process.stderr.write(output);
    throw new Error(`${label}: ${command} ${args.join(' ')} ended with ${code}`);
  }
  process.stdout.write(`  done in ${seconds()} s\n`);
}

/** Passes the signals that end a program on to a child, and settles with its exit code. */
function follow(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass);
  });
}

function node() {
  return modernNode() ?? fail('Node.js 22.15 or later is missing: run "npm ci".');
}

/**
 * Runs a JavaScript program under Node 24 in the same terminal.
 * @returns its exit code
 */
export function run(file, args) {
  return follow(spawn(node(), [file, ...args], { cwd: root, env: environment(), stdio: 'inherit' }));
}

/**
 * Runs one of our TypeScript programs under Node 24 in the same terminal. It ends when we end.
 * @returns its exit code
 */
export function runScript(file, args) {
  const guard = new URL('orphanGuard.mjs', import.meta.url).href;
  const child = spawn(node(), ['--import', guard, '--import', 'tsx', file, ...args], {
    cwd: root,
    env: environment({ POLICY_LENS_GUARD: '1' }),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  return follow(child);
}

/**
 * Ends this process when the one that started it has gone: npm, told to end, tells only the shell between.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
}

/** npm as it was called, or the one on the PATH: command and leading arguments. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/u.test(script)) return { command: process.execPath, leading: [script] };
  return { command: windows ? 'npm.cmd' : 'npm', leading: [] };
}

/** Whether `node_modules` holds what `package-lock.json` asks for. */
function upToDate() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const have = packages(installed);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || (path in have ? have[path].version === version : optional === true),
  );
}

/** Packages whose install script fetches or checks a program that we then run. */
const programs = ['node', 'esbuild'];

/** Installs what is missing. Cheap when nothing is. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Policy Lens needs Node.js 20 or later; this is ${process.version}. https://nodejs.org`);
  const { command, leading } = npm();
  const options = { shell: windows && leading.length === 0 };
  if (!upToDate())
    await runQuietly(
      'Installing packages (npm ci)',
      command,
      [...leading, 'ci', '--no-audit', '--no-fund'],
      options,
    );
  if (!modernNode())
    await runQuietly('Setting up Node 24', command, [...leading, 'rebuild', ...programs], options);
  if (!modernNode())
    fail(
      'Node 24 could not be set up: npm did not run the install script of the package "node".\n' +
        'Run "npm config delete ignore-scripts" and then "npm ci", or use Node.js 24 yourself.',
    );
}
