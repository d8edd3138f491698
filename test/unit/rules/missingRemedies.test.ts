import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { smallEnvironment } from '../support/environment';

const named = (text: string): readonly string[] =>
  analyze(text, 'plain', smallEnvironment())
    .findings.filter(({ rule }) => rule === 'PL102')
    .flatMap(({ message, categories }) => [message.id, ...categories]);

describe('missing remedies', () => {
  const body = '没人才。\n引人才。\n';
  const cases: readonly [string, string, readonly string[]][] = [
    ['of the stated problems only', `方案\n${body}`, ['PL102.problems.message', 'S3.1']],
    [
      'all of them in a comprehensive text',
      `方案\n${body}建平台。\n放贷款。\n`,
      ['PL102.message', 'R2.3', 'S3.1'],
    ],
    ['none where the problems have theirs', `方案\n${body}给补贴。\n`, []],
    ['none in a proposal', `关于人才的提案\n${body}`, []],
    ['none in minutes', `工作专班会议纪要\n${body}`, []],
    ['none in a letter', `关于人才工作的函\n${body}`, []],
    [
      'none in a request whose title has a line for the office',
      `甲市科技局\n关于人才工作的请示\n${body}`,
      [],
    ],
    ['none in news', `人才来了\n本报讯（记者 李某）今天开会。\n${body}`, []],
    ['none in an essay', `人才何以不来\n笔者不敢苟同。\n${body}`, []],
    [
      'also in a plan that follows a speech',
      `贯彻讲话精神的方案\n${body}`,
      ['PL102.problems.message', 'S3.1'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(named(text), expected));

  const others = (comment: string): string | undefined =>
    analyze(`# 方案\n\n没人才。引人才。\n\n${comment}\n`, 'markdown', smallEnvironment()).findings.find(
      ({ rule }) => rule === 'PL102',
    )?.message.args[2];
  it('counts what it leaves out without what does not apply', () => {
    assert.equal(others(''), '3');
    assert.equal(others('<!-- policy-lens-not-applicable R2.3: 不涉及 -->'), '2');
  });
});
