import assert from 'node:assert/strict';
import { compiledFor } from '../../../src/core/match/scoring/compiled';
import { abbreviations, wordsOfAbbreviation } from '../../../src/core/match/words/abbreviations';
import { wordKind } from '../../../src/core/match/evidence/featureTable';
import { codesIn, explained } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

describe('abbreviations', () => {
  const { table } = compiledFor(builtinEnvironment());
  const isKnown = (word: string): boolean => {
    const number = table.word(word);
    return number >= 0 && table.one(wordKind, number) >= 0;
  };

  for (const short of abbreviations)
    it(`${short} is unknown to the model, and its long form is known`, () => {
      assert.ok(!isKnown(short));
      assert.ok((wordsOfAbbreviation(short, isKnown)?.length ?? 0) > 0);
    });

  it('are read only where every word of the long form is known', () => {
    assert.equal(
      wordsOfAbbreviation('国重', (word) => word !== '重点'),
      null,
    );
    assert.equal(
      wordsOfAbbreviation('人才', () => true),
      null,
    );
  });

  const read: readonly [string, string][] = [
    ['深化三评改革。', 'S1.2'],
    ['大力聚才育才。', 'R1.2'],
    ['抓好双招双引。', 'R1.2'],
    ['推进四链融合。', 'R3.2'],
    ['共建产研院。', 'S1.1'],
    ['推动大仪共享。', 'R1.1'],
    ['扩大融担规模，降低费率。', 'S2.2'],
    ['知产质押难。', 'P3.2'],
  ];
  for (const [text, category] of read)
    it(`${text} is ${category}`, () => assert.ok(codesIn(text).includes(category), codesIn(text).join(' ')));

  it('stand as a reason where they are written', () => {
    const text = '推动大仪共享。';
    const [found] = explained(text, 'R1.1');
    const reason = found?.categories[0]?.evidence.find((each) => each.text.includes('大仪'));
    assert.ok(reason && reason.weight > 0);
    assert.equal(reason.text, text.slice(reason.start, reason.end));
  });
});
