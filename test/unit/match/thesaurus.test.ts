import assert from 'node:assert/strict';
import { synonymSets, Thesaurus } from '../../../src/core/match/words/thesaurus';
import file from '../../../src/core/match/words/thesaurus.json';
import { tokenizer } from '../support/tokenizer';

describe('thesaurus', () => {
  const words = Object.values(file).flatMap((group) =>
    Object.values<string>(group).flatMap((list) => list.split(' ')),
  );

  it('names each set once', () => {
    assert.deepEqual([...new Set(synonymSets)], synonymSets);
  });

  it('holds only words that the tokenizer yields whole', () => {
    const cut = [...new Set(words)].filter((word) => tokenizer.cut(word).length !== 1);
    assert.deepEqual(cut, []);
  });

  it('puts a word in three sets at most', () => {
    const thesaurus = new Thesaurus();
    assert.deepEqual(
      words.filter((word) => thesaurus.setsOf(word).length > 3),
      [],
    );
  });

  it('knows nothing of a word it does not list', () => {
    assert.deepEqual(new Thesaurus().setsOf('某某某'), []);
  });
});
