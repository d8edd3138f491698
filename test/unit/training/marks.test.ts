import assert from 'node:assert/strict';
import { measurePhrases, readMarks } from '../../../scripts/check/marks';
import { builtinEnvironment } from '../support/environment';

describe('phrases told for tags', () => {
  // Every twentieth document of those by which nothing was chosen; `npm run check:phrases` has them all.
  const all = readMarks('training/marks/measuring.tsv');
  const documents = [...new Set(all.map(({ document }) => document))].filter((_, i) => i % 20 === 0);
  const marked = all.filter(({ document }) => documents.includes(document));

  it('are mostly those that readers marked', () => {
    const found = measurePhrases('training/own', marked, builtinEnvironment());
    assert.ok(found.tags > 300, `${found.tags} tags`);
    assert.ok(found.touching > 0.88, `${found.touching} touch a mark`);
    assert.ok(found.right > 0.78, `${found.right} of the phrases touch a mark`);
    assert.ok(found.f1 > 0.49, `${found.f1} by characters`);
  });
});
