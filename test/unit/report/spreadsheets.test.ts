import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { readCsv } from '../../../scripts/check/recompute.mjs';
import { buildReport, bytesOf, writeReport, type ReportInput } from '../../../src/core/report';
import { csvOf } from '../../../src/core/report/formats/csv';
import { cellText } from '../../../src/core/report/words';
import { hostile, hostileDocument, inputFor, makeDocument } from './support';

async function fileOf(
  format: 'csv' | 'xlsx',
  name: string,
  input: ReportInput,
): Promise<string | Uint8Array> {
  const { files } = await writeReport(format, input);
  const file = files.find((each) => each.name === name);
  assert.ok(file, name);
  return format === 'xlsx' ? bytesOf(file) : String(file.content);
}

function unguard(value: string): string {
  return /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? value.slice(1) : value;
}

describe('CSV export', () => {
  const input = inputFor([hostileDocument(), makeDocument('空.txt', [{ text: '没有标注' }])]);

  it('has a byte order mark, CRLF, and one row a tag that papaparse gives back exactly', async () => {
    const csv = String(await fileOf('csv', 'tags.csv', input));
    assert.ok(csv.startsWith('\uFEFFdocument,section,sentence,category,'));
    assert.equal(csv.replace(/"[^"]*"/g, '').match(/[^\r]\n/), null);
    const parsed = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    assert.deepEqual(parsed.errors, []);
    const annotations = input.output.documents.flatMap(({ annotations: list }) => list);
    assert.equal(parsed.data.length, annotations.length);
    parsed.data.forEach((row, index) => {
      const annotation = annotations[index]!;
      assert.equal(unguard(row['quote'] ?? ''), annotation.quote);
      assert.equal(unguard(row['section'] ?? ''), annotation.section);
      assert.equal(row['category'], annotation.category);
      assert.equal(row['kind'], annotation.kind);
      assert.equal(row['stance'], annotation.stance ?? '');
      assert.equal(Number(row['start']), annotation.start);
      assert.equal(Number(row['end']), annotation.end);
      assert.equal(Number(row['score']), annotation.score);
      assert.equal(row['offset_unit'], 'utf-16');
      assert.equal(row['taxonomy_fingerprint'], input.output.taxonomy.fingerprint);
      const text = input.texts?.get(row['document'] ?? '') ?? '';
      assert.equal(text.slice(Number(row['start']), Number(row['end'])), annotation.quote);
    });
  });

  it('gives a spreadsheet no cell it could take for a formula', async () => {
    for (const name of ['tags.csv', 'documents.csv', 'categories.csv', 'links.csv']) {
      const csv = String(await fileOf('csv', name, input)).slice(1);
      for (const row of Papa.parse<string[]>(csv).data)
        for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u, cell);
    }
  });

  it('guards reversibly whatever a text begins with', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("'", '=', '-', '@', '+', '\t', '\r', '\n', '"', ',', '＝', '中', '😀'))
          .map((parts) => parts.join('')),
        (value) => {
          const [row] = readCsv(String(csvOf({ columns: ['a', 'b'], rows: [[value, 1]] })));
          assert.equal(row?.['a'], value);
        },
      ),
    );
  });

  it('lists documents without tags, and files that were not read with the reason', async () => {
    const csv = String(await fileOf('csv', 'documents.csv', input)).slice(1);
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    assert.deepEqual(
      rows.map((row) => [row['document'], row['tags'], row['skipped_because'], row['taxonomy']]),
      [
        [input.output.documents[0]?.path, '13', '', 'zhou-wu-2025'],
        ['空.txt', '0', '', 'zhou-wu-2025'],
        ['坏的/<文件>.docx', '0', '读不出 & <无法> 解码', 'zhou-wu-2025'],
      ],
    );
  });
});

