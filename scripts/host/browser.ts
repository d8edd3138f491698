/** The browser that shows the workbench to tests: an installed one, or the one that comes by npm. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { cacheFolder, root } from '../paths.mjs';
import { modernNode } from './bootstrap.mjs';

/** Where browsers are installed that Playwright can drive. */
const installed: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** An executable, and what it needs in its environment. */
interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

function installedBrowser(): string | undefined {
  if (process.env['POLICY_LENS_BROWSER']) return process.env['POLICY_LENS_BROWSER'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates =
    installed[process.platform] ?? folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return candidates.find((path) => existsSync(path));
}

/** Unpacks the browser of `@sparticuz/chromium` into the cache, once. */
function packagedBrowser(): BrowserProgram {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'No browser found. Install Chrome, Chromium or Edge, or set POLICY_LENS_BROWSER to one; the browser that comes by npm runs on Linux x64 only.',
    );
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build.*$/u, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const target = join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(target)) {
    const building = join(cacheFolder(), `.chromium-${process.pid}`);
    rmSync(building, { recursive: true, force: true });
    mkdirSync(building, { recursive: true });
    // The package unpacks into the temporary folder, and its spare libraries only where it believes to be in a
    // certain cloud: so it runs in a process of its own that is told both.
    const script = "(await import('@sparticuz/chromium')).default.executablePath()";
    const { status, stderr } = spawnSync(
      modernNode() ?? process.execPath,
      ['--input-type=module', '--eval', `await ${script}`],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: building, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
      },
    );
    if (status !== 0) throw new Error(`The browser could not be unpacked:\n${stderr}`);
    try {
      renameSync(building, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
      rmSync(building, { recursive: true, force: true });
    }
  }
  const executablePath = join(target, 'chromium');
  const env: Record<string, string> = {};
  const { stdout } = spawnSync('ldd', [executablePath], { encoding: 'utf8' });
  if (stdout.includes('not found')) env['LD_LIBRARY_PATH'] = join(target, 'al2023/lib');
  if (!existsSync('/etc/fonts')) env['FONTCONFIG_PATH'] = join(target, 'fonts');
  return { executablePath, env };
}

/** Starts a browser without a window. */
export async function launchBrowser(): Promise<Browser> {
  const own = installedBrowser();
  const { executablePath, env } =
    own === undefined ? packagedBrowser() : { executablePath: own, env: {} as BrowserProgram['env'] };
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What is dear to draw and no test looks at: see {@link openPlainPage}. */
const plain = `*, *::before, *::after {
  border-radius: 0 !important;
  animation-duration: 0s !important;
  animation-delay: 0s !important;
  transition: none !important;
}`;

/**
 * Opens a page for VS Code that is cheap to draw: its corners are square and nothing moves by itself. Without a graphics
 * card it is the processor that draws each frame, and round corners made that fifteen times as long: the blinking cursor
 * alone took a sixth of a processor, spinners and fading scroll bars all of it.
 */
export async function openPlainPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.addInitScript((rules) => {
    // VS Code's own page only: pages of extensions are looked at as they are.
    if (window !== window.top) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, plain);
  return page;
}
