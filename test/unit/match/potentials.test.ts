import assert from 'node:assert/strict';
import { codesIn, explained } from '../support/analysis';

describe('defects told by what cannot be brought about, by understatement or by how a measure fares', () => {
  const defectsOf = (text: string): string[] =>
    explained(text)
      .flatMap(({ cues }) => cues)
      .filter(({ kind }) => kind === 'defect')
      .map(({ text: word }) => word);

  const found: readonly [string, string][] = [
    ['初创企业贷不到款。', '贷不到'],
    ['现有基地满足不了企业的中试需要。', '满足不了'],
    ['三个部门的政策拧不成一股绳。', '拧不成'],
    ['好成果转不出去。', '转不出去'],
    ['专利转化率说不上高。', '说不上'],
    ['领军人才不能说多。', '不能说多'],
    ['对接渠道并不那么通畅。', '并不那么'],
    ['创业导师库成了空架子。', '空架子'],
    ['平台年度评估没人管。', '没人管'],
    ['返岗教师的职级晋升受影响。', '受影响'],
    ['商业银行不肯发放信用贷款。', '不肯'],
  ];
  for (const [text, word] of found) it(text, () => assert.ok(defectsOf(text).includes(word)));

  const none: readonly string[] = [
    '创新离不开人才，也少不了平台。',
    '免不了要走些弯路。',
    '办一件事用不着跑两次。',
    '引进的博士不出三年就能挑大梁。',
    '一件专利的审查用时不到一年。',
    '对不起观众的话不必说。',
    '新型研发机构了不起的成绩。',
    '小企业也用得上大型仪器。',
    '对受影响较大的企业给予补助。',
    '职级晋升不受影响。',
    '公开透明地遴选项目。',
    '融资谈不上困难。',
    '审批称不上慢。',
  ];
  for (const text of none) it(`none: ${text}`, () => assert.deepEqual(defectsOf(text), []));

  it('make problems, and no measures of what cannot be had', () => {
    const expected: readonly [string, readonly string[]][] = [
      ['小企业贷不到信用贷款。', ['P3.2']],
      ['科研成果出不了实验室。', ['P2.1']],
      ['关键核心技术一直攻不下来。', []],
      ['企业研发机构建不起来。', []],
      ['产学研联盟“联而不合”。', ['P3.2']],
      ['领军人才的数量谈不上多。', ['P1.2']],
    ];
    for (const [text, kinds] of expected) assert.deepEqual(codesIn(text), kinds, text);
  });
});
