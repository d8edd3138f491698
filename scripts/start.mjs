/**
 * `npm start [-- FILE_OR_FOLDER] [--no-editor]`: installs what is missing, builds, prints the coverage of a memo and
 * opens a real VS Code with the extension. Works in a fresh clone: only Node's own modules until all is installed.
 */
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithParent, ensureInstalled, fail, run, runScript } from './host/bootstrap.mjs';
import { root } from './paths.mjs';

const usage = `Usage: npm start [-- FILE_OR_FOLDER] [--no-editor] [--port N] [--lang zh-CN|en]

  FILE_OR_FOLDER  your own memo or folder; without it the sample memos, as a copy to try things on
  --no-editor     stop after the coverage in the terminal
  --port N        port of the editor; without it a free one
  --lang          language of terminal and editor; Chinese unless the system speaks another`;

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'no-editor': { type: 'boolean' },
        port: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return fail(`${error.message}\n${usage}`);
  }
}

const { values, positionals } = parse();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
// npm runs scripts in the project's folder; the user's own is in INIT_CWD.
const here = process.env.INIT_CWD ?? process.cwd();
const [given] = positionals;
const target = given === undefined ? null : isAbsolute(given) ? given : resolve(here, given);
if (positionals.length > 1) fail(`One file or folder, please.\n${usage}`);
if (target !== null && !existsSync(target)) fail(`${target}: no such file or folder`);
// Chinese, unless the system speaks another language; containers often speak none.
const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const language = values.lang ?? (/^(?:zh|C\b|POSIX|$)/iu.test(system) ? 'zh-CN' : 'en');
if (language !== 'zh-CN' && language !== 'en') fail(`--lang ${language}: zh-CN or en, please.\n${usage}`);

endWithParent();
await ensureInstalled();
console.log('Building …');
if ((await run('scripts/build.mjs', [])) !== 0) fail('The build failed.');

const memo = target ?? join(root, 'samples/01-有缺口的备忘录.policy.md');
console.log('');
const code = await run('out/cli.js', ['coverage', '--lang', language, memo]);
// In a folder, a file that cannot be read is named and passed over.
if (code !== 0 && statSync(memo).isFile()) process.exit(code);
if (values['no-editor']) process.exit(0);

console.log('');
const options = ['--lang', language, ...(values.port === undefined ? [] : ['--port', values.port])];
process.exitCode = await runScript('scripts/host/editor.ts', [
  ...options,
  ...(target === null ? [] : [target]),
]);
