/** What is built: the extension for both hosts, the server for both, the command line, the converter for both. */
import { root } from './paths.mjs';

/** As they are shipped: small, and naming no source map, which does not come along. */
export const forProduction = { minify: true, sourcemap: false };

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  sourcemap: 'linked',
  target: 'es2022',
  loader: { '.yaml': 'text', '.md': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
  ...(process.argv.includes('--production') ? forProduction : {}),
};
/** @type {import('esbuild').BuildOptions} */
export const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
};
/** @type {import('esbuild').BuildOptions} */
export const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  // Both halves run in workers: where a package has a version without a page, that one.
  conditions: ['worker', 'module'],
  // The flag `v` is left for the browser to read, and Safari before 17 gives up the whole file at it.
  logOverride: { 'unsupported-regexp': 'error' },
};

export const products = [
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
