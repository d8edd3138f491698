import assert from 'node:assert/strict';
import { Script } from 'node:vm';
import {
  buildComparison,
  buildReport,
  evidenceOf,
  renderReportHtml,
  renderReportMarkdown,
  rowsOf,
  type PageOptions,
  type ReportInput,
} from '../../../src/core/report';
import type { PageDocument, RowsMessage } from '../../../src/core/report/html/messages';
import type { Report } from '../../../src/core/report/model';
import { byTag, elements, parsePage, textOf } from './html';
import { hostile, hostileDocument, inputFor, makeDocument } from './support';

const shorter = makeDocument('b/<后>.md', [
  { text: '建设中试平台。', tags: ['S1.1'], score: 0.5 },
  { text: '推进😀成果𠮷转化👨‍👩‍👧，每年𠀀百一十项。', tags: ['R2.3'] },
]);
const corpusInput = inputFor([hostileDocument(), shorter], {
  metadataCsv:
    '文件,年份,层级,机关\n<后>.md,2025年6月,省,<b>省厅</b>\na "b" <c>&d.md,2024,市,市局\n没有.md,2024,,',
  concordance: ['成果', '<script>'],
  date: '2026-01-02',
});
const reports: readonly (readonly [string, Report, ReportInput])[] = [
  ['one document', buildReport(inputFor([hostileDocument()])), inputFor([hostileDocument()])],
  ['several documents', buildReport(corpusInput), corpusInput],
  ['no document', buildReport(inputFor([])), inputFor([])],
  ['a comparison', buildComparison(corpusInput), corpusInput],
];

