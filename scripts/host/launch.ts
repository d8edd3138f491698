/** Runs the tests of an extension in a real VS Code in a browser without a window. */
import { parseArgs } from 'node:util';
import { workbenchAddress } from './address';
import { launchBrowser } from './browser';
import { noise, startServer } from './server';

/** Stands before every line of the tests' reporter; everything else is VS Code's own log. */
const mark = '\u2063';

/** Our extension, as settings name it. */
const extensionId = 'policy-lens.policy-lens';

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
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionDevelopmentKind: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const extensions = (values.extensionDevelopmentPath ?? []).filter((path) => typeof path === 'string');
  const { extensionTestsPath: tests, extensionDevelopmentKind: kind, locale } = values;
  const [folder] = positionals;
  if (typeof tests !== 'string' || folder === undefined || extensions.length === 0) {
    console.error(
      'Usage: launcher --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE [--extensionDevelopmentKind=web] FOLDER',
    );
    return 2;
  }

  const server = await startServer({
    settings: kind === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {},
    ...(typeof locale === 'string' ? { locale } : {}),
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const finished = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
      page.on('crash', () => {
        console.error('The page crashed.');
        resolve(1);
      });
      page.on('close', () => resolve(1));
      void server.ended.then(() => {
        console.error(`The server ended:\n${server.log.join('\n')}`);
        resolve(1);
      });
    });
    const log: string[] = [];
    let summary = false;
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const text = args.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
      if (text.startsWith(mark)) {
        process.stdout.write(`${text.slice(mark.length)}\n`);
        summary ||= / passed, \d+ failed/u.test(text);
      } else if (!noise.test(text)) log.push(text);
    });
    await page.goto(workbenchAddress({ port: server.port, folder, extensions, tests }));
    const code = await finished;
    if (code !== 0 && !summary) console.error(`The tests did not come to an end.\n${log.join('\n')}`);
    return code;
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
