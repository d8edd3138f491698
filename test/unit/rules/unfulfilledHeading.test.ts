import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import type { Analysis } from '../../../src/core/model';
import { unfulfilledHeading } from '../../../src/core/rules/unfulfilledHeading';
import { builtinEnvironment } from '../support/environment';

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