describe('HTML report', () => {
  for (const [name, report, { words }] of reports)
    for (const options of [
      { host: 'file' },
      { host: 'file', baseline: '../"docs"/' },
      { host: 'webview', nonce: 'abcDEF123456' },
    ] satisfies PageOptions[]) {
      const html = String(renderReportHtml(report, words, options));
      const where = `${name}, ${options.host}${'baseline' in options ? ' with baseline' : ''}`;

      it(`is valid HTML in which texts stay texts (${where})`, () => {
        const tree = parsePage(html);
        const all = elements(tree);
        for (const { tagName, properties } of all) {
          assert.ok(!['img', 'iframe', 'object', 'embed', 'base', 'i', 'b'].includes(tagName), tagName);
          for (const [key, value] of Object.entries(properties)) {
            assert.doesNotMatch(key, /^on/i);
            assert.notEqual(key, 'style', 'inline styles are refused by the policy');
            if (key === 'href') assert.match(String(value), /^#|^\.\.\//);
          }
        }
        const scripts = byTag(tree, 'script');
        assert.equal(scripts.filter(({ properties }) => properties['type'] === undefined).length, 1);
        for (const script of scripts) {
          if (script.properties['type'] === 'application/json') JSON.parse(textOf(script));
          else assert.ok(new Script(textOf(script)));
        }
      });

      it(`lets only its own script and style run (${where})`, () => {
        const tree = parsePage(html);
        const policy = String(
          byTag(tree, 'meta').find(({ properties }) => properties['httpEquiv'])?.properties['content'],
        );
        const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
        assert.match(policy, /^default-src 'none'; /);
        assert.doesNotMatch(policy, /unsafe|\*(?!\.vscode-cdn)/);
        if ('nonce' in options) assert.equal(nonce, options.nonce);
        for (const { tagName, properties } of byTag(tree, 'script', 'style'))
          if (properties['type'] === undefined) assert.equal(properties['nonce'], nonce, tagName);
        assert.deepEqual(byTag(tree, 'link'), []);
      });

      it(`has the way out of the evidence above it (${where})`, () => {
        const [dialog] = byTag(parsePage(html), 'dialog');
        assert.deepEqual(
          byTag(dialog!, 'h2', 'button', 'ol').map(({ tagName, properties }) => [
            tagName,
            properties['className'],
          ]),
          [
            ['h2', undefined],
            ['button', ['close']],
            ['ol', undefined],
            ['button', ['more']],
          ],
        );
      });

      it(`names what it shows to those who do not see it (${where})`, () => {
        const tree = parsePage(html);
        assert.equal(byTag(tree, 'html')[0]?.properties['lang'], 'zh-CN');
        const ids = elements(tree).flatMap(({ properties }) =>
          properties['id'] ? [String(properties['id'])] : [],
        );
        assert.equal(new Set(ids).size, ids.length, 'ids are unique');
        for (const link of byTag(tree, 'a'))
          if (String(link.properties['href']).startsWith('#'))
            assert.ok(
              ids.includes(String(link.properties['href']).slice(1)),
              String(link.properties['href']),
            );
        for (const table of byTag(tree, 'table')) {
          assert.notEqual(textOf(byTag(table, 'caption')[0]!), '');
          for (const head of byTag(table, 'th'))
            assert.match(String(head.properties['scope']), /^(col|row)$/);
          const [heads, ...rows] = byTag(table, 'tr').map((row) => byTag(row, 'th', 'td').length);
          for (const cells of rows) assert.equal(cells, heads);
        }
        for (const svg of byTag(tree, 'svg')) assert.notEqual(textOf(byTag(svg, 'title')[0]!), '');
      });
    }

  it('keeps in a webview what it is about', () => {
    const [, report, { words }] = reports[0]!;
    const memento = { about: 'document', uri: 'file:///</script>.md' };
    const tree = parsePage(String(renderReportHtml(report, words, { host: 'webview', memento })));
    const [block] = byTag(tree, 'script').filter(({ properties }) => properties['id'] === 'data-memento');
    assert.deepEqual(JSON.parse(textOf(block!)), memento);
  });

  it('holds every quote once, and every figure opens quotes that are there', () => {
    const [, report, { words }] = reports[1]!;
    const tree = parsePage(String(renderReportHtml(report, words)));
    const data = (id: string): unknown =>
      JSON.parse(textOf(byTag(tree, 'script').find(({ properties }) => properties['id'] === id)!));
    const documents = data('data-documents') as { path: string; first: number }[];
    const quotes = documents.flatMap(
      (_, index) => data(`data-quotes-${String(index)}`) as [string, number, number, string, string][],
    );
    assert.deepEqual(
      quotes.map(([category, start, , , quote]) => [category, start, quote]),
      [...report.corpus.quotes].map(({ annotation }) => [
        annotation.category,
        annotation.start,
        annotation.quote,
      ]),
    );
    for (const text of hostile)
      assert.ok(
        quotes.some((quote) => quote[4] === text),
        text,
      );
    const figures = elements(tree).filter(({ properties }) => properties['dataQ'] !== undefined);
    assert.ok(figures.length > 50);
    for (const { properties, tagName } of figures) {
      assert.equal(tagName, 'button');
      for (const range of String(properties['dataQ']).split(','))
        for (const bound of range.split('-')) assert.ok(quotes[Number(bound)], String(properties['dataQ']));
    }
  });

  it('posts jumps in a webview, links in a file that knows where the documents are, and else only tells the place', () => {
    const [, report, { words }] = reports[1]!;
    const jumps = (options: PageOptions) =>
      byTag(parsePage(String(renderReportHtml(report, words, options))), 'a', 'button', 'span').filter(
        ({ properties }) => (properties['className'] as string[] | undefined)?.includes('place'),
      );
    for (const { tagName, properties } of jumps({ host: 'webview' })) {
      assert.equal(tagName, 'button');
      const { result } = report.corpus.documents[Number(properties['dataDocument'])]!;
      assert.ok(Number(properties['dataEnd']) <= result.length);
    }
    const links = jumps({ host: 'file', baseline: '../' });
    assert.ok(links.length > 5);
    for (const { tagName, properties } of links) {
      assert.equal(tagName, 'a');
      const path = decodeURIComponent(String(properties['href']).slice(3));
      assert.equal(path, report.corpus.documents[Number(properties['dataDocument'])]!.result.path);
    }
    assert.ok(jumps({ host: 'file' }).every(({ tagName }) => tagName === 'span'));
  });

  it('says first what is counted and why the rest is not, then what is where and what is rare', () => {
    const [, report, { words }] = reports[1]!;
    const tree = parsePage(String(renderReportHtml(report, words)));
    const [header] = byTag(tree, 'header');
    assert.equal(textOf(byTag(header!, 'p')[0]!), '2 份计入 · 1 份未计入（点开看原因）');
    assert.equal(byTag(header!, 'a')[0]!.properties['href'], '#section-limits');
    assert.deepEqual(
      report.sections.slice(0, 4).map(({ id }) => id),
      ['matrix', 'rare', 'summary', 'documents'],
    );
    const rare = report.sections[1]!.tables[0]!;
    const covering = rare.rows.map(({ cells }) =>
      cells[1]!.kind === 'figure' ? cells[1]!.figure.value : null,
    );
    assert.deepEqual(covering, [0, 0, 0, 0, 0, 0]);
    assert.match(renderReportMarkdown(report, words), /^# .*\n\n计入 2 份，共 3 份。$/m);
  });

  it('says in words what a code as a column head means, to screen readers there and to all in a key', () => {
    for (const [name, report, { words }] of reports) {
      const tree = parsePage(String(renderReportHtml(report, words)));
      const coded = byTag(tree, 'table').map((table) =>
        byTag(table, 'th').filter((head) => byTag(head, 'abbr').length > 0),
      );
      const keys = byTag(tree, 'details').map((key) => {
        const codes = byTag(key, 'dt').map(textOf);
        const names = byTag(key, 'dd').map(textOf);
        return codes.map((code, index) => `${code} ${names[index] ?? ''}`);
      });
      assert.deepEqual(
        coded.filter(({ length }) => length > 0).map((heads) => heads.map(textOf)),
        keys,
        name,
      );
      for (const head of coded.flat()) {
        const [code] = byTag(head, 'abbr');
        assert.equal(code?.properties['title'], textOf(head));
        assert.ok(textOf(head).length > textOf(code!).length + 2);
      }
    }
    const [, report, { words }] = reports[1]!;
    assert.equal(byTag(parsePage(String(renderReportHtml(report, words))), 'details').length > 0, true);
  });

  it('has no empty table to stop at with the Tab key before anything was looked for', () => {
    const [, report, { words }] = reports[1]!;
    const tree = parsePage(String(renderReportHtml(report, words, { host: 'webview' })));
    const frames = byTag(tree, 'div').filter(({ properties }) => properties['tabIndex'] === 0);
    assert.ok(frames.length > 5);
    for (const frame of frames) {
      const isEmpty = byTag(frame, 'tr').length < 2;
      assert.equal(frame.properties['hidden'] === true, isEmpty, textOf(byTag(frame, 'caption')[0]!));
    }
  });

  it('draws shares as bars and what changes over years as a line', () => {
    const html = String(renderReportHtml(reports[1]![1], corpusInput.words));
    const drawn = [...html.matchAll(/<figure class="chart (\w+)">.*?<\/figure>/gsu)].map(([figure, kind]) => [
      kind,
      /class="(?:bar|line)"/u.exec(figure)?.[0],
    ]);
    assert.deepEqual(drawn, [
      ['bars', 'class="bar"'],
      ['line', 'class="line"'],
    ]);
  });

  it('refuses a nonce that could break out of the policy', () => {
    const [, report, { words }] = reports[0]!;
    const html = String(renderReportHtml(report, words, { host: 'webview', nonce: 'x\' *; "><script>' }));
    assert.doesNotMatch(html, /nonce-x'/);
  });

  it('filters rows by year, level and issuer, but for a handful of documents', () => {
    const few = byTag(parsePage(String(renderReportHtml(reports[1]![1], reports[1]![2].words))), 'fieldset');
    assert.deepEqual(few, []);
    const more = ['c.md', 'd.md'].map((path) => makeDocument(path, [{ text: '建设平台。', tags: ['S1.1'] }]));
    const { words, metadataCsv } = corpusInput;
    const report = buildReport(inputFor([hostileDocument(), shorter, ...more], { metadataCsv }));
    const tree = parsePage(String(renderReportHtml(report, words)));
    const [block] = byTag(tree, 'script').filter(({ properties }) => properties['id'] === 'data-documents');
    const documents = JSON.parse(textOf(block!)) as PageDocument[];
    const rows = byTag(tree, 'tr').filter(({ properties }) => properties['dataFiltered'] !== undefined);
    assert.deepEqual(
      [
        ...new Set(
          rows.map(({ properties }) => {
            const { year, level, issuer } = documents[Number(properties['dataFiltered'])]!.metadata;
            return [year, level, issuer].join('|');
          }),
        ),
      ].sort(),
      ['2024|市|市局', '2025|省|<b>省厅</b>', '||'],
    );
    assert.deepEqual(
      byTag(tree, 'select').map((select) => byTag(select, 'option').length),
      [3, 3, 3],
    );
  });
});

describe('a long table', () => {
  const documents = Array.from({ length: 250 }, (_, number) =>
    makeDocument(`文/${String(number).padStart(3, '0')}.md`, [
      ...Array.from({ length: (number * 7) % 5 }, () => ({ text: '建设平台。', tags: ['S1.1'] })),
      { text: '推进成果转化。', tags: ['R2.3'] },
    ]),
  );
  const { words, ...rest } = inputFor(documents);
  const report = buildReport({ words, ...rest });
  const matrix = report.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'matrix')!;
  const column = matrix.columns.findIndex(({ title }) => title.kind === 'text' && title.text === 'S1.1');
  const webview: PageOptions = { host: 'webview' };
  const asked: RowsMessage = {
    type: 'rows',
    table: 'matrix',
    column: -1,
    isDescending: false,
    from: 0,
    documents: null,
  };
  const ask = (query: Partial<RowsMessage>) => {
    const answer = rowsOf(report, words, webview, { ...asked, ...query });
    const html = `<!DOCTYPE html><html lang="zh"><head><title>x</title></head><body><table><tbody>${answer.rows}</tbody></table></body></html>`;
    const rows = byTag(parsePage(html), 'tr').map((row) => ({
      document: Number(row.properties['dataFiltered']),
      cells: byTag(row, 'th', 'td').map(textOf),
    }));
    return { ...answer, rows };
  };

  it('is whole in a file, and begun in a webview, which says how long it is', () => {
    const rowsIn = (options: PageOptions) => {
      const tree = parsePage(String(renderReportHtml(report, words, options)));
      const table = byTag(tree, 'table').find(({ properties }) => properties['id'] === 'matrix')!;
      return { rows: byTag(table, 'tr').length - 1, said: table.properties['dataRows'] };
    };
    assert.deepEqual(rowsIn({ host: 'file' }), { rows: 250, said: undefined });
    assert.deepEqual(rowsIn(webview), { rows: 100, said: '250' });
  });

  it('is given page by page, each row once, and the last page for what lies behind it', () => {
    const pages = [0, 100, 200].map((from) => ask({ from }));
    assert.deepEqual(
      pages.flatMap(({ rows }) => rows.map(({ document }) => document)),
      documents.map((_, index) => index),
    );
    for (const { count } of pages) assert.equal(count, 250);
    assert.equal(ask({ from: 999 }).from, 200);
    assert.equal(ask({ from: -5 }).from, 0);
    assert.equal(ask({ table: 'toString' }).count, 0);
  });

  it('is sorted over all rows, by value or by words', () => {
    const values = (isDescending: boolean) =>
      [0, 100, 200].flatMap((from) =>
        ask({ column, isDescending, from }).rows.map(({ cells }) => Number(cells[column])),
      );
    const all = documents.map((_, number) => (number * 7) % 5).sort((a, b) => a - b);
    assert.deepEqual(values(false), all);
    assert.deepEqual(values(true), [...all].reverse());
    assert.equal(ask({ column: 0, isDescending: true }).rows[0]?.document, 249);
    assert.equal(ask({ column: 999 }).count, 250);
  });

  it('is filtered over all rows', () => {
    const { rows, count, from } = ask({ documents: [3, 120, 249, 777], from: 100, column });
    assert.equal(count, 3);
    assert.equal(from, 0);
    assert.deepEqual(rows.map(({ document }) => document).sort(), [120, 249, 3]);
    assert.equal(ask({ documents: [] }).count, 0);
  });

  it('leaves the quotes of figures that have many to the host', () => {
    const tree = parsePage(String(renderReportHtml(report, words, webview)));
    const buttons = byTag(tree, 'button').filter(({ properties }) =>
      (properties['className'] as string[] | undefined)?.includes('n'),
    );
    const figures = buttons.flatMap(({ properties }) =>
      properties['dataQ'] === undefined ? [String(properties['dataFigure'])] : [],
    );
    assert.ok(figures.includes('all/tags/R2.3'), figures.join());
    const quotes = evidenceOf(report, 'all/tags/R2.3')
      .split(',')
      .flatMap((range) => {
        const [first = 0, last = first] = range.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, step) => report.corpus.quotes.at(first + step)!);
      });
    assert.equal(quotes.length, 250);
    for (const { annotation } of quotes) assert.equal(annotation.category, 'R2.3');
    assert.equal(evidenceOf(report, 'all/none'), '');
  });
});

