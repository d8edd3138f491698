import assert from 'node:assert/strict';
import { isAddressee, isSentToBodies } from '../../../src/core/text/addressee';

describe('addressees', () => {
  const cases: readonly [string, 'bodies' | 'people' | 'none'][] = [
    ['各县（市、区）人民政府，市政府各部门：', 'bodies'],
    ['各县（市、区）：', 'bodies'],
    ['各乡镇（街道）：', 'bodies'],
    ['各镇(街道):', 'bodies'],
    ['各镇、各街道：', 'bodies'],
    ['市科技局（市外国专家局）：', 'bodies'],
    ['各有关高校、科研院所：', 'bodies'],
    ['各直属企业、行业协会:', 'bodies'],
    ['各市委, 省直 各单位：', 'bodies'],
    ['“百校千企”工作专班成员单位：', 'bodies'],
    ['第3协作组：', 'bodies'],
    ['各位代表：', 'people'],
    ['各位委员、同志们：', 'people'],
    ['某某主席：', 'people'],
    ['市科技局', 'none'],
    ['市科技局：请予支持。', 'none'],
    ['市科技局要做好以下几项，涉及各部门：', 'none'],
    ['现将任务下达如下，请发各部门：', 'none'],
    ['下列单位：', 'none'],
    ['拓宽融资渠道：', 'none'],
    ['科技局。各部门：', 'none'],
    ['局：', 'none'],
    [`${'各'.repeat(149)}部门：`, 'bodies'],
    [`${'各'.repeat(150)}部门：`, 'none'],
  ];
  for (const [line, expected] of cases)
    it(`${line.slice(0, 30)} names ${expected}`, () => {
      const found = isSentToBodies(line) ? 'bodies' : isAddressee(line) ? 'people' : 'none';
      assert.equal(found, expected);
    });
});
