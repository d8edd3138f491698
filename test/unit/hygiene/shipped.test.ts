import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build, type BuildResult } from 'esbuild';
import { noticesOf } from '../../../scripts/notices.mjs';
import { forProduction, products } from '../../../scripts/products.mjs';
import { programOf } from '../../../scripts/programs.mjs';
import { shippedReadme } from '../../../scripts/readme.mjs';
import { scripts, vsce } from '../support/manifest';

const root = join(import.meta.dirname, '../../..');

describe('the extension as it is shipped', () => {
  let bundles: readonly BuildResult<{ metafile: true; write: false }>[] = [];

  before(async function () {
    this.timeout(120_000);
    bundles = await Promise.all(
      products.map((product) =>
        build({ ...product, ...forProduction, write: false, metafile: true } as const),
      ),
    );
  });

  it('brings nothing to browsers that those without the flag v of regular expressions cannot read', () => {
    const files = bundles.flatMap(({ outputFiles }) => outputFiles);
    const code = files.filter(({ path }) => path.endsWith('.browser.js'));
    assert.equal(code.length, 3);
    // So the bundler writes them for its target.
    const unread = /new RegExp\([^\n]{0,1000}?, ?"[dgimsy]*v[dgimsy]*"\)/u;
    for (const { path, text } of code) assert.equal(unread.exec(text)?.[0], undefined, path);
  });

  it('is built for that, and names no source map, which does not come along', () => {
    assert.match(scripts['package'] ?? '', /^node scripts\/build\.mjs --production && vsce package /u);
    const files = bundles.flatMap(({ outputFiles }) => outputFiles);
    assert.equal(files.length, products.length);
    for (const { path, text } of files) assert.doesNotMatch(text, /^\/\/# sourceMappingURL=/mu, path);
  });

  it('brings the licence of everything that its bundles hold', () => {
    const metafiles = bundles.map(({ metafile }) => metafile);
    const notices = noticesOf(metafiles).split(`\n\n${'-'.repeat(80)}\n\n`);
    const titles = notices.map((notice) => notice.split('\n')[0]);
    const folders = metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap(
        (input) =>
          /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+|^node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0] ?? [],
      );
    assert.ok(new Set(folders).size > 100);
    for (const folder of new Set(folders)) {
      const manifest = readFileSync(join(root, folder, 'package.json'), 'utf8');
      const { name, version } = JSON.parse(manifest) as { name: string; version: string };
      assert.ok(titles.includes(`${name} ${version}`), name);
    }
    assert.equal(new Set(titles).size, titles.length);
    for (const notice of notices.slice(1))
      assert.match(notice, /^Licence: .+\n\n[^]{400,}/mu, notice.slice(0, 80));
    const pdf = notices.find((notice) => notice.startsWith('PDF.js '));
    assert.match(pdf ?? '', /Apache License\s+Version 2\.0/u);
  });

  it('brings what its pages link to, and no sources', function () {
    this.timeout(120_000);
    const shipped = execFileSync(process.execPath, [programOf('@vscode/vsce'), 'ls', '--no-dependencies'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split(/\r?\n/u)
      .filter((path) => path !== '');
    assert.ok(shipped.includes('README.md'));
    // Not `l10n`, which the bundles hold, nor sources, tests or training texts.
    assert.deepEqual(
      [...new Set(shipped.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))].sort(),
      // Before the first build there is nothing in the last of them.
      [
        'docs',
        'media',
        'samples',
        'schemas',
        'snippets',
        'syntaxes',
        ...(existsSync(join(root, 'out')) ? ['out'] : []),
      ].sort(),
    );
    const pages = shipped.filter((path) => path.endsWith('.md') && !path.startsWith('samples/'));
    assert.ok(pages.length > 20);
    const pageAsShipped = (page: string): string => {
      const text = readFileSync(join(root, page), 'utf8');
      return page === 'README.md' ? shippedReadme(text) : text;
    };
    // These have other names in the package (`readme.md`), which most file systems tell apart.
    const renamed = ['README.md', 'CHANGELOG.md', 'LICENSE'];
    const isShipped = (target: string): boolean =>
      !renamed.includes(target) && shipped.some((path) => path === target || path.startsWith(`${target}/`));
    const missing = pages.flatMap((page) =>
      [...pageAsShipped(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu)]
        .map(([, link = '']) => posix.join(posix.dirname(page), decodeURIComponent(link)))
        .filter((target) => !isShipped(target.replace(/\/$/, '')))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(missing, []);
  });

  it("shows on the extension's page in VS Code no picture that is not found and no link that leads nowhere", () => {
    assert.equal(vsce.readmePath, 'out/README.md');
    const readme = shippedReadme(readFileSync(join(root, 'README.md'), 'utf8'));
    const targets = [...readme.matchAll(/\]\(([^)]+)\)/gu)].map(([, target = '']) => target);
    assert.ok(targets.length > 2);
    assert.deepEqual(
      targets.filter((target) => !/^(?:https:|#)/u.test(target)),
      [],
    );
    const cases: readonly (readonly [string, string])[] = [
      ['甲\n\n![图](docs/a.png)\n![图](docs/b.png)\n\n乙', '甲\n\n乙'],
      ['见[指标](docs/indices.md)。', '见指标（`docs/indices.md`）。'],
      ['see [exports](docs/exports.md).', 'see exports (`docs/exports.md`).'],
      ['[a](https://example.org) [b](#b)', '[a](https://example.org) [b](#b)'],
    ];
    for (const [given, expected] of cases) assert.equal(shippedReadme(given), expected);
  });
});