describe('the tables of a comparison', () => {
  for (const language of ['zh-CN', 'en'] as const)
    it(`name the category that they are about, in ${language}`, () => {
      const before = makeDocument('a.md', [{ text: '引人才。', tags: ['R1.2'] }]);
      const input = inputFor([before, makeDocument('b.md', [{ text: '天气很好。' }])], {}, language);
      const category = input.taxonomy.byCode.get('R1.2')!;
      const caption = `R1.2 ${input.words.name(category.name)}`;
      const report = buildComparison(input);
      const captions = byTag(parsePage(String(renderReportHtml(report, input.words))), 'caption').map(textOf);
      assert.ok(
        captions.some((each) => each.startsWith(caption)),
        captions.join('\n'),
      );
      assert.ok(renderReportMarkdown(report, input.words).includes(`**${caption}`));
    });
});

describe('a category the user said not to apply', () => {
  it('is told apart from missing ones, with the reason, and changes no figure', () => {
    const made = makeDocument('a.md', [{ text: '建设平台。', tags: ['S1.1'] }]);
    const reason = '本市<无>此权限';
    const excused = {
      ...made,
      result: {
        ...made.result,
        notApplicable: [
          { category: 'S4.1', reason },
          { category: 'S1.1', reason },
        ],
      },
    };
    const [plain, told] = [made, excused].map((document) => {
      const input = inputFor([document]);
      return renderReportMarkdown(buildReport(input), input.words);
    });
    assert.match(plain!, /\| S4\.1 [^|]+\| 缺失 /);
    assert.match(told!, /\| S4\.1 [^|]+\| 不适用 \| 0 \| 本市&lt;无&gt;此权限 \|/);
    assert.match(told!, /\| S1\.1 [^|]+\| (?:薄弱|已覆盖) /);
    const figuresIn = (markdown: string): string[] => markdown.match(/\d+(\.\d+)?%/g) ?? [];
    assert.deepEqual(figuresIn(told!), figuresIn(plain!));
  });
});

