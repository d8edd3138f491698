import assert from 'node:assert/strict';
import { plainWordOf } from '../../../src/core/match/words/plainWords';
import { codesIn } from '../support/analysis';

describe('figures that are low or falling', () => {
  it('are told by ranks and comparisons, too', () => {
    assert.equal(plainWordOf('垫底'), '偏低');
    assert.equal(plainWordOf('偏低'), null);
  });

  const expected: readonly [string, readonly string[]][] = [
    ['国家级实验室数量居全省末位。', ['P1.1']],
    ['省级以上平台数量全省垫底。', ['P1.1']],
    ['成果转化率不升反降。', ['P2.1']],
    ['创投基金规模缩水一半。', []],
    ['人才流失率仅为1%。', []],
    ['科技贷款利率仅为2%。', []],
    ['成果转化周期仅为同类平台的一半。', []],
    ['融资成本由6%降到4%。', []],
    ['止住了研发投入下滑的势头。', []],
    ['扭转创新投入下滑的势头。', []],
    ['技术合同登记仅用一天。', []],
    ['申报不及时的，不予受理。', []],
    ['中试平台由3家增加到8家。', ['S1.1']],
  ];
  for (const [text, found] of expected) it(text, () => assert.deepEqual(codesIn(text), found));
});
