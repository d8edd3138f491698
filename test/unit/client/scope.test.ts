/** Which of the workspace's documents a report of a selection takes in. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { openDocument, resetEditor } from '../support/vscode';
import type { Listed } from '../../../src/client/report/subjects/listFiles';
import { globOf, isWithin, narrowed, scopeOf, tablesFor } from '../../../src/client/report/subjects/scope';

const uri = (name: string): vscode.Uri => openDocument(`file:///ws/${name}`).uri;
const uris = (...names: string[]): vscode.Uri[] => names.map(uri);
const paths = (list: readonly vscode.Uri[]): string[] => list.map(({ path }) => path.slice('/ws/'.length));

describe('a report of a selection', () => {
  beforeEach(resetEditor);

  const listed = (): Listed => ({
    files: uris('a/1.md', 'a/b/2.txt', 'ab/3.md', '4.md'),
    about: uris('README.md', 'a/README.md'),
    off: [],
    included: new Set(),
    sidecars: new Set(),
    cut: [],
    ignored: new Map(),
  });

  const cases: readonly [name: string, scope: readonly string[], expected: readonly string[]][] = [
    ['of nothing is of the whole workspace', [], ['a/1.md', 'a/b/2.txt', 'ab/3.md', '4.md']],
    ['of a folder has what is below it, not what is called alike', ['a'], ['a/1.md', 'a/b/2.txt']],
    ['of files has these', ['4.md', 'a/1.md'], ['4.md', 'a/1.md']],
    ['of a folder and a file has both', ['ab', '4.md'], ['4.md', 'ab/3.md']],
    ['has a text that settings leave out, where it was chosen itself', ['entwurf/5.md'], ['entwurf/5.md']],
    ['reads no README, even a chosen one', ['README.md'], []],
    ['of a folder without texts is empty', ['c'], []],
  ];
  for (const [name, scope, expected] of cases)
    it(name, () => assert.deepEqual(paths(narrowed(listed(), uris(...scope)).files), expected));

  it('tells what it leaves out of its folder only', () =>
    assert.deepEqual(paths(narrowed(listed(), uris('a')).about), ['a/README.md']));

  it('is of all that is selected, else of what was clicked', () => {
    const [a, b] = [uri('a'), uri('b.md')];
    assert.deepEqual(scopeOf(a, [a, b]), [a, b]);
    assert.deepEqual(scopeOf(a, undefined), [a]);
    assert.deepEqual(scopeOf(undefined, undefined), []);
    assert.deepEqual(scopeOf('file:///ws/a', ['b']), []);
  });

  it('is grouped by tables in it and around it, not by those of other folders', () => {
    const tables = uris('metadata.csv', 'a/metadata.csv', 'a/b/metadata.csv', 'ab/metadata.csv');
    assert.deepEqual(paths(tablesFor(uris('a/b'), tables)), [
      'metadata.csv',
      'a/metadata.csv',
      'a/b/metadata.csv',
    ]);
    assert.deepEqual(paths(tablesFor(uris('ab/3.md'), tables)), ['metadata.csv', 'ab/metadata.csv']);
    assert.deepEqual(tablesFor([], tables), tables);
  });

  for (const [name, pattern] of [
    ['a/意见.md', 'a/意见.md'],
    ['[a]/{b}*.md', '?a?/?b??.md'],
  ] as const)
    it(`follows ${name} as ${pattern}`, () =>
      assert.equal(globOf(openDocument('file:///ws').uri, uri(name)), pattern));

  it('of the root of a file system has all in it', () => {
    const [root, file] = [openDocument('memfs:/').uri, openDocument('memfs:/a/1.md').uri];
    assert.ok(isWithin([root], file));
    assert.ok(isWithin([root], root));
  });

  it('takes in what is written in a folder later', () => {
    assert.ok(isWithin(uris('a'), uri('a/neu.md')));
    assert.ok(!isWithin(uris('a'), uri('neu.md')));
  });
});
