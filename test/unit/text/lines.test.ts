import assert from 'node:assert/strict';
import { isSpace } from '../../../src/core/text/characters';
import { Lines } from '../../../src/core/text/lines';

describe('lines of a text', () => {
  const text = '甲\r\n乙😀\r丙\n';
  const lines = new Lines(text);

  it('end with CRLF, CR and LF alike; columns count UTF-16 code units', () => {
    const places = [...'甲乙丙'].map((word) => lines.at(text.indexOf(word)));
    assert.deepEqual(
      places.map(({ line, column }) => [line, column]),
      [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
    );
    assert.deepEqual(lines.at(text.indexOf('\r丙')), { line: 2, column: 4 });
    assert.deepEqual(lines.at(text.length), { line: 4, column: 1 });
  });

  it('go up to their end, which is none of them', () => {
    const words = [1, 2, 3, 4].map((line) => {
      const span = lines.span(line);
      return span && text.slice(span.start, span.end);
    });
    assert.deepEqual(words, ['甲', '乙😀', '丙', '']);
    assert.equal(lines.span(0), null);
    assert.equal(lines.span(5), null);
  });
});

describe('white space', () => {
  it('is what regular expressions take for it, of all UTF-16 code units', () => {
    for (let code = 0; code <= 0xffff; code++)
      assert.equal(isSpace(code), /\s/.test(String.fromCharCode(code)), code.toString(16));
  });
});
