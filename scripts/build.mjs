/**
 * Builds everything that runs, see products.mjs, the tokenizer's wasm, and with `--tests` the integration suites; says
 * whose code it holds. `--production` makes what is shipped.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { noticesOf } from './notices.mjs';
import { root } from './paths.mjs';
import { browser, node, products } from './products.mjs';
import { shippedReadme } from './readme.mjs';

const withTests = process.argv.includes('--tests');
const out = join(root, 'out');

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

const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync(join(root, 'src/core/match/scoring/learned/inner.bin'), join(out, 'model.bin'));
copyFileSync(
  join(createRequire(import.meta.url).resolve('jieba-wasm/web'), '../jieba_rs_wasm_bg.wasm'),
  join(out, 'jieba.wasm'),
);
const tests = [
  testBundle('node', { ...node, external: ['vscode', 'mocha'] }),
  testBundle('web', { ...browser, external: ['vscode'] }),
];
const results = await Promise.allSettled(
  [...products, ...(withTests ? tests : [])].map((bundle) => esbuild.build({ ...bundle, metafile: true })),
);
if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
else {
  const metafiles = results.slice(0, products.length).map(({ value }) => value.metafile);
  writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), noticesOf(metafiles));
  // For vsce, which is told of it in package.json.
  writeFileSync(join(out, 'README.md'), shippedReadme(readFileSync(join(root, 'README.md'), 'utf8')));
}
