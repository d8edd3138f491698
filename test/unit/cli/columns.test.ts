import assert from 'node:assert/strict';
import { clip, clipMiddle, fit, widthOf, wrap } from '../../../src/cli/output/columns';
import { within } from '../support/time';

describe('columns of a terminal', () => {
  it('are not counted for a text that is far longer', () => {
    // To measure it takes seconds, and a document's only sentence is shown many times.
    const text = '建设中试平台，'.repeat(100_000);
    const clipped = within(5, () => Array.from({ length: 20 }, () => clip(text, 80)));
    for (const each of clipped) assert.deepEqual([widthOf(each), each.at(-1)], [79, '…']);
  });

  it('are not counted, word by word, where there is no end to them', () => {
    // Of a sentence of five thousand characters, this took a minute.
    const text = '建设中试平台，'.repeat(10_000);
    assert.deepEqual(
      within(1, () => wrap(`${text}  `, Infinity, '1:1 ', '    ')),
      [`1:1 ${text}`],
    );
  });

  it('hold a text with many marks on its characters, up to what people write', () => {
    const marked = `e\u0301\u0323`.repeat(40);
    for (const shown of [clip(marked, 40), clipMiddle(marked, 40), ...fit(marked, 40)])
      assert.equal(shown, marked);
  });

  it('break between a number with its sign and what stands before it, not within', () => {
    for (let columns = 10; columns < 14; columns++)
      assert.match(fit('其余依据：−1.00', columns).at(-1) ?? '', /−1\.00$/u);
  });
});
