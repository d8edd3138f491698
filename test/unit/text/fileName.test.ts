import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allowedPart, fileStem } from '../../../src/core/text/fileName';

describe('name of a file after a title', () => {
  for (const [title, stem] of [
    ['某市推进深度融合实施方案', '某市推进深度融合实施方案'],
    ['关于“科创/产业”融合：意见?', '关于“科创-产业”融合：意见-'],
    [' 2027 年\n\t工作要点. ', '2027 年 工作要点'],
    ['..', ''],
    ['', ''],
    ['比较：甲/a.md → 乙/a.md', '比较：甲-a.md → 乙-a.md'],
    ['Coverage of: a <b>', 'Coverage of-a-b-'],
    ['工作要点…', '工作要点…'],
    ['con', '_con'],
    ['Aux.2027', '_Aux.2027'],
    ['COM¹ .txt', '_COM¹ .txt'],
    ['lpt10', 'lpt10'],
    ['con计划', 'con计划'],
    ['半\ud842字', '半-字'],
    ['长'.repeat(70), '长'.repeat(60)],
    ['𠮷'.repeat(70), '𠮷'.repeat(60)],
  ] as const)
    it(`takes what a name may have of “${title.slice(0, 12)}”`, () => assert.equal(fileStem(title), stem));
});

describe('a part of a path in an archive', () => {
  for (const [part, allowed] of [
    ['方案.md', '方案.md'],
    ['a: b?.md', 'a_ b_.md'],
    ['a\\b', 'a_b'],
    ['..', '_'],
    ['a. .', 'a_'],
    ['nul.txt', '_nul.txt'],
    ['CONIN$', '_CONIN$'],
    ['半\udc00', '半_'],
  ] as const)
    it(`“${part.toWellFormed()}” is “${allowed}”`, () => assert.equal(allowedPart(part), allowed));
});

it('no system refuses a name, whatever the title', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('con', '.', ' ', '/', '长', '\ud842', '\t'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const title = pieces.join('');
      // eslint-disable-next-line no-control-regex
      const refused = /[\u0000-\u001f\u007f<>:"|?*\\/]|\p{Surrogate}|[. ]$|^(?:con|nul)(?:\.|$)/iu;
      for (const name of [fileStem(title), allowedPart(title)]) assert.doesNotMatch(name, refused);
      assert.ok(Buffer.byteLength(`${fileStem(title)}-99.policy.md`) <= 255);
    }),
  );
});
