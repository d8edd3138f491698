import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { explain } from '../../../src/core/match/explain';
import { isSubjectWord } from '../../../src/core/match/words/subjectWords';
import { tagsIn } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

/** A county's rules for tourism: rewards and bases, and nothing of innovation. */
const tourism = [
  '青石县扶持乡村旅游办法',
  '',
  '一、奖励',
  ...Array.from(
    { length: 14 },
    (_, i) =>
      `对当年评上${i + 2}星级的民宿，由县财政从专项资金中一次性奖励${i + 3}万元，并优先列入贴息贷款的支持名单。`,
  ),
  '',
  '二、其他',
  '支持企业与高校共建农产品保鲜中试基地，推动科技成果转化。',
].join('\n');

describe('what a document is about', () => {
  const environment = builtinEnvironment();
  const coded = (text: string): string[] => tagsIn(text).map(({ quote }) => quote);

  for (const [word, expected] of [
    ['科技成果', true],
    ['研发', true],
    ['职业院校', true],
    ['民宿', false],
    ['奖励', false],
    ['技', false],
  ] as const)
    it(`${word} is ${expected ? '' : 'not '}a word of the field`, () =>
      assert.equal(isSubjectWord(word), expected));

  it('leaves rewards alone in a document about something else', () => {
    assert.deepEqual(
      coded(tourism).filter((quote) => quote.includes('民宿')),
      [],
    );
  });

  it('tags what speaks of innovation there all the same', () => {
    assert.ok(coded(tourism).some((quote) => quote.includes('中试基地')));
  });

  it('tags the same reward in a document on innovation', () => {
    const text = tourism.replaceAll('民宿', '研发机构').replaceAll('乡村旅游', '科技创新');
    assert.ok(coded(text).length > 5);
  });

  it('judges no text of a few sentences', () => {
    const draft = '对新认定的企业，由市财政一次性奖励五十万元。加大财政专项资金对中小企业的奖补力度。';
    assert.ok(coded(draft).length > 0);
  });

  it('says so where it is asked why not', () => {
    const analysis = analyze(tourism, 'plain', environment);
    const at = tourism.indexOf('对当年评上5星级');
    const [found] = explain(analysis, environment, { start: at, end: at + 5 });
    assert.ok(found?.otherSubject !== null && (found?.otherSubject ?? 99) < 6);
    const last = tourism.indexOf('支持企业与高校');
    assert.equal(explain(analysis, environment, { start: last, end: last + 4 })[0]?.otherSubject, null);
  });
});
