/**
 * `npm run check:neovim`: a language client that we did not write. Neovim (Debian: `apt-get install neovim`) opens
 * the memo with gaps with `policy-lens lsp` and must get problems, hover and completion through its own client.
 * Skipped where there is no Neovim.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';

if (spawnSync('nvim', ['--version']).error) {
  console.log('Skipped: Neovim is not installed (Debian: apt-get install neovim).');
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'policy-lens-neovim-'));
const memo = join(folder, '01.policy.md');
cpSync(join(root, 'samples/01-有缺口的备忘录.policy.md'), memo);
const { stdout, stderr, status } = spawnSync(
  'nvim',
  ['--clean', '--headless', '-c', `luafile ${join(root, 'scripts/check/neovim.lua')}`],
  {
    cwd: folder,
    encoding: 'utf8',
    timeout: 90_000,
    env: { ...process.env, MEMO: memo, NODE: process.execPath, CLI: join(root, 'out/cli.js') },
  },
);
rmSync(folder, { recursive: true, force: true });
const [, json] = /<<<(.*)>>>/su.exec(stdout + stderr) ?? [];
assert.ok(json, `Neovim ended with ${status} and said:\n${stdout}${stderr}`);
const found = JSON.parse(json);
const hover = found.hover.replaceAll('\\', '');

let failed = 0;
const checks = {
  'diagnostics: what is missing, on the title': () => {
    const gap = found.diagnostics.find(({ code }) => code === 'PL102');
    assert.ok(gap, JSON.stringify(found.diagnostics));
    assert.match(gap.message, /S2\.2/u);
  },
  'hover: the category and its source': () => {
    assert.match(hover, /R2\.3/u);
    assert.match(hover, /技术转移与成果转化/u);
  },
  'hover: no links to commands that only VS Code has': () => assert.doesNotMatch(found.hover, /command:/u),
  'completion: a term by its beginning': () =>
    assert.ok(found.completions.includes('技术经理人'), found.completions.join()),
};
for (const [name, check] of Object.entries(checks))
  try {
    check();
    console.log(`  ✓ ${name}`);
  } catch (error) {
    failed++;
    console.log(`  ✗ ${name}\n      ${error.message}`);
  }
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;
