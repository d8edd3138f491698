import assert from 'node:assert/strict';
import { Script } from 'node:vm';
import {
  buildComparison,
  buildReport,
  renderReportHtml,
  renderReportMarkdown,
  type PageOptions,
  type ReportInput,
} from '../../../src/core/report';
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
      { host: 'webview', nonce: 'abcDEF123456', cspSource: 'https://*.vscode-cdn.net' },
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

  it('refuses a nonce that could break out of the policy', () => {
    const [, report, { words }] = reports[0]!;
    const html = String(renderReportHtml(report, words, { host: 'webview', nonce: 'x\' *; "><script>' }));
    assert.doesNotMatch(html, /nonce-x'/);
  });

  it('filters rows by year, level and issuer', () => {
    const [, report, { words }] = reports[1]!;
    const tree = parsePage(String(renderReportHtml(report, words)));
    const rows = byTag(tree, 'tr').filter(({ properties }) => properties['dataFiltered'] !== undefined);
    assert.deepEqual(
      [
        ...new Set(
          rows.map(({ properties }) =>
            [properties['dataYear'], properties['dataLevel'], properties['dataIssuer']].join('|'),
          ),
        ),
      ].sort(),
      ['2024|市|市局', '2025|省|<b>省厅</b>'],
    );
    assert.deepEqual(
      byTag(tree, 'select').map((select) => byTag(select, 'option').length),
      [3, 3, 3],
    );
  });
});

describe('a category the user said not to apply', () => {
  it('is told apart from missing ones, with the reason, and changes no figure', () => {
    const made = makeDocument('a.md', [{ text: '建设平台。', tags: ['S1.1'] }]);
    const reason = '本市<无>此权限';
    const excused = { ...made, result: { ...made.result, notApplicable: [{ category: 'S4.1', reason }] } };
    const [plain, told] = [made, excused].map((document) => {
      const input = inputFor([document]);
      return renderReportMarkdown(buildReport(input), input.words);
    });
    assert.match(plain!, /\| S4\.1 [^|]+\| 缺失 /);
    assert.match(told!, /\| S4\.1 [^|]+\| 不适用 \| 0 \| 本市&lt;无&gt;此权限 \|/);
    const figuresIn = (markdown: string): string[] => markdown.match(/\d+(\.\d+)?%/g) ?? [];
    assert.deepEqual(figuresIn(told!), figuresIn(plain!));
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
});