describe('the primary remedies that a problem still lacks', () => {
  it('are without those that do not apply', () => {
    const made = makeDocument('a.md', [{ text: '平台不足。', tags: ['P1.1'] }]);
    const lacking = (document: typeof made.result): string => {
      const input = inputFor([{ ...made, result: document }]);
      const lines = renderReportMarkdown(buildReport(input), input.words).split('\n');
      return lines.filter((line) => line.startsWith('| P1.1') && line.includes('平台不足')).join('\n');
    };
    assert.match(lacking(made.result), /S1\.1/);
    const excused = { ...made.result, notApplicable: [{ category: 'S1.1', reason: '另有规定' }] };
    assert.doesNotMatch(lacking(excused), /S1\.1/);
    assert.notEqual(lacking(excused), '');
  });
});

describe('documents that are the same', () => {
  it('are told below the first table, and each counts', () => {
    const [a, b] = ['a.md', 'b.md'].map((path) =>
      makeDocument(path, [{ text: '建设平台。', tags: ['S1.1'] }]),
    );
    const told = (sha256: string): string => {
      const input = inputFor([a!, { ...b!, result: { ...b!.result, sha256 } }]);
      return renderReportMarkdown(buildReport(input), input.words);
    };
    assert.match(told(a!.result.sha256), /有 1 份文稿与另一份完全相同（例如 b\.md 与 a\.md），仍各计一次/);
    assert.match(told(a!.result.sha256), /（2 份）/);
    assert.doesNotMatch(told('f'.repeat(64)), /完全相同/);
  });
});

describe('report in two languages', () => {
  for (const [name, report] of reports)
    it(`has words for everything (${name})`, () => {
      for (const language of ['zh-CN', 'en'] as const) {
        const { words } = inputFor([], {}, language);
        const html = String(renderReportHtml(report, words));
        const markdown = renderReportMarkdown(report, words);
        assert.doesNotMatch(html + markdown, /report\.[a-z]+\.[a-z]|undefined|\{\d\}|\[object/);
        assert.equal(html.includes('lang="en"'), language === 'en');
      }
    });

  it('says of what stays Chinese on an English page that it is, so that it is read aloud and drawn as Chinese', () => {
    for (const [language, expected] of [
      ['zh-CN', undefined],
      ['en', 'zh-CN'],
    ] as const) {
      const { words } = inputFor([], {}, language);
      const page = parsePage(String(renderReportHtml(buildReport(inputFor([hostileDocument()])), words)));
      const quotes = byTag(page, 'q', 'h1');
      assert.ok(quotes.length > 1);
      for (const { properties } of quotes) assert.equal(properties['lang'], expected);
    }
  });
});
