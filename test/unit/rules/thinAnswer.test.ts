import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { summarize } from '../../../src/core/coverage/summarize';
import type { Analysis } from '../../../src/core/model';
import { thinAnswer } from '../../../src/core/rules/thinAnswer';
import { findingsOf } from '../support/analysis';
import { smallEnvironment } from '../support/environment';

/** What the finding about a thin answer says, and what it says of each answer. */
const named = (text: string): readonly string[] =>
  findingsOf('PL103', text).flatMap(({ message, related }) => [
    message.id,
    ...related.map((each) => each.message.id),
  ]);

describe('thin answers', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['a sentence with a blank', '方案\n没人才。\n引人才__名。\n', ['PL103.blankOnly', 'PL103.blank']],
    ['none with the blank filled in', '方案\n没人才。\n引人才9名。\n', []],
    ['none with another sentence', '方案\n没人才。\n引人才__名。\n引人才。\n', []],
    ['a mere heading', '方案\n没人才。\n一、引人才\n', ['PL103.headingOnly', 'PL103.heading']],
    [
      'a sentence with a blank below a heading',
      '方案\n没人才。\n一、引人才\n引人才__名。\n',
      ['PL103.blankOnly', 'PL103.blank'],
    ],
    ['none with another remedy that answers', '方案\n没人才。\n引人才__名。\n给补贴。\n', []],
    ['none to a problem that nobody states', '方案\n引人才__名。\n', []],
    [
      'a heading and a sentence with a blank, to a problem stated twice',
      '方案\n没人才甲。没人才乙。\n一、引人才\n给补贴__元。\n',
      ['PL103.blankOnly', 'PL103.heading', 'PL103.blank', 'clue.alsoStated'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(named(text), expected));

  /** The same analysis with other scores, and what they make of its coverage. */
  const scored = (text: string, scores: Readonly<Record<string, number>>): Analysis => {
    const { taxonomy } = smallEnvironment();
    const analysis = analyze(text, 'plain', smallEnvironment());
    const annotations = analysis.annotations.map((each) => ({
      ...each,
      score: scores[each.category] ?? 0.9,
    }));
    return { ...analysis, annotations, coverage: summarize(annotations, taxonomy, new Set([2])) };
  };
  const ids = (analysis: Analysis): string[] =>
    thinAnswer
      .check(analysis, smallEnvironment().taxonomy)
      .flatMap(({ message, related }) => [message.id, ...related.map((each) => each.message.id)]);

  it('a doubtful sentence, which is told of before one with a blank', () => {
    assert.deepEqual(ids(scored('方案\n没人才。\n引人才。\n', { 'R1.2': 0.5 })), [
      'PL103.sentenceOnly',
      'PL103.sentence',
    ]);
    assert.deepEqual(ids(scored('方案\n没人才。\n引人才__名。\n给补贴。\n', { 'S3.1': 0.5 })), [
      'PL103.sentenceOnly',
      'PL103.blank',
      'PL103.sentence',
    ]);
  });

  it('none to a problem that a single sentence may state', () =>
    assert.deepEqual(ids(scored('方案\n没人才。\n引人才__名。\n', { 'P1.2': 0.5 })), []));
});
