import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AnchorFinder, anchorOf } from '../../../src/core/suppress/anchor';
import type { TextAnchor } from '../../../src/core/suppress/model';
import { parseDocument } from '../../../src/core/text/parseDocument';

const plain = (text: string) => parseDocument(text, 'plain');
const anchorAt = (text: string, quote: string): TextAnchor => {
  const sentence = plain(text).sentences.find(({ start, end }) => text.slice(start, end) === quote);
  assert.ok(sentence, quote);
  return anchorOf(text, sentence);
};
const foundIn = (text: string, anchor: TextAnchor): string | null => {
  const sentence = new AnchorFinder(plain(text)).find(anchor);
  return sentence && `${sentence.start}:${text.slice(sentence.start, sentence.end)}`;
};

const before = '一、主要问题\n没有平台。没有人才。\n二、措施\n引进人才二十名。建设平台。引进人才二十名。\n';

describe('anchors', () => {
  const cases: readonly [string, string, string, string | null][] = [
    ['stay where nothing changed', '没有人才。', before, '12:没有人才。'],
    ['move with the text', '没有人才。', `新的一句。\n${before}`, '18:没有人才。'],
    [
      'hold when the sentence itself is edited a little',
      '引进人才二十名。',
      before.replace('引进人才二十名。建', '引进领军人才三十名。建'),
      '23:引进领军人才三十名。',
    ],
    [
      'hold when a sentence is split',
      '没有平台。',
      before.replace('没有平台。', '没有平。台。'),
      '7:没有平。',
    ],
    [
      'hold when the sentence and the one before it are edited',
      '没有人才。',
      before.replace('没有平台。没有人才。', '缺少场地。没有领军人才。'),
      '12:没有领军人才。',
    ],
    [
      'hold when the sentence and the one behind it are edited',
      '没有平台。',
      before.replace('没有平台。没有人才。', '没有中试平台。缺少专家。'),
      '7:没有中试平台。',
    ],
    ['are lost when the sentence is gone', '没有人才。', before.replace('没有人才。', ''), null],
    [
      'are lost when it is quite another sentence',
      '没有人才。',
      before.replace('没有人才。', '天气很好啊。'),
      null,
    ],
  ];
  for (const [name, quote, after, expected] of cases)
    it(name, () => assert.equal(foundIn(after, anchorAt(before, quote)), expected));

  it('tell equal sentences apart by what stands around them', () => {
    const text = '甲乙丙。引进人才。丁戊己。引进人才。庚辛壬。';
    const [, , , second] = plain(text).sentences;
    assert.ok(second);
    assert.equal(
      foundIn(`新句一。新句二。新句三。${text}`, anchorOf(text, second)),
      `${second.start + 12}:引进人才。`,
    );
  });

  it('tell equal sentences apart by what stands behind alone', () => {
    const text = '引进人才。甲乙丙。引进人才。丁戊己。引进人才。庚辛壬。';
    const [, , second] = plain(text).sentences;
    assert.ok(second);
    const moved = '引进人才。甲乙丙。引进人才。庚辛壬。引进人才。丁戊己。';
    assert.equal(foundIn(moved, { ...anchorOf(text, second), prefix: '' }), '18:引进人才。');
  });

  it('are lost with an edited sentence between which and the text’s ends hardly anything stands', () => {
    const anchor = anchorAt('甲。没有人才。乙。', '没有人才。');
    assert.equal(foundIn('甲。没有领军人才。乙。', anchor), null);
  });

  it('go with the words rather than with the place, where half of what stands around went with them', () => {
    const around = '支持企业组建联合体，面向全国张榜，谁有本事谁来揭榜，不问出身。';
    const text = `${around}引进人才二十名。建设平台三个，全部向企业开放。\n`;
    const edited = text.replace('引进人才二十名', '引进高端人才三名');
    const elsewhere = `${around}引进人才二十名。给予补贴。\n`;
    const found = foundIn(edited + elsewhere, anchorAt(text, '引进人才二十名。'));
    assert.equal(found, `${edited.length + around.length}:引进人才二十名。`);
    assert.equal(foundIn(edited, anchorAt(text, '引进人才二十名。')), `${around.length}:引进高端人才三名。`);
  });

  it('tell equal sentences in equal surroundings apart by place', () => {
    const line = '引进人才。\n';
    const text = line.repeat(30);
    const tenth = plain(text).sentences[10];
    assert.ok(tenth);
    assert.equal(new AnchorFinder(plain(text)).find(anchorOf(text, tenth))?.index, 10);
  });

  it('quote 300 units of a long sentence, and find it by them', () => {
    const long = `${'长'.repeat(500)}。`;
    const anchor = anchorAt(`短。${long}`, long);
    assert.equal(anchor.quote.length, 300);
    assert.equal(foundIn(`新。\n短。${long}`, anchor), `5:${long}`);
  });

  const basic = '引进人才建设平台转化成果资金部门市场企业政府'.split('');
  // Halves of a pair and rare characters, too; but a unit needs a basic character (characters.ts).
  const words = fc
    .tuple(
      fc.array(fc.constantFrom(...basic, ...'😀'.split(''), '𠮷'), { minLength: 3, maxLength: 11 }),
      fc.constantFrom(...basic),
      fc.nat(),
    )
    .map(([list, word, place]) => list.toSpliced(place % (list.length + 1), 0, word));
  const sentences = fc.uniqueArray(
    words.map((list) => `${list.join('')}。`),
    { minLength: 2, maxLength: 12 },
  );

  it('survive insertions elsewhere', () => {
    fc.assert(
      fc.property(
        sentences,
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 20 })), { maxLength: 5 }),
        (list, pick, insertions) => {
          const text = list.join('');
          const own = list[pick % list.length] as string;
          const anchor = anchorAt(text, own);
          // Whole sentences of other words, put between the old ones.
          const after = [...list];
          for (const [place, noise] of insertions)
            after.splice(
              place % (after.length + 1),
              0,
              `新增${noise.replace(/[\s。！？；!?;“”’』」）()]/g, '')}一句。`,
            );
          const edited = after.join('');
          assert.equal(
            foundIn(edited, anchor),
            `${after.slice(0, after.indexOf(own)).join('').length}:${own}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throw, whatever the anchor and the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        fc.integer(),
        (text, quote, prefix, suffix, start) => {
          foundIn(text, { quote, prefix, suffix, start });
        },
      ),
      { numRuns: 200 },
    );
  });
});
