import assert from 'node:assert/strict';
import { coverageText } from '../../../src/cli/output/coverageText';
import { problemTree } from '../../../src/client/views/problems';
import { TaxonomyIndex } from '../../../src/client/taxonomy/taxonomyIndex';
import { buildCorpus } from '../../../src/core/coverage/corpus';
import { documentResult } from '../../../src/core/report/documentResult';
import { problemTable } from '../../../src/core/report/documentSections';
import { cellText } from '../../../src/core/report/words';
import { overview } from '../../../src/service/overview';
import { taxonomyInfo } from '../../../src/service/taxonomyInfo';
import { marked } from '../service/support';

describe('how far a problem is answered', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['没平台。没平台。\n\n放贷款，再放贷款。\n', '只有相关对策', ['PL101.partly']],
    ['没平台。没平台。\n\n## 建平台\n\n放贷款，再放贷款。\n', '回应单薄', ['PL103.headingOnly']],
    ['没平台。没平台。\n\n建平台，再建平台。再建平台。\n', '已回应', []],
    ['没平台。没平台。\n\n另行安排。\n', '未回应', ['PL101.message']],
  ];
  for (const [body, word, said] of cases)
    it(`${word}: the same in panel, report, terminal and rules`, () => {
      const { context } = marked(`# 方案\n\n${body}`);
      const { analysis, taxonomy, translator, severity } = context;
      const source = { path: 'a.md', encoding: 'utf-8', sha256: '' };
      const result = documentResult(analysis, taxonomy, source, severity, () => '');
      const corpus = buildCorpus({ documents: [result] }, taxonomy);
      const [row] = problemTable(corpus, corpus.documents[0]!).rows;
      assert.equal(cellText(translator, corpus, row!.cells[2]!), word);
      const views = {
        uri: '',
        taxonomy: new TaxonomyIndex(taxonomyInfo(taxonomy, translator)),
        words: translator,
      };
      assert.equal(problemTree(views, overview(context))[0]?.description, word);
      const printed = coverageText(result, analysis.document.text, { taxonomy, translator, columns: 80 });
      assert.match(printed, new RegExp(`^  ${word}  P1\\.1`, 'mu'));
      assert.deepEqual(
        analysis.findings
          .filter(({ rule }) => ['PL101', 'PL103'].includes(rule))
          .map(({ message }) => message.id),
        said,
      );
    });
});
