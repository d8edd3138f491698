import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import type { Analysis } from '../../../src/core/model';
import { problemWithoutRemedy } from '../../../src/core/rules/problemWithoutRemedy';
import { smallEnvironment } from '../support/environment';

const environment = smallEnvironment();
const read = (text: string): Analysis => analyze(`方案\n${text}`, 'plain', environment);
/** Every finding's message with its arguments, and the categories it is about. */
const unanswered = (analysis: Analysis): string[] =>
  problemWithoutRemedy
    .check(analysis, environment.taxonomy)
    .map(({ message: { id, args }, categories }) => [id, ...args, ...categories].join('/'));

describe('problems without a remedy', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['nothing answers', '没平台。\n引人才。\n', ['PL101.message/category:P1.1/3/category:S1.1/S1.1']],
    [
      'several remedies would answer',
      '没人才。\n建平台。\n',
      ['PL101.message/category:P1.2/3/category:R1.2 S3.1/R1.2/S3.1'],
    ],
    ['one of several remedies answers', '没人才。\n给补贴。\n', []],
    ['a heading answers', '没平台。\n一、建平台\n', []],
    [
      'a related remedy answers',
      '没平台。\n放贷款。\n',
      ['PL101.partly/category:P1.1/3/category:S1.1/category:R1.3/S1.1'],
    ],
    [
      'a heading with a related remedy answers',
      '没平台。\n一、放贷款\n',
      ['PL101.partly/category:P1.1/3/category:S1.1/category:R1.3/S1.1'],
    ],
    ['nobody states', '引人才。\n', []],
  ];
  for (const [name, text, expected] of cases)
    it(`are those that ${name}: ${expected.length}`, () =>
      assert.deepEqual(unanswered(read(text)), expected));

  it('are told of without the remedies that do not apply, and not at all where none does', () => {
    const analysis = read('没人才。\n建平台。\n');
    const without = (...codes: readonly string[]): Analysis => ({
      ...analysis,
      notApplicable: codes.map((category) => ({ category, reason: '' })),
    });
    assert.deepEqual(unanswered(without('R1.2')), ['PL101.message/category:P1.2/3/category:S3.1/S3.1']);
    assert.deepEqual(unanswered(without('R1.2', 'S3.1')), []);
  });

  it('are none where a single sentence may state one, and two may', () => {
    const doubtful = (text: string): Analysis => {
      const analysis = read(text);
      return { ...analysis, annotations: analysis.annotations.map((each) => ({ ...each, score: 0.5 })) };
    };
    assert.deepEqual(unanswered(doubtful('没平台。\n')), []);
    assert.equal(unanswered(doubtful('没平台。\n没平台。\n')).length, 1);
  });

  it('stand on the first statement, and point at the nearest sentence and at the others', () => {
    const analysis = read('没平台甲。\n没平台乙。\n引人才。\n');
    const near = analysis.annotations.find(({ category }) => category === 'R1.2');
    assert.ok(near);
    const [found] = problemWithoutRemedy.check(
      { ...analysis, nearest: [{ ...near, category: 'S1.1', score: 0.3 }, near] },
      environment.taxonomy,
    );
    assert.deepEqual(
      [found, ...(found?.related ?? [])].map(
        (place) => place && [analysis.document.text.slice(place.start, place.end), place.message.id],
      ),
      [
        ['没平台甲。', 'PL101.message'],
        ['引人才。', 'clue.nearest'],
        ['没平台乙。', 'clue.alsoStated'],
      ],
    );
  });
});
