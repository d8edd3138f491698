import assert from 'node:assert/strict';
import { join } from 'node:path';
import { placed } from '../../../src/cli/baselinePlace';
import { cli, folderWith, memo } from './harness';

interface Case {
  readonly name: string;
  /** Where this run stands. */
  readonly from: string;
  readonly file: string;
  readonly paths: readonly string[];
  readonly expected: readonly string[];
}

const whole = ['a.md', 'docs/a.md', 'docs/b.md'];

const cases: readonly Case[] = [
  { name: 'from the folder of its run', from: '.', file: 'base.json', paths: whole, expected: whole },
  {
    name: 'from a folder below, where one of the names stands, too',
    from: 'docs',
    file: '../base.json',
    paths: whole,
    expected: ['../a.md', 'a.md', 'b.md'],
  },
  { name: 'kept in a folder of its own', from: '.', file: 'ci/base.json', paths: whole, expected: whole },
  {
    name: 'kept in a folder of its own, from another',
    from: 'docs',
    file: '../ci/base.json',
    paths: whole,
    expected: ['../a.md', 'a.md', 'b.md'],
  },
  {
    name: 'written in a folder below',
    from: '.',
    file: 'docs/base.json',
    paths: ['b.md', '../a.md'],
    expected: ['docs/b.md', 'a.md'],
  },
  {
    name: 'standard input',
    from: 'docs',
    file: '../base.json',
    paths: ['-', 'a.md'],
    expected: ['-', '../a.md'],
  },
  {
    name: 'documents that are gone',
    from: 'docs',
    file: '../base.json',
    paths: ['c.md'],
    expected: ['c.md'],
  },
];

describe('the paths of a baseline', () => {
  const root = folderWith({ 'a.md': memo, 'docs/a.md': memo, 'docs/b.md': memo, 'ci/run.sh': '' });
  for (const { name, from, file, paths, expected } of cases)
    it(name, async () => {
      const baseline = new Map(paths.map((path) => [path, []]));
      assert.deepEqual([...(await placed(baseline, file, join(root, from))).keys()], expected);
    });

  it('fit whatever folder the same run starts from', async () => {
    const cwd = folderWith({ 'docs/a.md': `# ${memo}`, 'ci/run.sh': '' });
    const all = ['--rule', 'PL102=warning', '--fail-on', 'hint'];
    const kept = await cli(['coverage', 'docs', '-f', 'json', '-o', 'base.json', ...all], { cwd });
    assert.equal(kept.code, 1);
    for (const [from, path, file] of [
      ['.', 'docs', 'base.json'],
      ['docs', '.', '../base.json'],
      ['ci', '../docs', '../base.json'],
    ] as const) {
      const { code, err } = await cli(['coverage', path, '--baseline', file, ...all], {
        cwd: join(cwd, from),
      });
      assert.equal(code, 0, `${from}: ${err}`);
    }
  });
});
