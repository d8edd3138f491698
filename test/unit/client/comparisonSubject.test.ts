import assert from 'node:assert/strict';
import { editor, rename, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { reportInput } from '../../../src/client/report/page/reportInput';
import { ComparisonSubject, pair } from '../../../src/client/report/subjects/comparisonSubject';
import type { ReportedDocument } from '../../../src/client/report/subjects/subject';
import type { ReportTaxonomyResult } from '../../../src/protocol';

describe('a comparison whose texts are renamed', () => {
  beforeEach(resetEditor);

  const { t } = wordsIn('en');
  const services = { words: { t } } as unknown as Services;
  const head = `git:///ws/卷/b.md?${JSON.stringify({ path: '/ws/卷/b.md', ref: 'HEAD' })}`;
  const [a, b] = ['file:///ws/卷/a.md', 'file:///ws/卷/b.md'];

  const cases: readonly [
    name: string,
    sides: readonly [string, string],
    move: readonly [string, string],
    uris: readonly [string, string],
    paths: readonly [string, string],
  ][] = [
    [
      'has the new name of the earlier one',
      [a, b],
      [a, 'file:///ws/旧.md'],
      ['file:///ws/旧.md', b],
      ['旧.md', 'b.md'],
    ],
    [
      'has the new name of the later one',
      [a, b],
      [b, 'file:///ws/新.md'],
      [a, 'file:///ws/新.md'],
      ['a.md', '新.md'],
    ],
    [
      'has both where their folder is',
      [a, b],
      ['file:///ws/卷', 'file:///ws/册'],
      ['file:///ws/册/a.md', 'file:///ws/册/b.md'],
      ['a.md', 'b.md'],
    ],
    [
      'tells them apart where both have one name now',
      [a, b],
      [b, 'file:///ws/册/a.md'],
      [a, 'file:///ws/册/a.md'],
      ['a.md', 'a.md (2)'],
    ],
    [
      'leaves what was committed under the name it was committed by',
      [head, b],
      [b, 'file:///ws/新.md'],
      [head, 'file:///ws/新.md'],
      ['b.md (HEAD)', '新.md'],
    ],
    ['stays where another is', [a, b], ['file:///ws/c.md', 'file:///ws/d.md'], [a, b], ['a.md', 'b.md']],
  ];
  for (const [name, before, [oldUri, newUri], uris, paths] of cases)
    it(name, () => {
      const [first, second] = before.map((uri) => vscode.Uri.parse(uri)) as [vscode.Uri, vscode.Uri];
      const sides = pair(services, first, second);
      const read = sides.map(({ uri, path }, at) => ({
        uri,
        text: before[at],
        result: { path },
      })) as unknown as readonly ReportedDocument[];
      const subject = new ComparisonSubject(services, sides, read);
      let told = 0;
      subject.onDidChange(() => told++);
      rename(oldUri, newUri);
      assert.equal(told, uris.join(' ') === before.join(' ') ? 0 : 1);
      assert.equal(subject.key, `compare ${uris.join(' ')}`);
      assert.equal(subject.title, t('client.compare.title', ...paths));
      const [earlier, later] = uris.map((uri, at) => ({ uri, path: paths[at] }));
      assert.deepEqual(subject.memento, { about: 'comparison', before: earlier, after: later });
      assert.deepEqual(
        subject.ordered.map(({ uri, text, result }) => [uri.toString(), text, result.path]),
        uris.map((uri, at) => [uri, before[at], paths[at]]),
      );
      subject.dispose();
    });
});

describe('a comparison made in a workspace that is not trusted', () => {
  beforeEach(resetEditor);

  it('says what was not read for it, also when the workspace is trusted later', () => {
    const services = { words: wordsIn('en') } as unknown as Services;
    const taxonomy = {
      id: '',
      version: '',
      fingerprint: '',
      categories: [],
    } as unknown as ReportTaxonomyResult;
    const sides = pair(services, vscode.Uri.parse('file:///ws/a.md'), vscode.Uri.parse('file:///ws/b.md'));
    const isRestricted = (subject: ComparisonSubject): boolean | undefined =>
      reportInput(subject, taxonomy, services, { host: 'file' }).isRestricted;
    editor.isTrusted = false;
    const before = new ComparisonSubject(services, sides, []);
    assert.equal(isRestricted(before), true);
    editor.isTrusted = true;
    assert.equal(isRestricted(before), true);
    assert.equal(isRestricted(new ComparisonSubject(services, sides, [])), false);
  });
});
