import assert from 'node:assert/strict';
import { compiledFor } from '../../../src/core/match/scoring/compiled';
import { wordKind } from '../../../src/core/match/evidence/featureTable';
import { longVerb, shortVerbs } from '../../../src/core/match/words/shortVerbs';
import { codesIn } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

describe('verbs of one character', () => {
  const { table } = compiledFor(builtinEnvironment());

  for (const verb of shortVerbs)
    it(`${verb} is read as a word that the model knows`, () => {
      const word = table.word(longVerb(verb) ?? '');
      assert.ok(word >= 0 && table.one(wordKind, word) >= 0);
    });

  const items: readonly [string, readonly string[]][] = [
    ['3.引人才', ['R1.2']],
    ['育企业，壮产业。', ['R2.1']],
    ['兴产业、强集群。', ['R3.2']],
    ['通数据、享资源。', ['R1.1']],
    ['抓项目、引团队、强载体。', ['R1.2']],
    ['人才。', []],
    ['稳增长、促消费。', []],
    ['护生态、建家园。', []],
    ['抓党建、强队伍。', []],
  ];
  for (const [text, expected] of items)
    it(`${text} is ${expected.join(' and ') || 'nothing'}`, () => assert.deepEqual(codesIn(text), expected));
});
