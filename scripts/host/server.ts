/** Starts a VS Code server for one purpose and ends it, with all its children, when we end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.mjs';
import { environment, modernNode } from './bootstrap.mjs';
import { ensureHost } from './install';
import { installExtension, userSettings, writeLanguagePack, type Settings } from './userData';

/** How a server is started. */
export interface ServerOptions {
  /** User settings on top of the quiet defaults. */
  readonly settings?: Settings;
  /** Whoever opens the port needs this; leave it out in tests only, where the server lives for seconds. */
  readonly token?: string;
  /** `zh-cn` for a Chinese interface. */
  readonly locale?: string;
  /** Folders of extensions that shall be there as if installed. */
  readonly installed?: readonly string[];
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** False where a person uses it: VS Code shows no notification while it waits for a test driver. */
  readonly isDriven?: boolean;
  /** Kept afterwards; without it a temporary folder is used and removed. */
  readonly dataFolder?: string;
}

/** A running server. */
export interface RunningServer {
  readonly port: number;
  /** Settles when the server has ended without being told to. */
  readonly ended: Promise<void>;
  /** Lines the server printed, the last 200: for the report when something failed. */
  readonly log: readonly string[];
  /** Changes user settings while the workbench runs. */
  changeSettings(settings: Settings): void;
  stop(): Promise<void>;
}

/** Complaints about native modules, which are left unbuilt on purpose: VS Code works without them. */
export const noise = /^ → |bindings|watchdog|spdlog|^\s+at |^\s*[\]}]/u;

/** Kills the process group that the child leads. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Starts the server and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const vscode = await ensureHost();
  const node = modernNode();
  if (node === null) throw new Error('VS Code needs Node.js 22.15 or later: run "npm ci"');
  const temporary = options.dataFolder === undefined;
  const data = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'policy-lens-vscode-'));
  const user = join(data, 'data/User');
  mkdirSync(user, { recursive: true });
  const writeSettings = (settings: Settings) => {
    writeFileSync(join(user, 'settings.json'), JSON.stringify(userSettings(settings), null, 2));
  };
  writeSettings(options.settings ?? {});
  for (const folder of options.installed ?? []) installExtension(join(data, 'extensions'), folder);
  if (options.locale !== undefined)
    await writeLanguagePack(join(data, 'data'), options.locale, join(vscode, '../../..'));

  const args = ['--host', '127.0.0.1', '--port', String(options.port ?? 0)];
  if (options.token === undefined) args.push('--without-connection-token');
  else {
    // In a file, because arguments are visible to every user of the machine.
    const file = join(data, 'token');
    writeFileSync(file, options.token, { mode: 0o600 });
    args.push('--connection-token-file', file);
  }
  if (options.locale !== undefined) args.push('--locale', options.locale);
  args.push('--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off');
  // Without this a built product ignores the payload that names the extension under development.
  if (options.isDriven !== false) args.push('--enable-smoke-test-driver');

  const guard = pathToFileURL(join(root, 'scripts/host/orphanGuard.mjs')).href;
  const child = spawn(node, ['--import', guard, join(vscode, 'out/server-main.js'), ...args], {
    cwd: data,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment({
      POLICY_LENS_GUARD: '1',
      NODE_OPTIONS: '',
      // No gallery: nothing asks the network for extensions.
      EXTENSIONS_GALLERY: '{}',
    }),
  });
  const log: string[] = [];
  let stopping = false;
  const cleanUp = () => {
    killGroup(child, 'SIGKILL');
    if (temporary) rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', cleanUp);
  const exited = new Promise<void>((resolve) => {
    child.on('exit', () => {
      process.off('exit', cleanUp);
      cleanUp();
      resolve();
    });
  });

  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: unknown) => {
      log.push(
        ...String(chunk)
          .split('\n')
          .filter((line) => line !== '' && !noise.test(line)),
      );
      log.splice(0, log.length - 200);
      const [, found] = /^Extension host agent listening on (\d+)/mu.exec(String(chunk)) ?? [];
      if (found !== undefined) resolve(Number(found));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    void exited.then(() => reject(new Error(`VS Code's server did not start:\n${log.join('\n')}`)));
  });
  return {
    port,
    ended: new Promise((resolve) => {
      void exited.then(() => {
        if (!stopping) resolve();
      });
    }),
    log,
    changeSettings: writeSettings,
    stop: () => {
      stopping = true;
      killGroup(child, 'SIGTERM');
      const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
      return exited.finally(() => clearTimeout(timer));
    },
  };
}
