import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { build } from 'esbuild';
import { engineData } from '../../../scripts/engineData';
import { products } from '../../../scripts/products.mjs';
import type { Output } from '../../../src/core/report/contract';
import type { CliIo } from '../../../src/cli/io';
import { run } from '../../../src/cli/run';
import schema from '../../../schemas/output.schema.json';

/** What a run of the command line gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a test may change of the process the command line believes to run in. */
export interface Surroundings extends Partial<
  Pick<CliIo, 'cwd' | 'columns' | 'isTerminal' | 'workerFile' | 'loadData' | 'loadConverter' | 'write'>
> {
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** Runs the command line inside this process. */
export async function cli(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const out: Buffer[] = [];
  let err = '';
  const { stdin = '', ...rest } = surroundings;
  const code = await run(args, {
    stdin: typeof stdin === 'string' || stdin instanceof Uint8Array ? once(Buffer.from(stdin)) : stdin,
    write: async (chunk) => void out.push(Buffer.from(chunk)),
    error: (text) => void (err += text),
    cwd: process.cwd(),
    columns: 80,
    isTerminal: false,
    interactive: false,
    today: '2026-01-31',
    loadData: () => Promise.resolve(engineData()),
    loadConverter: () => import('../../../src/convert/answer'),
    workerFile: null,
    ...rest,
  });
  return { code, out: Buffer.concat(out).toString('utf8'), err };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(schema, 'output');

/** Parses a JSON output and checks it against the published schema. */
export function output(json: string): Output {
  return checked(json, 'output') as Output;
}

/** Parses one line of NDJSON output and checks it against its part of the schema. */
export function record<T>(json: string, kind: 'record' | 'coverageRecord' | 'errorRecord'): T {
  return checked(json, `output#/$defs/${kind}`) as T;
}

function checked(json: string, id: string): unknown {
  const value: unknown = JSON.parse(json);
  if (ajv.validate(id, value) !== true) throw new Error(ajv.errorsText(ajv.errors));
  return value;
}

/** A folder with files, removed after the suite's tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'policy-lens-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
// A hook of the root suite: the event of a process's end does not come in every way a test run ends.
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A program of ours, built as it is shipped. */
export async function built(name: 'cli' | 'worker'): Promise<string> {
  const outfile = join(folderWith({}), `${name}.js`);
  await build({
    ...products.find((product) => product.outfile === `out/${name}.js`),
    outfile,
    sourcemap: false,
  });
  return outfile;
}

/** Runs git for a test, as nobody in particular: what is set on the machine (hooks, signing) does not count. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** As `folderWith`, a repository with one revision that has all the files. */
export function repositoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith(files);
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'one', '--allow-empty');
  return folder;
}

/** A short memo of our own: one stated problem, one remedy that answers it, one heading. */
export const memo = [
  '关于加快科技成果转化的建议',
  '一、存在问题',
  '科技成果转化率偏低，缺少中试熟化环节。',
  '二、对策建议',
  '培育技术经理人队伍，建设技术转移机构，常态化组织成果对接活动。',
  '',
].join('\n');
