/**
 * Builds everything that runs: the extension for both hosts, the server for both, the command line, the
 * tokenizer's wasm, and with `--tests` the integration suites. `--production` minifies.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './paths.mjs';

const production = process.argv.includes('--production');
const withTests = process.argv.includes('--tests');
const out = join(root, 'out');

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  loader: { '.yaml': 'text', '.md': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
};
/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
/** @type {esbuild.BuildOptions} */
const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  // Both halves run in workers: where a package has a version without a page, that one.
  conditions: ['worker', 'module'],
};

const products = [
  { ...node, entryPoints: ['src/client/node.ts'], outfile: 'out/client.node.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['src/client/browser.ts'],
    outfile: 'out/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['src/server/node.ts'], outfile: 'out/server.node.js' },
  {
    ...browser,
    entryPoints: ['src/server/browser.ts'],
    outfile: 'out/server.browser.js',
    format: 'iife',
    // A worker has no document, which some packages' files for browsers use.
    conditions: ['worker', 'browser'],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'out/cli.js',
    // Libraries written as ES modules ask for their own address, which CommonJS has not.
    define: { ...common.define, 'import.meta.url': 'importMetaUrl' },
    banner: {
      js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    },
  },
  { ...node, entryPoints: ['src/cli/worker.ts'], outfile: 'out/worker.js' },
  { ...node, entryPoints: ['src/convert/node.ts'], outfile: 'out/convert.js' },
  {
    ...browser,
    entryPoints: ['src/convert/worker.ts'],
    outfile: 'out/convert.browser.js',
    format: 'iife',
    conditions: ['worker', 'browser'],
  },
];

/** Both suites hold all test files; only the mocha they bring differs. */
function testBundle(host, options) {
  const files = readdirSync(join(root, 'test/integration'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const imports = files.map((file) => `import './${file.replaceAll('\\', '/')}';`).join('\n');
  return {
    ...options,
    stdin: {
      contents: `import './setup.${host}';\n${imports}\nexport { run } from './run';`,
      resolveDir: join(root, 'test/integration'),
      sourcefile: `integration.${host}.ts`,
      loader: 'ts',
    },
    outfile: `out/test/integration.${host}.js`,
    format: 'cjs',
    sourcemap: 'inline',
  };
}

if (existsSync(join(root, 'scripts/generate.mjs'))) {
  const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync(join(root, 'src/core/match/learned/inner.bin'), join(out, 'model.bin'));
copyFileSync(
  join(createRequire(import.meta.url).resolve('jieba-wasm/web'), '../jieba_rs_wasm_bg.wasm'),
  join(out, 'jieba.wasm'),
);
const bundles = products.filter(({ entryPoints: [entry] }) => existsSync(join(root, entry)));
if (withTests)
  bundles.push(
    testBundle('node', { ...node, external: ['vscode', 'mocha'] }),
    testBundle('web', {
      ...browser,
      external: ['vscode'],
    }),
  );
const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)));
process.exitCode = results.some(({ status }) => status === 'rejected') ? 1 : 0;
