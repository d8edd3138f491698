/**
 * `npm test [-- STEP …]`: installs what is missing and runs every check, the fast ones first. The last line is
 * `N passed, N failed, N skipped` over all of them; a check that is no test suite counts as one.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { endWithParent, ensureInstalled, environment, fail, modernNode } from './host/bootstrap.mjs';
import { root } from './paths.mjs';
import { programOf } from './programs.mjs';

endWithParent();
await ensureInstalled();
if (process.execPath !== modernNode() && process.env.POLICY_LENS_NODE === undefined) {
  // From here on Node 24: this file again, which knows what Node it was called with.
  const child = spawn(modernNode(), process.argv.slice(1), {
    cwd: root,
    env: environment({ POLICY_LENS_NODE: process.execPath }),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exit(await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1))));
}

/** Tools remember here which files they have looked at. */
const cache = 'node_modules/.cache';
const node = (...args) => [process.execPath, ...args];
const script = (file, ...args) => node('--import', 'tsx', file, ...args);

/** The Node that was called: on the oldest one that we promise, as in CI, the tests without an editor show that. */
const calledNode = process.env.POLICY_LENS_NODE ?? process.execPath;

/** The unit tests but those of some files: the ones that start the command line take as long as nearly all others. */
function unitTests(...ignored) {
  return [
    calledNode,
    programOf('mocha'),
    '--reporter',
    'test/reporter.ts',
    '--reporter-option',
    'quiet=true',
    ...ignored.flatMap((files) => ['--ignore', files]),
  ];
}

/** How many checks run side by side. */
const lanes = Math.min(2, availableParallelism());

/**
 * What the others need, and the others in the order in which they start: the unit tests in two halves, beside which
 * the fast checks find room; after them, one by one, those that drive an editor and need the machine for themselves.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {boolean} [suite] Tests, which are counted one by one.
 * @property {boolean} [live] Runs alone and takes minutes: tells at once what it has done.
 * @type {{ first: Step; rest: Step[] }}
 */
const steps = {
  first: { name: 'build', live: true, command: node('scripts/build.mjs', '--tests') },
  rest: [
    { name: 'unit', suite: true, command: unitTests('test/unit/cli/**') },
    { name: 'cli', suite: true, command: unitTests('test/unit/*.test.ts', 'test/unit/!(cli)/**') },
    {
      name: 'prettier',
      command: node(programOf('prettier'), '--check', '--cache', '--log-level', 'warn', '.'),
    },
    {
      name: 'typecheck',
      command: node(
        programOf('typescript', 'tsc'),
        '--noEmit',
        '--incremental',
        '--tsBuildInfoFile',
        `${cache}/tsc.json`,
      ),
    },
    {
      name: 'eslint',
      command: node(
        programOf('eslint'),
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        `${cache}/eslint/`,
      ),
    },
    { name: 'knip', command: node(programOf('knip')) },
    {
      name: 'integration-node',
      suite: true,
      live: true,
      command: script('scripts/host/integration.ts', '--host', 'node'),
    },
    {
      name: 'integration-web',
      suite: true,
      live: true,
      command: script('scripts/host/integration.ts', '--host', 'web'),
    },
    {
      name: 'ui',
      suite: true,
      live: true,
      command: node(programOf('mocha'), '--config', 'test/e2e/.mocharc.json'),
    },
  ],
};

const total = { passed: 0, failed: 0, skipped: 0 };
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/** Prints whole lines, each behind the name of its step. */
function printer(name) {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) process.stdout.write(`${name} │ ${line}\n`);
  };
}

/** Runs one step, its output kept together unless it is live; adds to the total. */
async function runStep({ name, command: [program, ...args], suite = false, live = false }) {
  const started = Date.now();
  const print = printer(name);
  const child = spawn(program, args, {
    cwd: root,
    env: environment({ NO_COLOR: '1', FORCE_COLOR: undefined }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let output = '';
  const keep = (chunk) => {
    output += String(chunk);
    if (live) print(String(chunk));
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      keep(`${error.message}\n`);
      resolve(1);
    });
    child.on('close', resolve);
  });
  children.delete(child);
  if (live && output !== '' && !output.endsWith('\n')) print('\n');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const summary = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gmu)].at(-1);
  if (suite && summary !== undefined) {
    counts.passed = Number(summary[1]);
    counts.failed = Number(summary[2]);
    counts.skipped = Number(summary[3]);
  } else if (code === 0) counts.passed = 1;
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (!live) process.stdout.write(`\n── ${name}\n${output}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`   ${counts.failed === 0 ? 'ok' : 'FAILED'} · ${name} · ${seconds} s\n`);
  return counts.failed === 0;
}

const started = Date.now();
const names = process.argv.slice(2);
const all = [steps.first, ...steps.rest];
const wrong = names.find((name) => !all.some((step) => step.name === name));
if (wrong !== undefined) fail(`No step "${wrong}". Steps: ${all.map(({ name }) => name).join(', ')}`);
const wanted = (step) => names.length === 0 || names.includes(step.name);

const queue = steps.rest.filter(wanted);
if (!(await runStep(steps.first))) {
  total.skipped += queue.length;
  console.log(`Not run, because the build failed: ${queue.map(({ name }) => name).join(', ')}`);
} else {
  const beside = queue.filter(({ live }) => !live);
  const work = async () => {
    for (let step = beside.shift(); step !== undefined; step = beside.shift()) await runStep(step);
  };
  await Promise.all(Array.from({ length: lanes }, work));
  for (const step of queue.filter(({ live }) => live)) await runStep(step);
}
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
