import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { isSurelyStated, otherPlaces, statedIn, titleSpan } from '../../../src/core/rules/clues';
import { smallEnvironment } from '../support/environment';

describe('clues', () => {
  const cases: readonly [string, readonly number[], boolean][] = [
    ['not at all', [], false],
    ['once with doubt', [0.59], false],
    ['once for sure', [0.6], true],
    ['twice with doubt', [0.3, 0.3], true],
  ];
  for (const [name, scores, expected] of cases)
    it(`a problem stated ${name} is ${expected ? '' : 'not '}stated for sure`, () =>
      assert.equal(isSurelyStated(scores.map((score) => ({ score }))), expected));

  const text = '方案\n一、没人才\n没人才甲。没人才乙。没人才丙。没人才丁。没人才戊。\n';
  const analysis = analyze(text, 'plain', smallEnvironment());

  it('of a category are sentences before headings, then by score, then by place', () => {
    const scores = [0.9, 0.5, 0.8, 0.5, 0.8, 0.5];
    const annotations = analysis.annotations
      .filter(({ category }) => category === 'P1.2')
      .map((annotation, i) => ({ ...annotation, score: scores[i] ?? 0 }));
    const words = (order: typeof annotations): string[] =>
      statedIn({ ...analysis, annotations: order }, 'P1.2').map(({ start, end }) => text.slice(start, end));
    const expected = ['没人才乙。', '没人才丁。', '没人才甲。', '没人才丙。', '没人才戊。', '一、没人才'];
    assert.deepEqual(words(annotations), expected);
    assert.deepEqual(words(annotations.toReversed()), expected);
    assert.deepEqual(statedIn(analysis, 'R1.2'), []);
  });

  it('name at most three further places, none of them the first', () => {
    const stated = statedIn(analysis, 'P1.2');
    assert.equal(stated.length, 6);
    assert.deepEqual(
      otherPlaces(analysis, stated, 'clue.alsoStated').map(({ start, end, message }) => [
        text.slice(start, end),
        message.id,
        ...message.args,
      ]),
      stated.slice(1, 4).map(({ quote }) => [quote, 'clue.alsoStated', 'category:P1.2', quote]),
    );
  });

  const titles: readonly [string, string, string][] = [
    ['the title', '关于人才的方案\n没人才。\n', '关于人才的方案'],
    ['the first sentence where there is none', '没人才。引人才。\n', '没人才。'],
    ['the start of a text without words', '\n——\n', ''],
  ];
  for (const [name, source, expected] of titles)
    it(`on the whole document stand on ${name}`, () => {
      const { start, end } = titleSpan(analyze(source, 'plain', smallEnvironment()));
      assert.equal(source.slice(start, end), expected);
    });
});
