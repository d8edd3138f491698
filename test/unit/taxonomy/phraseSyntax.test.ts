import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAlternatives, readPattern, spreadPhrase } from '../../../src/core/taxonomy/phraseSyntax';

const lists = new Map([
  ['build', ['建设', '打造']],
  ['who', ['高校']],
]);

describe('notation of phrases', () => {
  const cases: [string, string[]][] = [
    ['技术经理人', ['技术经理人']],
    ['{中试|熟化}{平台|基地}', ['中试平台', '中试基地', '熟化平台', '熟化基地']],
    ['{|科技}成果', ['成果', '科技成果']],
    ['{<build>|新建}中心', ['建设中心', '打造中心', '新建中心']],
    ['{<who>}地方研究院', ['高校地方研究院']],
    ['{a|a}b', ['ab']],
    ['“{五唯|四唯}”', ['“五唯”', '“四唯”']],
  ];
  for (const [template, phrases] of cases)
    it(template, () => {
      assert.deepEqual(spreadPhrase(template, lists), phrases);
    });

  const faults: [string, string][] = [
    ['{中试|熟化', 'unclosed'],
    ['中试}平台', 'unclosed'],
    ['<build>平台', 'bareList'],
    ['<build平台', 'unclosed'],
    ['{<build>平台', 'unclosed'],
    ['建设|打造平台', 'bareChoice'],
    ['（建设|打造）平台', 'bareChoice'],
    ['｛建设|打造｝平台', 'fullWidth'],
    ['{建设｜打造}平台', 'fullWidth'],
    ['{＜build＞}平台', 'fullWidth'],
    ['{新<build>}平台', 'notAlone'],
    ['{a{b}}', 'unclosed'],
    ['{<nobody>}平台', 'unknownList'],
    ['{|甲}', 'empty'],
    ['   ', 'empty'],
    [`{${Array.from({ length: 99 }, (_, i) => String(i)).join('|')}}`.repeat(2), 'tooMany'],
  ];
  for (const [template, fault] of faults)
    it(`${fault}: ${template.slice(0, 20)}`, () => {
      const found = spreadPhrase(template, lists);
      assert.ok('fault' in found && found.fault === fault, JSON.stringify(found).slice(0, 80));
    });
});

describe('notation of patterns', () => {
  it('> keeps the order, + does not', () => {
    const slots = [['引进', '引育'], ['人才']];
    assert.deepEqual(readPattern('引进|引育 > 人才', lists), {
      slots,
      within: 'clause',
      ordered: true,
      maxGap: 12,
    });
    assert.deepEqual(readPattern('引进|引育+人才', lists), {
      slots,
      within: 'clause',
      ordered: false,
      maxGap: 12,
    });
  });

  it('takes word lists, also before and after >', () => {
    const found = readPattern('<build>>平台 > <who>', lists);
    assert.deepEqual('slots' in found && found.slots, [['建设', '打造'], ['平台'], ['高校']]);
    assert.ok('ordered' in found && found.ordered);
  });

  const options: [string, string, number][] = [
    ['a > b @ 6', 'clause', 6],
    ['a > b @6', 'clause', 6],
    ['a > b @ sentence', 'sentence', 40],
    ['a > b @ sentence 30', 'sentence', 30],
  ];
  for (const [text, within, maxGap] of options)
    it(text, () => {
      const found = readPattern(text, lists);
      assert.deepEqual('slots' in found && [found.within, found.maxGap], [within, maxGap]);
    });

  it('takes as many groups as may be', () => {
    const found = readPattern('a>b>c>d>e>f>g>h', lists);
    assert.equal('slots' in found && found.slots.length, 8);
  });

  it('leaves marks that are words, as in 互联网＋', () => {
    const found = readPattern('互联网＋ > 平台', lists);
    assert.deepEqual('slots' in found && found.slots, [['互联网＋'], ['平台']]);
    assert.deepEqual(spreadPhrase('互联网＋', lists), ['互联网＋']);
  });

  const faults: [string, string][] = [
    ['人才', 'oneSlot'],
    ['<build>', 'oneSlot'],
    ['引进 ＞ 人才', 'fullWidth'],
    ['引进 ＋ 人才', 'fullWidth'],
    ['引进 > 人才 ＠ 6', 'fullWidth'],
    ['引进｜引育 > 人才', 'fullWidth'],
    ['引进 > ＜who＞', 'fullWidth'],
    ['{引进|引育} > 人才', 'notAlone'],
    ['引进 > 新<who>', 'notAlone'],
    ['a + b > c', 'mixedOrder'],
    ['a > | > c', 'empty'],
    ['a > ', 'empty'],
    ['a > <nobody>', 'unknownList'],
    ['a > b @ near', 'option'],
    ['a > b @ 6 @ 7', 'option'],
    ['a > b @ 99999', 'option'],
    ['a>b>c>d>e>f>g>h>i', 'tooMany'],
  ];
  for (const [text, fault] of faults)
    it(`${fault}: ${text}`, () => {
      const found = readPattern(text, lists);
      assert.ok('fault' in found && found.fault === fault, JSON.stringify(found));
    });
});

it('any text is read as a notation or told to be none', () => {
  const text = fc.string({ unit: fc.constantFrom(...'{}<>|+@ 甲乙build0') });
  fc.assert(
    fc.property(text, (written) => {
      for (const found of [spreadPhrase(written, lists), readAlternatives(written, lists)])
        assert.ok(Array.isArray(found) || 'fault' in found);
      const pattern = readPattern(written, lists);
      if ('fault' in pattern) return;
      assert.ok(pattern.slots.length >= 2 && pattern.slots.length <= 8);
      assert.ok(pattern.slots.every((words) => words.length > 0 && !words.includes('')));
    }),
    { numRuns: 500 },
  );
});
