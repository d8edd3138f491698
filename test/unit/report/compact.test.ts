/** Results as rows of numbers over their text. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../../src/core/analyze';
import { bytesOf } from '../../../src/core/report';
import { compact, expand, type CompactResult } from '../../../src/core/report/compact';
import type { DocumentResult } from '../../../src/core/report/contract';
import { documentResult } from '../../../src/core/report/documentResult';
import { Pieces } from '../../../src/core/report/pieces';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { createTranslator } from '../../../src/l10n/translator';
import { builtinEnvironment } from '../support/environment';

describe('a compact result', () => {
  const taxonomy = builtinTaxonomy();
  const { message } = createTranslator('zh-CN', taxonomy);
  for (const name of readdirSync('samples').filter((each) => each.endsWith('.md')))
    it(`with its text is whole again, but for the evidence: ${name}`, () => {
      const text = readFileSync(`samples/${name}`, 'utf8').replace(/^\uFEFF/, '');
      const analysis = analyze(text, 'markdown', builtinEnvironment());
      const source = { path: name, encoding: 'utf-8', sha256: '0' };
      const result = (withEvidence: boolean): DocumentResult =>
        documentResult(analysis, taxonomy, source, () => 'information', message, withEvidence);
      const full = result(true);
      const sent = JSON.parse(JSON.stringify(compact(full))) as CompactResult;
      // As JSON, where a getter is like any other value.
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
      assert.deepEqual(plain(expand(sent, text)), plain(result(false)));
      if (full.annotations.length > 20)
        assert.ok(JSON.stringify(sent).length < JSON.stringify(full).length / 4);
    });
});

describe('a text in pieces', () => {
  it('is the same read in batches, as a string and as bytes, however often', () => {
    const parts = Array.from({ length: 300 }, (_, index) => `${'科技'.repeat(700)}${String(index)}`);
    const whole = parts.join('');
    const pieces = new Pieces(() => parts);
    const batches = [...pieces];
    assert.ok(batches.length > 1 && batches.length < parts.length);
    assert.equal(batches.join(''), whole);
    assert.equal(String(pieces), whole);
    const file = { name: 'a.txt', content: pieces };
    assert.equal(new TextDecoder().decode(bytesOf(file)), whole);
    assert.equal(String(new Pieces(() => [])), '');
  });
});
