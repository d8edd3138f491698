import assert from 'node:assert/strict';
import { clip, clipMiddle, fit, widthOf } from '../../../src/cli/output/columns';

describe('columns of a terminal', () => {
  it('are not counted for a text that is far longer', () => {
    // To measure it takes seconds, and a document's only sentence is shown many times.
    const text = '建设中试平台，'.repeat(100_000);
    for (let time = 0; time < 10; time++) {
      assert.equal(widthOf(clip(text, 80)), 79);
      assert.equal(clip(text, 80).at(-1), '…');
    }
  }).timeout(5000);

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
