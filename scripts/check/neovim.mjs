/**
 * `npm run check:neovim`: a language client that we did not write. Neovim (Debian: `apt-get install neovim`) opens
 * the memo with gaps, configured as docs/recipes/editors.md says, and must get problems, quick fixes, hover, outline and
 * completion through its own client. Skipped where there is no Neovim.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../paths.mjs';

if (spawnSync('nvim', ['--version']).error) {
  console.log('Skipped: Neovim is not installed (Debian: apt-get install neovim).');
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'policy-lens-neovim-'));
const memo = join(folder, '01.policy.md');
cpSync(join(root, 'samples/01-有缺口的备忘录.policy.md'), memo);
const recipe = /^```lua\n(.*?)^```$/msu.exec(
  readFileSync(join(root, 'docs/recipes/editors.md'), 'utf8'),
)?.[1];
assert.ok(recipe, 'docs/recipes/editors.md has no Lua');
const config = join(folder, 'init.lua');
writeFileSync(config, recipe);
// As `npm link` puts it on the PATH.
writeFileSync(
  join(folder, 'policy-lens'),
  `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'out/cli.js')}' "$@"\n`,
  { mode: 0o755 },
);
const { stdout, stderr, status } = spawnSync(
  'nvim',
  ['--clean', '--headless', '-c', `luafile ${join(root, 'scripts/check/neovim.lua')}`],
  {
    cwd: folder,
    encoding: 'utf8',
    timeout: 90_000,
    env: {
      ...process.env,
      MEMO: memo,
      CONFIG: config,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
    },
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
  'diagnostics: the preset of the recipe': () =>
    assert.deepEqual(
      found.diagnostics.filter(({ severity }) => severity > 3),
      [],
    ),
  'quick fixes: on a problem in the middle of a line': () =>
    assert.ok(
      found.actions.some((title) => title.includes('R2.1')),
      found.actions.join(),
    ),
  'quick fixes: “not this” on tagged words': () =>
    assert.ok(
      found.corrections.some((title) => title.includes('R2.3')),
      found.corrections.join(),
    ),
  'outline: the headings of Markdown': () =>
    assert.ok(found.outline.includes('三、下一步工作措施'), found.outline.join()),
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
