/** What would hold the Markdown parser up for seconds or minutes is read in time, with every offset where it was. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutFloods } from '../../../src/core/text/markdown/floods';
import type { ParsedDocument } from '../../../src/core/text/model';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { within } from '../support/time';
import { anyText } from './texts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Each took from five seconds to minutes before the parser was spared it. */
const floods: readonly (readonly [name: string, text: string])[] = [
  ['items of a list, each deeper by a line', lines(800, (index) => `${' '.repeat(2 * index)}- 甲\n`)],
  ['items of two depths in turn', '- 甲\n    - 乙\n'.repeat(8000)],
  ['numbers of two depths in turn, never at the margin', `1. 甲\n${'   1. 乙\n      1. 丙\n'.repeat(6000)}`],
  ['items that begin with a quote', '- > 甲\n'.repeat(8000)],
  ['numbers that begin with an item, in a quote', '> 1. - 甲\n'.repeat(8000)],
  ['numbers of lists on one line', `${'1. '.repeat(30_000)}甲\n`],
  ['quotes and lists on one line', `${'> - '.repeat(20_000)}甲\n`],
  ['marks of quotes without blanks', `${'>'.repeat(100_000)}甲\n`],
  ['blank lines below nested lists', `${'- '.repeat(500)}甲\n${'\n'.repeat(100_000)}`],
  ['lines that go on with an item', `${'- '.repeat(8)}甲\n${'甲\n'.repeat(50_000)}`],
  ['such lines with bars, below a table', `- |甲|\n  |-|\n${'|甲\n'.repeat(30_000)}`],
  ['such lines that end as on old computers', `- 甲\r${'甲\r'.repeat(50_000)}`],
  ['brackets in brackets', '['.repeat(50_000) + '甲' + ']'.repeat(50_000)],
  ['links in links', '['.repeat(20_000) + '甲' + '](a)'.repeat(20_000)],
  ['items and headings in turn', '- 甲\n# 乙\n'.repeat(12_000)],
  ['lines under headings', '甲\n===\n'.repeat(14_000)],
  ['instructions without an end', '甲<?'.repeat(30_000)],
  ['comments without an end', `${'甲<!--'.repeat(20_000)}`],
  ['declarations and sections without an end', '甲<!A 乙<![CDATA['.repeat(8000)],
];

const sentence = '引进高层次人才。';

function wordsOf({ sentences, prose }: ParsedDocument): string[] {
  return sentences.map(({ start, end }) => prose.slice(start, end));
}

describe('a flood of Markdown', () => {
  for (const [name, text] of floods)
    it(`of ${name} is read in time, and so is what follows`, () => {
      const whole = `${text}\n\n# 甲乙\n\n${sentence}\n`;
      const document = within(4, () => parseDocument(whole, 'markdown'));
      assert.equal(document.prose.length, whole.length);
      const last = document.sentences.at(-1);
      assert.equal(whole.slice(last?.start, last?.end), sentence);
    });

  it('is told from what people write', () => {
    for (const text of [
      `${'- '.repeat(16)}甲`,
      `${'> '.repeat(16)}甲`,
      lines(16, (index) => `${'    '.repeat(index)}- 甲\n`),
      lines(16, (index) => `${'\t'.repeat(index)}1. 甲\n`),
      '- '.repeat(40),
      `> ${'* '.repeat(40)}*  \n`,
      '-'.repeat(200),
      `${'*'.repeat(80)}甲乙${'*'.repeat(80)}`,
      '1.'.repeat(40),
      `甲${'\n'.repeat(100)}乙`,
      `|甲|乙|\n|-|-|\n${'|甲|乙|\n'.repeat(3000)}`,
      '甲乙\n'.repeat(3000),
      `- 甲\n\n${'甲乙\n'.repeat(3000)}`,
      `${'甲<!-- 注 -->'.repeat(100)}乙`,
      `${'甲[^1]乙[丙](http://e.cn)'.repeat(400)}`,
      '甲\n---\n\n'.repeat(300),
      '- 甲\n    - 乙\n    - 丙\n'.repeat(500),
      '- 甲\n'.repeat(3000),
      '- > 甲\n- 1. 乙\n'.repeat(500),
      `${'* * *\n\n'.repeat(1100)}- > 甲\n`,
    ])
      assert.equal(withoutFloods(text), text);
  });

  it('leaves what is too deep as the text it looks like', () => {
    const deep = (depth: number): ParsedDocument =>
      parseDocument(`${'- '.repeat(depth)}${sentence}`, 'markdown');
    assert.deepEqual(wordsOf(deep(16)), [sentence]);
    assert.deepEqual(wordsOf(deep(18)), [`- - ${sentence}`]);
    assert.deepEqual(wordsOf(parseDocument(`${' '.repeat(64)}- 甲\n`, 'markdown')), []);
  });

  it('loses no words of a paragraph of thousands of lines', () => {
    const text = `- 甲乙。\n${lines(5000, (index) => `第${index}条丙丁。\r\n`)}`;
    const words = wordsOf(within(5, () => parseDocument(text, 'markdown')));
    assert.equal(words.length, 5001);
    assert.equal(words.at(-1), '第4999条丙丁。');
  });

  it('keeps its length, whatever it is', () => {
    const piece = fc.oneof(
      anyText,
      fc.constantFrom('- ', '> ', '1. ', '\t', ' ', '\n', '\r', '\r\n', '* * *', '<?', '<!--', '?>', '-->'),
    );
    const flood = fc.tuple(piece, fc.nat({ max: 150 })).map(([text, count]) => text.repeat(count));
    const kept = fc.property(fc.array(flood, { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      assert.equal(withoutFloods(text).length, text.length);
      assert.equal(parseDocument(text, 'markdown').prose.length, text.length);
    });
    within(20, () => fc.assert(kept, { numRuns: 40 }));
  });
});
