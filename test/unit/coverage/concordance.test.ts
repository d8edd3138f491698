/** Sentences and words in context. */
import assert from 'node:assert/strict';
import { concordance, concordanceOf, type ConcordanceQuery } from '../../../src/core/coverage/concordance';
import { makeDocument } from '../report/support';

describe('a concordance', () => {
  const made = makeDocument('a.md', [
    { text: '培育技术经理人。', tags: ['R2.3', 'S1.1'] },
    { text: '没有标签的技术句。' },
    { text: '引进技术人才😀。', tags: ['R1.2'] },
  ]);
  const texts = new Map([['a.md', made.text]]);
  const found = (query: ConcordanceQuery, limit = 10): string[] =>
    concordanceOf([made.result], texts, query, 4, limit).lines.map(
      ({ left, match, right }) => `${left}|${match}|${right}`,
    );

  it('gives the sentences of a category with what stands around them', () => {
    assert.deepEqual(found({ category: 'R2.3', word: '' }), ['|培育技术经理人。| 没有标']);
  });

  it('takes a group for all its categories, none for another whose code begins alike', () => {
    assert.equal(found({ category: 'R', word: '' }).length, 0);
    assert.equal(found({ category: 'R2', word: '' }).length, 1);
  });

  it('finds a word in the sentences of a category, and without one in all texts', () => {
    assert.deepEqual(found({ category: 'R1.2', word: '技术' }), ['。 引进|技术|人才😀']);
    assert.equal(found({ category: '', word: '技术' }).length, 3);
    assert.equal(found({ category: 'R2.3', word: '人才' }).length, 0);
  });

  it('names places that hold just the match', () => {
    for (const { start, end, match } of concordanceOf([made.result], texts, {
      category: 'R1.2',
      word: '人才',
    }).lines)
      assert.equal(made.text.slice(start, end), match);
  });

  it('tells when it was cut', () => {
    const cut = concordanceOf([made.result], texts, { category: '', word: '技术' }, 4, 2);
    assert.deepEqual([cut.lines.length, cut.isCut], [2, true]);
  });

  it('of nothing is empty', () => {
    assert.deepEqual(found({ category: '', word: ' ' }), []);
  });
});

describe('a word in its contexts', () => {
  const texts = new Map([
    ['a.md', '推进😀成果转化，\r\n成果转化率提高。'],
    ['b.md', 'ABC成果 转化abc成果转化'],
  ]);

  it('finds every place with its context on one line', () => {
    assert.deepEqual(
      concordance(texts, '成果转化', 3).lines.map(({ path, start, left, match, right }) => [
        path,
        start,
        left,
        match,
        right,
      ]),
      [
        ['a.md', 4, '进😀', '成果转化', '， '],
        ['a.md', 11, '， ', '成果转化', '率提高'],
        ['b.md', 11, 'abc', '成果转化', ''],
      ],
    );
  });

  it('never cuts a surrogate pair', () => {
    for (let width = 0; width < 6; width++)
      for (const { left, right } of concordance(new Map([['a', '😀𠮷关键词𠮷😀']]), '关键词', width).lines)
        assert.ok((left + right).isWellFormed(), String(width));
  });

  it('finds words that marks of Markdown stand in, once, and others as before', () => {
    const text =
      '引进高层次**人才**，高层次人才\n津贴；[高层次](https://x.org/人才)人才。\n\n# 高层次\n\n人才\n';
    const found = (path: string, keyword: string): string[] =>
      concordance(new Map([[path, text]]), keyword).lines.map(({ match }) => match);
    assert.deepEqual(found('a.md', '高层次人才'), [
      '高层次**人才',
      '高层次人才',
      '高层次](https://x.org/人才)人才',
    ]);
    assert.deepEqual(found('a.txt', '高层次人才'), ['高层次人才']);
    assert.deepEqual(found('a.md', '人才津贴'), ['人才 津贴']);
    assert.deepEqual(found('a.md', '人才'), ['人才', '人才', '人才', '人才', '人才']);
  });

  it('ignores case, and takes the keyword literally', () => {
    for (const word of ['abc', 'ABC']) assert.equal(concordance(texts, word).lines.length, 2);
    assert.equal(concordance(texts, '成果.*').lines.length, 0);
    assert.deepEqual(concordance(texts, ' '), { lines: [], isCut: false });
  });

  it('looks for the exact spelling where lower case would move the places', () => {
    const { lines } = concordance(new Map([['a.md', 'İ、AI 产业、ai 产业']]), 'AI');
    assert.deepEqual(
      lines.map(({ match, start }) => [match, start]),
      [['AI', 2]],
    );
  });
});
