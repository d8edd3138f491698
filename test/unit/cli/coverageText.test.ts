import assert from 'node:assert/strict';
import { coverageText } from '../../../src/cli/output/coverageText';
import { documentResult } from '../../../src/core/report/documentResult';
import { marked } from '../service/support';

describe('coverage for reading', () => {
  const { context } = marked('没人才。没平台。又没平台。', { format: 'plain' });
  const { analysis, taxonomy, translator } = context;
  const source = { path: 'a.txt', sha256: '', encoding: 'utf-8' };
  const sure = documentResult(
    analysis,
    taxonomy,
    source,
    () => 'off',
    () => '',
  );
  const shown = (score: number): string[] =>
    coverageText(
      { ...sure, annotations: sure.annotations.map((each) => ({ ...each, score })) },
      analysis.document.text,
      { taxonomy, translator, columns: 80 },
    )
      .split('\n')
      .filter((line) => /^ {2}\S+ {2}P/u.test(line));

  it('marks a problem that a single doubtful sentence states, on which the rules are silent', () => {
    assert.deepEqual(
      shown(0.4).map((line) => line.includes('疑似')),
      [false, true],
    );
    assert.ok(!shown(0.9).join('').includes('疑似'));
  });

  it('has no heading over remedies of a kind that the taxonomy lacks', () => {
    const { t } = translator;
    const said = (kinds: string): string => {
      const categories = taxonomy.categories.filter(({ kind }) => kinds.includes(kind));
      const context = { taxonomy: { ...taxonomy, categories }, translator, columns: 80 };
      return coverageText(sure, analysis.document.text, context);
    };
    assert.ok(said('PRS').split('\n').includes(t('kind.S')));
    assert.ok(!said('PR').includes(t('kind.S')));
    assert.ok(said('PR').includes(t('kind.R')));
  });

  it('calls states by the names they have in reports and in the editor', () => {
    const { t } = translator;
    const text = coverageText(sure, analysis.document.text, { taxonomy, translator, columns: 80 });
    for (const status of [t('report.status.missing'), t('report.status.open')])
      assert.match(text, new RegExp(`^  ${status}  [PRS]\\d`, 'mu'));
  });
});
