/** What a document's result leaves out; the command line and the editor write the same. */
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { documentResult } from '../../../src/core/report/documentResult';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { createTranslator } from '../../../src/l10n/translator';
import { memo } from '../cli/harness';
import { builtinEnvironment } from '../support/environment';

const other = `# 折页的使用说明\n\n${'这个软件把长网页分成几页，便于打印和阅读。'.repeat(300)}\n\n${memo}`;

const cases: readonly (readonly [
  name: string,
  path: string,
  text: string,
  forced: boolean,
  told: boolean,
])[] = [
  ['of a policy text', 'a.md', memo, false, true],
  ['of another text', 'a.md', other, false, false],
  ['of one that is policy text by its name', 'a.policy.md', other, false, true],
  ['of one that is policy text by a setting', 'a.md', other, true, true],
];

describe('the gaps', () => {
  const taxonomy = builtinTaxonomy();
  const { message } = createTranslator('zh-CN', taxonomy);
  for (const [name, path, text, isForced, isTold] of cases)
    it(`${name} are ${isTold ? 'told' : 'left out'}`, () => {
      const source = { path, encoding: 'utf-8', sha256: '0', isForced };
      const analysis = analyze(text, 'markdown', builtinEnvironment());
      const { checked, diagnostics } = documentResult(analysis, taxonomy, source, () => 'hint', message);
      assert.ok(analysis.findings.length > 0);
      assert.equal(checked.isPolicyText, isTold);
      assert.equal(diagnostics.length, isTold ? analysis.findings.length : 0);
    });

  it('are none of a text without a sentence, which is no policy text, whatever its name', () => {
    const source = { path: 'a.policy.md', encoding: 'utf-8', sha256: '0' };
    const analysis = analyze('\n', 'markdown', builtinEnvironment());
    const { checked } = documentResult(analysis, taxonomy, source, () => 'hint', message);
    assert.equal(checked.isPolicyText, false);
  });
});

const wanting: readonly (readonly [text: string, places: readonly string[]])[] = [
  ['全市缺少长期资本。', []],
  ['市国资委牵头做大长期资本。', ['长期资本']],
  ['全市缺少长期资本。市国资委牵头设立科创母基金。', ['科创母基金']],
  ['长期资本不足，市国资委牵头设立科创母基金。', ['科创母基金']],
  ['揭榜挂帅尚未推开，技术经理人短缺。', []],
  ['揭榜挂帅已经推开，但技术经理人短缺。', ['揭榜挂帅']],
];

describe('policy instruments', () => {
  const taxonomy = builtinTaxonomy();
  const { message } = createTranslator('zh-CN', taxonomy);
  for (const [text, places] of wanting)
    it(`${places.join('、') || 'none'} in ${text}`, () => {
      const analysis = analyze(text, 'plain', builtinEnvironment());
      const source = { path: 'a.txt', encoding: 'utf-8', sha256: '0' };
      const { instruments } = documentResult(analysis, taxonomy, source, () => 'hint', message);
      assert.deepEqual(
        instruments.flatMap(({ hits }) => hits.map((hit) => hit.text)),
        places,
      );
    });
});
