import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { smallEnvironment } from '../support/environment';

/** What the finding about a thin answer says, and what it says of each answer. */
const named = (text: string): readonly string[] =>
  analyze(text, 'plain', smallEnvironment())
    .findings.filter(({ rule }) => rule === 'PL103')
    .flatMap(({ message, related }) => [message.id, ...related.map((each) => each.message.id)]);

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
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(named(text), expected));
});