describe('XLSX export', () => {
  it('holds the same as the CSV export, each sheet with its head and its types', async () => {
    const documents = Array.from({ length: 40 }, (_, number) =>
      makeDocument(`文/${String(number)}.md`, [
        { text: `第${String(number)}件`, heading: number % 2 === 0, tags: ['R2.3', 'A2'] },
        { text: '建设平台 & <中试>。', tags: ['S1.1'], section: '一、总则' },
      ]),
    );
    const input = inputFor(documents);
    const bytes = await fileOf('xlsx', 'policy-lens.xlsx', input);
    const sheets = await readExcelFile(Buffer.from(bytes as Uint8Array));
    for (const { sheet, data } of sheets.slice(4)) {
      const csv = String(await fileOf('csv', `${sheet}.csv`, input)).slice(1);
      const rows = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
      assert.deepEqual(
        data.map((row) => row.map((value) => (value === null ? '' : String(value)))),
        rows,
        sheet,
      );
    }
  });

  it('is printed across, each page with its heads, wide tables over as many pages as stay legible', async () => {
    const input = inputFor([
      hostileDocument(),
      makeDocument('甲.md', [{ text: '建平台。', tags: ['S1.1'] }]),
    ]);
    const bytes = await fileOf('xlsx', 'policy-lens.xlsx', input);
    const files = unzipSync(bytes as Uint8Array);
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    for (const [sheet, pages] of [
      [1, 1],
      [2, 3],
      [4, 1],
    ] as const) {
      const xml = part(`xl/worksheets/sheet${String(sheet)}.xml`);
      assert.match(xml, /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/u);
      const setUp = /<\/sheetData>.*(<pageSetup [^>]*>)/su.exec(xml)?.[1] ?? '';
      for (const said of [`fitToWidth="${String(pages)}"`, 'fitToHeight="0"', 'orientation="landscape"'])
        assert.ok(setUp.includes(said), `${setUp} of sheet ${String(sheet)}`);
      assert.match(xml, sheet === 2 ? /<pane ySplit="1" xSplit="1"/u : /<pane ySplit="1" xSplit="0"/u);
    }
    assert.doesNotMatch(part('xl/sharedStrings.xml'), /<t[^>]*><\/t>/u, 'a cell that is none');
    const workbook = part('xl/workbook.xml');
    assert.match(workbook, /Print_Titles" localSheetId="0">'总览'!\$1:\$1<\/definedName>/u);
    assert.match(workbook, /localSheetId="1">'文件×类别'!\$A:\$A,'文件×类别'!\$1:\$1<\/definedName>/u);
  });

  it('is read back by an independent reader', async () => {
    const long = `长${'句'.repeat(40000)}`;
    const input = inputFor([hostileDocument(), makeDocument('长.txt', [{ text: long, tags: ['R2.3'] }])]);
    const bytes = await fileOf('xlsx', 'policy-lens.xlsx', input);
    const sheets = await readExcelFile(Buffer.from(bytes as Uint8Array));
    assert.deepEqual(
      sheets.map(({ sheet }) => sheet),
      ['总览', '文件×类别', '缺失', '原句', 'tags', 'documents', 'categories', 'links'],
    );
    const [head, ...rows] = sheets[4]!.data;
    const quoteAt = head!.indexOf('quote');
    const quotes = rows.map((row) => String(row[quoteAt]));
    // XML has no room for these two; Excel cells end at 32,767 characters; a parser turns CR LF into LF.
    const expected = input.output.documents[0]!.annotations.map(({ quote }) =>
      quote.replace(/\p{Cc}/gu, (c) => ('\t\r\n'.includes(c) ? c : '')).replace(/\r\n/g, '\n'),
    );
    assert.deepEqual(
      quotes.slice(0, -1).map((quote) => quote.replace(/\r\n/g, '\n').trim()),
      expected.map((quote) => quote.trim()),
    );
    assert.equal(quotes.at(-1)?.length, 32767);
    assert.equal(rows.length, input.output.documents[0]!.annotations.length + 1);
    assert.equal(typeof rows[0]![head!.indexOf('start')], 'number');
    assert.ok(
      hostile.some((text) => text.startsWith('=')) && quotes.some((quote) => quote.startsWith('=HYPERLINK')),
    );
  });

  it('takes all of a text that just fits a cell', async () => {
    for (const length of [32_766, 32_767, 32_768]) {
      const text = `${'句'.repeat(length - 1)}。`;
      const input = inputFor([makeDocument('长.txt', [{ text, tags: ['R2.3'] }])]);
      const bytes = await fileOf('xlsx', 'policy-lens.xlsx', input);
      const [head, row] = (await readExcelFile(Buffer.from(bytes as Uint8Array)))[4]!.data;
      const quote = String(row![head!.indexOf('quote')]);
      assert.equal(quote, length > 32_767 ? `${'句'.repeat(32_766)}…` : text);
    }
  });

  it('begins with what the report shows, in its language', async () => {
    const documents = [
      makeDocument('甲.md', [
        { text: '关于融合的意见' },
        { text: '成果转化率低。', tags: ['P2.1'] },
        { text: '=培育技术经理人。', tags: ['R2.3'], section: '一、任务' },
        { text: '建设技术转移机构。', tags: ['R2.3'] },
      ]),
      makeDocument('乙.md', [{ text: '没有标注' }]),
    ];
    const input = inputFor(documents, { metadataCsv: 'path,year\n甲.md,2025\n' });
    const report = buildReport(input);
    const sheets = async (given: ReportInput): Promise<Map<string, unknown[][]>> => {
      const bytes = await fileOf('xlsx', 'policy-lens.xlsx', given);
      const read = await readExcelFile(Buffer.from(bytes as Uint8Array));
      return new Map(read.map(({ sheet, data }) => [sheet, data]));
    };
    const seen = await sheets(input);
    const figures = new Map(
      report.sections
        .find(({ id }) => id === 'summary')!
        .tables[0]!.rows.map(({ cells: [name, value] }) => [
          cellText(input.words, report.corpus, name!),
          cellText(input.words, report.corpus, value!),
        ]),
    );
    const overview = new Map(seen.get('总览')!.map(([name, value]) => [name, value]));
    assert.equal(overview.get('计入的文件（份）'), 2);
    assert.equal(overview.get('未读取的文件（份）'), 1);
    assert.equal(`${(overview.get('平均覆盖率（%）') as number).toFixed(1)}%`, figures.get('平均覆盖率'));
    const [heads, first, second, ...none] = seen.get('文件×类别')!;
    assert.deepEqual(none, []);
    const at = (row: unknown[] | undefined, start: string): unknown =>
      row?.[heads!.findIndex((head) => String(head).startsWith(start))];
    assert.deepEqual(
      ['文件', '年份', '已覆盖', '缺失', 'P2.1 ', 'R2.3 ', 'R1.1 '].map((head) => at(first, head)),
      ['甲.md', '2025', 1, input.output.documents[0]!.coverage.missing.length, 1, 2, 0],
    );
    assert.equal(at(second, '覆盖率（%）'), 0);
    const missing = seen.get('缺失')!.slice(1);
    assert.deepEqual(
      missing.map(([path, code]) => [path, code]),
      input.output.documents.flatMap(({ path, coverage }) => coverage.missing.map((code) => [path, code])),
    );
    assert.deepEqual(
      seen
        .get('原句')!
        .slice(1)
        .map(([, line, section, code, , quote]) => [line, section, code, quote]),
      [
        [2, null, 'P2.1', '成果转化率低。'],
        [3, '一、任务', 'R2.3', '=培育技术经理人。'],
        [4, null, 'R2.3', '建设技术转移机构。'],
      ],
    );
    const [tag] = documents[0]!.result.annotations;
    const near = {
      ...documents[0]!.result,
      nearest: [{ ...tag!, category: 'S4.1', quote: '最接近的一句。' }],
    };
    const { checked } = documents[1]!.result;
    const other = { ...documents[1]!.result, checked: { ...checked, isPolicyText: false } };
    const counted = await sheets(
      inputFor([
        { ...documents[0]!, result: near },
        { ...documents[1]!, result: other },
        makeDocument('丙.md', []),
      ]),
    );
    assert.deepEqual(
      counted
        .get('文件×类别')!
        .slice(1)
        .map(([path]) => path),
      ['甲.md', '丙.md'],
    );
    assert.deepEqual(
      counted
        .get('缺失')!
        .filter(([, code]) => code === 'S4.1')
        .map(([path, , , quote]) => [path, quote]),
      [
        ['甲.md', '最接近的一句。'],
        ['丙.md', null],
      ],
    );
    const single = await sheets(inputFor(documents.slice(0, 1), {}, 'en'));
    assert.deepEqual([...single.keys()].slice(0, 4), [
      'Overview',
      'Documents × categories',
      'Missing',
      'Sentences',
    ]);
    assert.ok(
      single.get('Overview')!.some(([name, value]) => name === 'Title' && value === '关于融合的意见'),
    );
  });
});
