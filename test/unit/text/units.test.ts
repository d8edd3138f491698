import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseDocument } from '../../../src/core/text/parseDocument';

/** The codebook's rule for units, written again and differently: by regular expressions, line by line. */
function unitsByRule(text: string): { start: number; end: number }[] {
  const units: { start: number; end: number }[] = [];
  let lineStart = 0;
  for (const line of text.split(/[\r\n]/)) {
    for (const piece of line.matchAll(/[^。！？；!?;]*[。！？；!?;][”’』」）)]*|[^。！？；!?;]+$/g)) {
      const leading = piece[0].length - piece[0].trimStart().length;
      const trimmed = piece[0].trim();
      if (/[\u4e00-\u9fffA-Za-z0-9]/.test(trimmed)) {
        const start = lineStart + piece.index + leading;
        units.push({ start, end: start + trimmed.length });
      }
    }
    lineStart += line.length + 1;
  }
  return units;
}

const spans = (text: string) =>
  parseDocument(text, 'plain').sentences.map(({ start, end }) => ({ start, end }));

const character = fc.constantFrom(
  ...'技术。；！？!?;”）) \n\r\t一二（）1.、第章条A𠮷😀\ud800\udc00'.split(''),
  '𠮷',
  '😀',
  '\u3000',
);

describe('coding units of plain text', () => {
  it('equal the rule of the codebook on any text', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(spans(text), unitsByRule(text));
      }),
      { numRuns: 500 },
    );
  });

  const folder = path.resolve('../shared/gold/dev');
  it('equal the units of the gold documents', function () {
    if (!fs.existsSync(folder)) this.skip();
    for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const gold = fs
        .readFileSync(path.join(folder, file.replace('.txt', '.gold.tsv')), 'utf8')
        .split('\n')
        .filter((line) => /^\d/.test(line))
        .map((line) => line.split('\t').map(Number));
      assert.deepEqual(
        spans(text),
        gold.map(([, start, end]) => ({ start, end })),
        file,
      );
    }
  });
});
