import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { missingRemedies } from '../../../src/core/rules/missingRemedies';
import { isRemedyKind } from '../../../src/core/taxonomy/kinds';
import { findingsOf } from '../support/analysis';
import { builtinEnvironment, smallEnvironment } from '../support/environment';

const named = (text: string): readonly string[] =>
  findingsOf('PL102', text).flatMap(({ message, categories }) => [message.id, ...categories]);

describe('missing remedies', () => {
  const body = '没人才。\n引人才。\n';
  const cases: readonly [string, string, readonly string[]][] = [
    ['of the stated problems only', `方案\n${body}`, ['PL102.problems.message', 'S3.1']],
    [
      'all of them in a comprehensive text',
      `方案\n${body}建平台。\n放贷款。\n`,
      ['PL102.message', 'R2.3', 'S3.1'],
    ],
    [
      'all of them where half of them is there, one only in a heading',
      `方案\n引人才。\n建平台。\n一、放贷款\n`,
      ['PL102.message', 'R2.3', 'S3.1'],
    ],
    ['none of a single subject that states no problem', `方案\n引人才。\n建平台。\n`, []],
    ['none in a text that proposes nothing', `方案\n没人才。\n`, []],
    [
      'also where a proposal is but a heading',
      `方案\n没人才。\n一、引人才\n`,
      ['PL102.problems.message', 'S3.1'],
    ],
    [
      'also where one proposal is a sentence and another but a heading',
      `方案\n${body}一、建平台\n`,
      ['PL102.problems.message', 'S3.1'],
    ],
    ['none in a regulation', '条例\n第一条 引人才。\n第二条 建平台。\n第三条 放贷款。\n', []],
    [
      'also in a regulation that states a problem',
      '条例\n没人才。\n第一条 引人才。\n第二条 建平台。\n第三条 放贷款。\n',
      ['PL102.message', 'R2.3', 'S3.1'],
    ],
    [
      'also in a plan that has two articles',
      '方案\n第一条 引人才。\n第二条 建平台，放贷款。\n',
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
    findingsOf('PL102', `# 方案\n\n没人才。引人才。\n\n${comment}\n`, { format: 'markdown' })[0]?.message
      .args[2];
  it('counts what it leaves out without what does not apply', () => {
    assert.equal(others(''), '3');
    assert.equal(others('<!-- policy-lens-not-applicable R2.3: 不涉及 -->'), '2');
  });

  it('are counted, the first six of them named, and each told where to look', () => {
    const { taxonomy } = builtinEnvironment();
    const analysis = analyze('方案\n引人才。\n', 'plain', smallEnvironment());
    const leaves = taxonomy.categories
      .filter(({ isLeaf, kind }) => isLeaf && isRemedyKind(kind))
      .map(({ code }) => code);
    for (const count of [6, 7]) {
      const missing = leaves.slice(0, count);
      const thin = leaves.slice(count, count + 2);
      const coverage = {
        ...analysis.coverage,
        missing,
        thin,
        covered: leaves.slice(count + 2),
        problems: [],
      };
      const [found, ...others] = missingRemedies.check({ ...analysis, coverage }, taxonomy);
      assert.deepEqual(others, []);
      assert.deepEqual(found?.message, {
        id: count === 6 ? 'PL102.message' : 'PL102.many',
        args: [String(count), String(leaves.length), `category:${leaves.slice(0, 6).join(' ')}`, '2'],
      });
      assert.deepEqual([found.categories, found.related.length], [missing, count]);
    }
  });

  it('that are all there is are told of by themselves, with the problems they answer or the nearest sentence', () => {
    const { taxonomy } = smallEnvironment();
    const analysis = analyze('方案\n没平台。\n没人才。\n放贷款。\n做转化。\n', 'plain', smallEnvironment());
    const [near] = analysis.annotations;
    assert.ok(near);
    const nearest = [{ ...near, category: 'R1.2', score: 0.2 }];
    const [found] = missingRemedies.check({ ...analysis, nearest }, taxonomy);
    assert.deepEqual(found?.message, {
      id: 'PL102.message',
      args: ['3', '5', 'category:R1.2 S1.1 S3.1', '5'],
    });
    assert.deepEqual(
      found.related.map(({ start, end, message: { id, args } }) => [start, end, id, ...args]),
      [
        [near.start, near.end, 'clue.nearest', 'category:R1.2', near.quote, '20'],
        [0, 2, 'PL102.nothing', 'category:S1.1', 'category:P1.1'],
        [0, 2, 'PL102.nothing', 'category:S3.1', 'category:P1.2'],
      ],
    );
  });

  it('are asked for by the paper only where they are the paper’s', () => {
    const { taxonomy } = builtinEnvironment();
    const analysis = analyze('方案\n引人才。\n', 'plain', smallEnvironment());
    const coverage = { ...analysis.coverage, missing: ['R1.1'], thin: [], covered: ['R1.2'], problems: [] };
    const told = (category: object): string | undefined => {
      const all = taxonomy.categories.map((each) => (each.code === 'R1.1' ? { ...each, ...category } : each));
      const byCode = new Map(all.map((each) => [each.code, each]));
      const [found] = missingRemedies.check(
        { ...analysis, coverage },
        { ...taxonomy, categories: all, byCode },
      );
      return found?.related[0]?.message.id;
    };
    assert.equal(told({}), 'PL102.safeguard');
    assert.equal(told({ isAdded: true }), 'PL102.alone');
  });

  const otherKinds =
    '提案 建议案 案由 请示 批复 的函 复函 答复 纪要 讲话 致辞 发言 诉求 信访件 访谈 新闻 评论 论文';
  for (const kind of otherKinds.split(' '))
    it(`none in what calls itself ${kind}`, () => assert.deepEqual(named(`关于人才${kind}\n${body}`), []));

  for (const phrase of [
    '（记者 李某）',
    '新华社甲市',
    '本文认为',
    '本文从甲说起',
    '本文以甲为例',
    '本文试图说明',
  ])
    it(`none where a text says ${phrase}`, () =>
      assert.deepEqual(named(`人才何以不来\n${phrase}，此事重大。\n${body}`), []));
});
