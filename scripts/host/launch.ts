/** Runs the tests of an extension in a real VS Code in a browser without a window. */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { workbenchAddress } from './address';
import { launchBrowser, openPlainPage } from './browser';
import { noise, startServer } from './server';

/** Stands before every line of the tests' reporter; everything else is VS Code's own log. */
const mark = '\u2063';

/** How long VS Code may take to close after the last test, in milliseconds. */
const closingTime = 3000;

/** How long no test may say anything, in milliseconds: far above Mocha's own limit. */
const silence = 120_000;

/** Our extension, as settings name it. */
const extensionId = 'policy-lens.policy-lens';

/** Prints what the tests print; settles with their exit code. */
async function follow(page: Page): Promise<{ exitCode: Promise<number>; fail(reason: string): void }> {
  let resolve: (exitCode: number) => void = () => undefined;
  const exitCode = new Promise<number>((settle) => (resolve = settle));
  const log: string[] = [];
  let over = false;
  const fail = (reason: string) => {
    if (!over) console.error(`${reason}\n${log.join('\n')}`);
    over = true;
    resolve(1);
  };
  const stalled = () => fail(`No word from the tests for ${silence / 1000} seconds.`);
  let watch = setTimeout(stalled, silence);
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const text = args.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    if (!text.startsWith(mark)) {
      if (!noise.test(text)) log.push(text);
      return;
    }
    process.stdout.write(`${text.slice(mark.length)}\n`);
    clearTimeout(watch);
    const [, failed] = /^\D*\d+ passed, (\d+) failed, \d+ skipped$/u.exec(text) ?? [];
    if (failed === undefined) watch = setTimeout(stalled, silence);
    else {
      over = true;
      // VS Code now ends its extension hosts and then reports the exit code; it does not always get there.
      setTimeout(() => resolve(failed === '0' ? 0 : 1), closingTime);
    }
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    if (over || code === 0) resolve(code);
    else fail('The tests did not come to an end.');
  });
  page.on('crash', () => fail('The page crashed.'));
  return { exitCode, fail };
}

/**
 * Takes the arguments of VS Code's command line that tests use, ignores the others.
 * `--extensionDevelopmentKind=web` puts the extension into the web worker extension host.
 * @returns the exit code of the tests
 */
async function launch(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests, locale } = values;
  const { extensionDevelopmentKind: kind } = values;
  const [folder] = positionals;
  if (typeof tests !== 'string' || typeof extension !== 'string' || folder === undefined) {
    console.error(
      'Usage: launcher --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE [--extensionDevelopmentKind=web] [--locale=zh-cn] FOLDER',
    );
    return 2;
  }
  const server = await startServer({
    settings: kind === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {},
    ...(typeof locale === 'string' ? { locale } : {}),
  });
  const browser = await launchBrowser();
  try {
    const page = await openPlainPage(browser, { viewport: { width: 1280, height: 800 } });
    const run = await follow(page);
    void server.ended.then(() => run.fail(`The server ended:\n${server.log.join('\n')}`));
    await page.goto(workbenchAddress({ port: server.port, folder, extension, tests }));
    return await run.exitCode;
  } finally {
    await browser.close();
    await server.stop();
  }
}

launch(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
