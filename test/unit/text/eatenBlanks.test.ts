/** Blanks to be filled in, which CommonMark takes for marks of emphasis. */
import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { within } from '../support/time';

describe('blanks to be filled in', () => {
  /** What of a text is prose, where nothing but marks may be none. */
  const proseOf = (text: string): string => parseDocument(text, 'markdown').prose;
  const reads = [
    ...'%‰℃，、；：。！？,;:!?”’」』》）)]}',
    '年底前',
    '年末前',
    '年内甲',
    '年前甲',
    '月底甲',
    '月末甲',
    '日前甲',
  ];
  for (const words of reads)
    it(`gives back the blanks before ${words}`, () => {
      const text = `甲，__${words}乙__。`;
      assert.equal(proseOf(text), text);
    });
  for (const word of '由到至达仅为约超过于第')
    it(`gives back the blanks behind ${word}`, () => {
      const text = `甲，__乙${word}__。`;
      assert.equal(proseOf(text), text);
    });
  for (const mark of '%‰℃')
    it(`gives back the blanks before ${mark} behind them`, () => {
      const text = `甲，__乙__${mark}。`;
      assert.equal(proseOf(text), text);
    });
  for (const mark of '，、；：,;:')
    it(`gives back blanks around several clauses behind ${mark}`, () => {
      const text = `甲${mark}__乙，丙丁__。`;
      assert.equal(proseOf(text), text);
    });
  const given: readonly [string, string][] = [
    ['with bold words between', '甲，__%，而**乙**率仅__%。'],
    ['of three', '甲，___%，而仅___%。'],
    ['of four', '甲，____%，而仅____%。'],
    ['beside others', '甲，__%，乙__%，丙__%，丁__%。'],
  ];
  for (const [name, text] of given)
    it(`gives back blanks ${name}`, () => assert.equal(proseOf(text), text.replaceAll('**', '  ')));
  for (const text of [
    '甲，__乙__。',
    '甲，**%乙**。',
    '甲，_%乙_。',
    '__甲乙，丙丁__。',
    '甲，__乙，丙丁。__',
  ])
    it(`takes the marks in ${text} for marks`, () => assert.doesNotMatch(proseOf(text), /[_*]/));

  it('gives blanks back around more than a call takes arguments', () => {
    const text = `占比，__${'`a`建'.repeat(70_000)}仅__%。\n`;
    const { prose } = within(20, () => parseDocument(text, 'markdown'));
    assert.equal(prose.match(/__/g)?.length, 2);
  });
});
