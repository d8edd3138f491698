import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, analyzeInSlices, createEvidenceCache } from '../../../src/core/analyze';
import { drain } from '../../../src/core/slices';
import { builtinEnvironment } from '../support/environment';
import { assertIncremental } from './incremental';
import { anyFormat, anyText } from './texts';

describe('analysis of any text', () => {
  it('never throws; every quote and piece of evidence is the text at its offsets', () => {
    fc.assert(
      fc.property(anyText, anyFormat, (text, format) => {
        const { annotations, nearest, instruments, findings, checked } = analyze(
          text,
          format,
          builtinEnvironment(),
        );
        for (const annotation of [...annotations, ...nearest]) {
          assert.equal(annotation.quote, text.slice(annotation.start, annotation.end));
          assert.ok(annotation.score >= 0 && annotation.score <= 1);
          for (const piece of annotation.evidence)
            assert.equal(piece.text, text.slice(piece.start, piece.end));
        }
        for (const hit of instruments) assert.equal(hit.text, text.slice(hit.start, hit.end));
        for (const finding of findings)
          for (const { start, end } of [finding, ...finding.related])
            assert.ok(0 <= start && start <= end && end <= text.length);
        assert.equal(checked.total, text.length);
      }),
      { numRuns: 120 },
    );
  });

  it('gives the same reasons late, when they are asked for, as at once', () => {
    fc.assert(
      fc.property(anyText, anyFormat, (text, format) => {
        const [late, atOnce] = [true, false].map((lazyEvidence) => {
          const slices = analyzeInSlices(text, format, builtinEnvironment(), null, { lazyEvidence });
          return drain(slices).annotations.map(({ category, evidence }) => ({ category, evidence }));
        });
        assert.deepEqual(late, atOnce);
      }),
      { numRuns: 60 },
    );
  });

  for (const count of [1, 500, 2000])
    it(`finds what stands behind ${count} others in one sentence`, () => {
      const text = `${'引进人才，'.repeat(count)}建设中试基地。`;
      const { annotations } = analyze(text, 'plain', builtinEnvironment());
      const places = annotations.flatMap(({ evidence }) => evidence.map(({ end }) => end));
      assert.deepEqual([...new Set(annotations.map(({ end }) => end))], [text.length]);
      assert.ok(Math.max(...places) >= text.length - 2, 'a reason stands at the end of the sentence');
    });

  it('is the same from scratch and from the cache, after any edits', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: anyText });
    fc.assert(
      fc.property(anyText, fc.array(edit, { minLength: 1, maxLength: 4 }), anyFormat, assertIncremental),
      { numRuns: 40 },
    );
  });

  it('reads equal paragraphs that follow each other each in its place, from the cache, too', () => {
    const environment = builtinEnvironment();
    const cache = createEvidenceCache();
    const text = '企业融资难，担保费率偏高，银行不敢贷。\n'.repeat(12);
    const first = drain(analyzeInSlices(text, 'plain', environment, cache));
    assert.ok(new Set(first.annotations.map(({ score }) => score)).size > 1);
    assert.deepEqual(drain(analyzeInSlices(text, 'plain', environment, cache)), first);
  });

  it('reads a text beyond the limit up to a line end, and tells how much', () => {
    const text = '引进高层次人才。\n'.repeat(10);
    const { checked, document } = analyze(text, 'plain', builtinEnvironment(), { limit: 40 });
    assert.deepEqual([checked.characters, checked.total], [36, 90]);
    assert.equal(document.text, text.slice(0, 36));
    assert.equal(
      analyze('长'.repeat(50), 'plain', builtinEnvironment(), { limit: 40 }).checked.characters,
      40,
    );
  });

  for (const [name, unread, text] of [
    [
      'a block of HTML',
      '<div>\n引进高层次人才。\n</div>',
      '前文。\n\n<div>\n引进高层次人才。\n</div>\n\n后文。\n',
    ],
    ['a table in HTML', '<table><td>引进</td></table>', '<table><td>引进</td></table>\n\n后文。\n'],
    ['no comment', '', '<!-- 批注 -->\n\n后文。<!-- 又一条 -->\n'],
    ['no block of HTML without words', '', '<br>\n\n<img alt="图" src="图.png">\n\n后文。\n'],
    ['no words between tags in a paragraph', '', '要<b>引进</b>高层次人才。\n'],
  ] as const)
    it(`leaves ${name} out of what was checked`, () => {
      const { checked } = analyze(text, 'markdown', builtinEnvironment());
      assert.deepEqual([checked.characters, checked.total], [text.length - unread.length, text.length]);
    });
});
