/**
 * Runs the integration suites through `@vscode/test-electron`, in the host of this folder or, with `--desktop`, in
 * a desktop VS Code: `VSCODE_EXECUTABLE`, or one that is downloaded. `--host node|web` runs one suite only.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { root } from '../paths.mjs';

const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, host: { type: 'string' } } });

/** What the command line says of the samples: both extension hosts must say the same. */
function annotated(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.policy.md'));
  const args = [join(root, 'out/cli.js'), 'annotate', '--format', 'json', ...files];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** A memo that has grown since it was committed; nothing where there is no git. */
function putUnderGit(folder: string): void {
  const file = join(folder, '措施.md');
  const memo = '# 若干措施\n\n## 一、培育技术经理人\n\n省科技厅负责培育技术经理人队伍。\n';
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  };
  mkdirSync(folder);
  writeFileSync(file, memo);
  try {
    git('init');
    git('add', '.');
    git('-c', 'commit.gpgsign=false', 'commit', '-m', 'one');
    writeFileSync(file, `${memo}\n省财政厅设立知识产权质押融资风险补偿资金。\n`);
  } catch {
    rmSync(folder, { recursive: true });
  }
}

async function runSuite(host: string): Promise<void> {
  // The tests edit, so they get a copy; and a second folder with settings of its own.
  const temporary = mkdtempSync(join(tmpdir(), 'policy-lens-workspace-'));
  const workspace = join(temporary, '政策 文稿');
  try {
    cpSync(join(root, 'samples'), workspace, { recursive: true });
    writeFileSync(join(workspace, 'expected.json'), annotated(workspace));
    putUnderGit(join(workspace, 'versionen'));
    const silent = join(temporary, 'silent');
    mkdirSync(join(silent, '.vscode'), { recursive: true });
    cpSync(join(root, 'samples/01-有缺口的备忘录.policy.md'), join(silent, '01.policy.md'));
    writeFileSync(join(silent, '.vscode/settings.json'), JSON.stringify({ 'policyLens.enable': 'never' }));
    const roots = join(temporary, 'both.code-workspace');
    writeFileSync(roots, JSON.stringify({ folders: [{ path: workspace }, { path: silent }] }));
    const launcher = join(root, 'scripts/host/launcher.mjs');
    const executable = values.desktop ? process.env['VSCODE_EXECUTABLE'] : launcher;
    if (executable === launcher) chmodSync(launcher, 0o755);
    await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, `out/test/integration.${host}.js`),
      launchArgs: [roots, ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  for (const host of values.host === undefined ? ['node', 'web'] : [values.host]) {
    console.log(`Integration, ${host} extension host`);
    await runSuite(host).catch((error: unknown) => {
      process.exitCode = 1;
      console.error(error instanceof Error ? error.message : error);
    });
  }
}

void main();
