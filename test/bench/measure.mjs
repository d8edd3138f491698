import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';

/** The command line under test; POLICY_LENS_CLI names another build to compare with. */
export const cliFile = process.env.POLICY_LENS_CLI ?? 'out/cli.js';

/**
 * Runs a Node process to its end and measures it.
 *
 * @param {readonly string[]} args Of node.
 * @param {{ stdin?: import('node:stream').Readable, stdout?: string }} [files]
 * @returns {Promise<{ wall: number, first: number | null, cpu: number, memory: number }>} Seconds to the end, seconds
 *   to the first output, seconds of CPU, MB.
 */
export async function measure(args, { stdin, stdout = '/dev/null' } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', join(root, 'test/bench/cpu.mjs'), ...args], {
    stdio: [stdin ? 'pipe' : 'ignore', 'pipe', 'inherit', 'pipe'],
    cwd: root,
  });
  if (stdin) stdin.pipe(child.stdin);
  let first = null;
  child.stdout.once('data', () => (first = (performance.now() - started) / 1000));
  child.stdout.pipe(createWriteStream(stdout));
  let report = '';
  child.stdio[3].on('data', (chunk) => (report += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { wall: (performance.now() - started) / 1000, first, ...JSON.parse(report) };
}
