import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import type { Analysis, Annotation } from '../../../src/core/model';
import { unfulfilledHeading } from '../../../src/core/rules/unfulfilledHeading';
import { builtinEnvironment, smallEnvironment } from '../support/environment';
import { within } from '../support/time';

const environment = builtinEnvironment();
const under = (heading: string, text: string): Analysis =>
  analyze(`关于促进产业发展的若干措施\n一、${heading}\n${text}\n二、其他\n`, 'plain', environment);
const unfulfilled = (analysis: Analysis): string[] =>
  unfulfilledHeading
    .check(analysis, environment.taxonomy)
    .map(({ start, end }) => analysis.document.text.slice(start, end).trim());

describe('headings that announce what their text lacks', () => {
  const benefits =
    '对新引进的高层次人才给予安家补贴，解决子女入学和配偶就业。在高新区建设人才公寓，对青年人才提供住房补贴和生活补助。';
  const training =
    '支持职业院校与企业共建产业学院，实施新型学徒制，每年培训技能骨干三千人次。建立以能力和业绩为导向的评价制度，完善职称评审办法。';
  const money =
    '财政每年安排专项资金500万元，对入选项目给予一次性资助。对验收合格的项目再给予奖励，所需经费列入年度部门预算，由财政部门统筹安排。';

  it('are reported where the text is about something else altogether', () =>
    assert.deepEqual(unfulfilled(under('促进科技成果转移转化', benefits)), ['一、促进科技成果转移转化']));

  it('are reported where the text is about a group whose code begins alike', () => {
    const analysis = under('促进科技成果转移转化', benefits);
    const annotations = analysis.annotations.map((each) =>
      each.isHeading ? each : { ...each, category: 'R20.1' },
    );
    assert.deepEqual(unfulfilled({ ...analysis, annotations }), ['一、促进科技成果转移转化']);
  });

  it('are left alone over primary remedies of the same problem', () =>
    assert.deepEqual(unfulfilled(under('引进高端领军人才', training)), []));

  const cases: readonly [string, string, readonly string[]][] = [
    ['one matter, of which one category is there', '搭建引才聚才平台', []],
    ['two matters, of which one is there', '搭建引才和聚才平台', ['一、搭建引才和聚才平台']],
  ];
  for (const [name, heading, expected] of cases)
    it(`with two tags: ${name}`, () => {
      const analysis = under(heading, money);
      assert.deepEqual(unfulfilled(analysis), [`一、${heading}`], 'with its own tag alone');
      const own = analysis.annotations.find(({ isHeading, category }) => isHeading && category === 'R1.2');
      assert.ok(own);
      const second = { ...own, category: 'R3.1', score: 0.5 };
      assert.deepEqual(
        unfulfilled({ ...analysis, annotations: [...analysis.annotations, second] }),
        expected,
      );
    });
});

describe('what a heading announces', () => {
  const small = smallEnvironment();
  const other =
    '本部分另有说明，此处从略，不再一一展开，有关材料附后，供参阅时对照使用，请各有关方面知悉为盼。';
  const part = (heading: string, text: string): Analysis =>
    analyze(`方案\n一、${heading}\n${text}\n二、其他\n`, 'plain', small);
  const found = (analysis: Analysis): string[] =>
    unfulfilledHeading.check(analysis, small.taxonomy).map(({ message: { args } }) => args.join('/'));

  const cases: readonly [string, Analysis, readonly string[]][] = [
    [
      'is reported with all that the text is about, once each and in order',
      part('做转化', `建平台。引人才。引人才，${other}`),
      ['做转化/category:R2.3/category:R1.2 S1.1'],
    ],
    [
      'is reported where the text is about problems',
      part('做转化', `没平台。${other}`),
      ['做转化/category:R2.3/category:P1.1'],
    ],
    ['is there with one sentence among others', part('做转化', `引人才。做转化，${other}`), []],
    ['is akin to another category of its group', part('放贷款', `引人才。${other}`), []],
    ['is akin to another remedy of its problem', part('给补贴', `引人才。${other}`), []],
    ['is in two of its characters', part('做转化', `引人才。本地转化之事，${other}`), []],
    ['is no problem', part('没平台', `引人才。${other}`), []],
    ['is nothing over a text about nothing', part('做转化', other), []],
    ['is nothing over a text about actors alone', part('做转化', `用好市场机制。${other}`), []],
    ['is nothing over further headings alone', part('做转化', `（一）引人才\n${other}`), []],
    ['is nothing over a short text', part('做转化', '引人才。此处从略。'), []],
    [
      'is nothing over a short text in many lines',
      part('做转化', `引人才。${Array.from({ length: 50 }, () => '\n').join('　')}此处从略。`),
      [],
    ],
  ];
  for (const [name, analysis, expected] of cases) it(name, () => assert.deepEqual(found(analysis), expected));

  it('is found as quickly among thousands of headings', () => {
    const parts = Array.from({ length: 20_000 }, () => `一、做转化\n引人才。${other}\n`);
    const analysis = analyze(parts.join(''), 'plain', smallEnvironment(), { wantsRule: () => false });
    assert.equal(
      within(2, () => unfulfilledHeading.check(analysis, smallEnvironment().taxonomy)).length,
      20_000,
    );
  });

  const doubted: readonly [string, Partial<Annotation>, boolean][] = [
    ['with a score of 0.6', { score: 0.6 }, true],
    ['with a score below', { score: 0.59 }, false],
    ['for how things hang together', { category: 'R3.1' }, false],
    ['for sharing as such', { category: 'R1.1' }, false],
  ];
  const evidence: readonly [string, number, number, number, boolean][] = [
    ['words of it speak for the tag', 0, 0, 1, false],
    ['words of it speak against the tag', 0, 0, -1, true],
    ['words before it speak for the tag', -1, 0, 1, true],
    ['words behind it speak for the tag', 0, 1, 1, true],
  ];
  const analysis = part('做转化', `引人才。${other}`);
  const changed = (change: (own: Annotation) => Partial<Annotation>): Analysis => ({
    ...analysis,
    annotations: analysis.annotations.map((each) => (each.isHeading ? { ...each, ...change(each) } : each)),
  });
  for (const [name, change, expected] of doubted)
    it(`is ${expected ? '' : 'not '}told of a heading tagged ${name}`, () =>
      assert.equal(found(changed(() => change)).length, expected ? 1 : 0));
  for (const [name, before, behind, weight, expected] of evidence)
    it(`is ${expected ? 'not ' : ''}taken up by a text where ${name}`, () => {
      const withEvidence = changed(({ start, end }) => ({
        evidence: [{ start: start + before, end: end + behind, text: '“从”“略”', indicator: 'x', weight }],
      }));
      assert.equal(found(withEvidence).length, expected ? 1 : 0);
    });
});
