import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { paragraphAt, type Lines } from '../../../src/client/hints/paragraph';

function linesOf(text: string): Lines {
  const lines = text.split('\n');
  return {
    lineCount: lines.length,
    lineAt: (line) => ({ text: lines[line]!, isEmptyOrWhitespace: lines[line]!.trim() === '' }),
  };
}

const markdown = [
  '# 标题', // 0
  '第一行', // 1
  '第二行', // 2
  '', // 3
  '- 甲', // 4
  '  甲续', // 5
  '- 乙', // 6
  '', // 7
  '末段', // 8
  '## 小标题', // 9
].join('\n');

describe('the paragraph of the cursor', () => {
  const cases: readonly [line: number, first: number, last: number][] = [
    [0, 0, 0],
    [1, 1, 2],
    [2, 1, 2],
    [3, 3, 3],
    [4, 4, 5],
    [5, 4, 5],
    [6, 6, 6],
    [8, 8, 8],
    [9, 9, 9],
    [99, 9, 9],
    [-1, 0, 0],
  ];
  for (const [line, first, last] of cases)
    it(`Markdown line ${line}: ${first}–${last}`, () => {
      assert.deepEqual(paragraphAt(linesOf(markdown), line, true), { first, last });
    });

  it('Markdown without blank lines: numbers and headings of an official text part paragraphs, as in the analysis', () => {
    const text = [
      '一、总体要求', // 0
      '各地要加强引才，', // 1
      '加快建设。', // 2
      '二、主要措施', // 3
      '（一）建设平台。由市科技局', // 4
      '牵头。', // 5
      '（二）引进人才。', // 6
    ].join('\n');
    const lines = linesOf(text);
    const parts = parseDocument(text, 'markdown').blocks.map(({ start, end }) => ({
      first: text.slice(0, start).split('\n').length - 1,
      last: text.slice(0, end).split('\n').length - 1,
    }));
    assert.equal(parts.length, 5);
    for (const part of parts)
      for (let line = part.first; line <= part.last; line++)
        assert.deepEqual(paragraphAt(lines, line, true), part);
  });

  it('plain text: every line is a paragraph', () => {
    assert.deepEqual(paragraphAt(linesOf('一\n二\n三'), 1, false), { first: 1, last: 1 });
  });

  it('all lines of a paragraph agree on what it is', () => {
    const line = fc.constantFrom(
      '',
      '  ',
      '文字',
      '# 题',
      '- 项',
      '1. 项',
      '> 引',
      '| 表 |',
      '续行。',
      '（一）甲。',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (content) => {
        const lines = linesOf(content.join('\n'));
        content.forEach((_, at) => {
          const range = paragraphAt(lines, at, true);
          assert.ok(range.first <= at && at <= range.last);
          for (let other = range.first; other <= range.last; other++)
            assert.deepEqual(paragraphAt(lines, other, true), range);
        });
      }),
    );
  });
});
