import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  differences,
  figuresOf,
  readCsv,
  recompute,
  type CsvExport,
} from '../../../scripts/check/recompute.mjs';
import {
  buildComparison,
  buildReport,
  renderReportHtml,
  writeReport,
  type ReportInput,
} from '../../../src/core/report';
import type { Report } from '../../../src/core/report/model';
import { hostileDocument, inputFor, makeDocument, taxonomy, type MadeDocument } from './support';

const codes = taxonomy.categories
  .filter(({ isLeaf, kind }) => isLeaf || 'ATM'.includes(kind))
  .map(({ code }) => code);

const documentArbitrary = fc.record({
  pieces: fc.array(
    fc.record({
      text: fc.constantFrom('建设平台。', '缺少人才，', '=资金', '“引”号', '😀', '𠮷转化\r\n'),
      tags: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
      heading: fc.boolean(),
      score: fc.constantFrom(0.5, 0.599, 0.6, 0.95),
      section: fc.constantFrom('', '一、', '二、 › （一）"a"'),
    }),
    { maxLength: 12 },
  ),
  year: fc.constantFrom('2023', '2024', ''),
  level: fc.constantFrom('省', '市', ''),
  isPolicy: fc.boolean(),
});

const corpusArbitrary = fc.array(documentArbitrary, { minLength: 1, maxLength: 5 });
type MadeCorpus = typeof corpusArbitrary extends fc.Arbitrary<infer T> ? T : never;

function corpusInput(list: MadeCorpus): ReportInput {
  const documents = list.map(({ pieces, isPolicy }, index): MadeDocument => {
    const made = makeDocument(`d${String(index)}.md`, pieces);
    const checked = { ...made.result.checked, isPolicyText: isPolicy };
    return { ...made, result: { ...made.result, checked } };
  });
  const rows = list.map(({ year, level }, index) => `d${String(index)}.md,${year},${level}`);
  return inputFor(documents, { metadataCsv: ['文件,年份,层级', ...rows].join('\n') });
}

async function csvOf(input: ReportInput): Promise<CsvExport> {
  const { files } = await writeReport('csv', input);
  const table = (name: string): ReturnType<typeof readCsv> =>
    readCsv(String(files.find((file) => file.name === `${name}.csv`)?.content));
  return {
    tags: table('tags'),
    documents: table('documents'),
    categories: table('categories'),
    links: table('links'),
  };
}

function cellsOf(report: Report) {
  return report.sections.flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  );
}

describe('figures of a report', () => {
  it('equal those recomputed from its CSV by a script that shares no code', async () => {
    await fc.assert(
      fc.asyncProperty(corpusArbitrary, async (corpus) => {
        const input = corpusInput(corpus);
        const shown = figuresOf(String(renderReportHtml(buildReport(input), input.words)));
        assert.deepEqual(differences(recompute(await csvOf(input)), shown), []);
        if (input.output.documents.some(({ checked }) => checked.isPolicyText)) assert.ok(shown.length > 20);
      }),
      { numRuns: 60 },
    );
  });

  it('are found wanting when the CSV says something else', async () => {
    const input = inputFor([hostileDocument()]);
    const shown = figuresOf(String(renderReportHtml(buildReport(input), input.words)));
    const csv = await csvOf(input);
    assert.deepEqual(differences(recompute(csv), shown), []);
    const fewer = { ...csv, tags: csv.tags.filter(({ category }) => category !== 'R1.3') };
    const found = differences(recompute(fewer), shown);
    for (const name of ['doc/0/tags/R1.3', 'doc/0/thin', 'doc/0/mention', 'doc/0/balance'])
      assert.ok(
        found.some((line) => line.startsWith(`${name}:`)),
        name,
      );
  });

  it('never stand without a quote, and name only quotes there are', () => {
    fc.assert(
      fc.property(corpusArbitrary, (corpus) => {
        const input = corpusInput(corpus);
        const reports = [buildReport(input)];
        if (input.output.documents.length === 2) reports.push(buildComparison(input));
        for (const report of reports)
          for (const cell of cellsOf(report)) {
            if (cell.kind !== 'figure') continue;
            const { id, value, evidence, kind } = cell.figure;
            if (value !== null && value !== 0) assert.ok(evidence.length > 0, id);
            if (kind === 'count' && id.includes('/tags/')) assert.equal(value, evidence.length, id);
            for (const index of evidence) assert.ok(report.corpus.quotes.at(index), id);
            const document = /^doc\/(\d+)\//.exec(id)?.[1];
            if (document !== undefined)
              for (const index of evidence)
                assert.equal(report.corpus.quotes.at(index)?.document, Number(document));
          }
      }),
      { numRuns: 60 },
    );
  });

  it('are told apart by the metadata at the top of the texts', () => {
    const made = makeDocument('a.md', [{ text: '建设平台。', tags: ['S1.1'] }]);
    const texts = new Map([['a.md', `---\n年份: 2024\n机关: 市科技局\n---\n${made.text}`]]);
    const [document] = buildReport(inputFor([made], { texts })).corpus.documents;
    assert.deepEqual(document?.metadata, { issuer: '市科技局', year: '2024', level: '' });
  });

  it('stand in columns that are set and sorted as numbers', () => {
    const documents = [hostileDocument(), makeDocument('b.md', [{ text: '缺人才。', tags: ['P1.2'] }])];
    const input = inputFor(documents, { metadataCsv: '文件,年份\nb.md,2024\n' });
    for (const report of [buildReport(input), buildComparison(input)])
      for (const { id, columns, rows } of report.sections.flatMap(({ tables }) => tables))
        for (const [index, { numeric }] of columns.entries()) {
          const kinds = new Set(rows.map(({ cells }) => cells[index]?.kind));
          // The summary is a list that nobody sorts.
          if (id !== 'summary' && kinds.size === 1 && kinds.has('figure'))
            assert.ok(numeric, `${id} ${String(index)}`);
        }
  });

  it('are unlike text cells: no table shows a bare number of tags', () => {
    const cells = cellsOf(buildReport(inputFor([hostileDocument(), hostileDocument('b.md')])));
    const bare = cells.filter((cell) => cell.kind === 'text' && /^\d+([.]\d+)?%?$/.test(cell.text));
    assert.deepEqual(bare, []);
  });
});
