import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { cueKinds, cuesOf as wordsOf } from '../../../src/core/match/stance/cues';
import { explain } from '../../../src/core/match/explain';
import { explained } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

describe('cues in an explanation', () => {
  const cuesOf = (text: string): string[] =>
    explained(text)
      .flatMap(({ cues }) => cues)
      .filter(({ kind }) => kind === 'defect' || kind === 'resolve' || kind === 'modal')
      .map(({ kind, text: word }) => `${kind} ${word}`);

  const cases: readonly [string, string, readonly string[]][] = [
    ['a defect', '中试平台仍然不足。', ['defect 不足']],
    ['no defect inside a longer word', '海川科技有限公司落户园区。', []],
    ['no defect under a verb that resolves it', '着力解决中试平台不足的问题。', ['resolve 解决']],
    ['a modal verb of one character', '企业要开放场景。', ['modal 要']],
    ['none at the front of a word', '要素流通，应用推广。', []],
    ['none at the end of a word', '主要是平台建设。', []],
  ];
  for (const [name, text, expected] of cases)
    it(`are those that count: ${name}`, () => assert.deepEqual(cuesOf(text), expected));
});

describe('the words of a kind of cue', () => {
  for (const kind of cueKinds)
    it(`are words, each once: ${kind}`, () => {
      const words = wordsOf(kind);
      assert.deepEqual(
        words.filter((word, i) => word === '' || words.indexOf(word) !== i),
        [],
      );
    });
});

describe('an explanation', () => {
  it('is made of as many sentences as asked for', () => {
    const environment = builtinEnvironment();
    const text = '引进人才。'.repeat(50);
    const span = { start: 0, end: text.length };
    const analysis = analyze(text, 'plain', environment);
    assert.equal(explain(analysis, environment, span, undefined, 3).length, 3);
    assert.equal(explain(analysis, environment, span).length, 50);
  });
});
