import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { memoKinds } from '../../../src/client/commands/memoKinds';

describe('kinds of memo to begin', () => {
  const json = readFileSync('snippets/markdown.json', 'utf8');

  it('are the whole memos among the snippets', () =>
    assert.deepEqual(
      memoKinds(json, 'zh-CN').map(({ name }) => name),
      ['实施方案', '若干措施', '调研报告', '政策建议'],
    ));

  it('are exactly those that the README names', () => {
    const readme = readFileSync('README.md', 'utf8');
    const named = /`newMemo` \| 选(.+?)，从整篇骨架写起/u.exec(readme)?.[1]?.split(/、|或/u);
    assert.deepEqual(
      memoKinds(json, 'zh-CN').map(({ name }) => name),
      named,
    );
    assert.match(readme, /`newMemo` \| begins one of four kinds of memo/u);
    assert.equal(named?.length, 4);
  });

  for (const [language, words] of [
    ['zh-CN', /^[^|]*[\u4e00-\u9fff][^|]*$/u],
    ['en', /^[A-Z][^|\u4e00-\u9fff]+$/u],
  ] as const)
    it(`are described in ${language} alone`, () => {
      for (const { description } of memoKinds(json, language)) assert.match(description, words);
    });

  it('begin with a title or with front matter, and have places to fill in', () => {
    for (const { body } of memoKinds(json, 'en')) assert.match(body, /^(?:# |---\n)[\s\S]*\$\{1:/u);
  });
});
