import assert from 'node:assert/strict';
import { fileStem } from '../../../src/client/documents/fileStem';

describe('name of a file after a title', () => {
  for (const [title, stem] of [
    ['某市推进深度融合实施方案', '某市推进深度融合实施方案'],
    ['关于“科创/产业”融合：意见?', '关于“科创-产业”融合：意见-'],
    [' 2027 年\n\t工作要点. ', '2027 年 工作要点'],
    ['..', ''],
    ['', ''],
    ['长'.repeat(70), '长'.repeat(60)],
    ['𠮷'.repeat(70), '𠮷'.repeat(60)],
  ] as const)
    it(`takes what a name may have of “${title.slice(0, 12)}”`, () => assert.equal(fileStem(title), stem));
});
