import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import {
  buildComparison,
  buildReport,
  renderReportHtml,
  renderReportMarkdown,
} from '../../../src/core/report';
import { escapeMarkdown } from '../../../src/core/report/markdown';
import { byTag, parsePage, textOf } from './html';
import { hostile, hostileDocument, inputFor, makeDocument, type MadeDocument } from './support';

function parse(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => all(child)) : [])];
}

function plain(node: Nodes): string {
  return all(node)
    .map((each) => (each.type === 'text' ? each.value : ''))
    .join('');
}

/** A renderer may link a bare address to itself and to nothing else. */
function assertHonest(node: Nodes): void {
  if (node.type !== 'link') return;
  assert.match(node.url, /^(https?|mailto):/);
  assert.ok([plain(node), `http://${plain(node)}`, `mailto:${plain(node)}`].includes(node.url), node.url);
}

const input = inputFor([hostileDocument(), makeDocument('b.md', [{ text: '建设平台。', tags: ['S1.1'] }])]);

/** A document of which only the first ten characters were looked at. */
function longDocument(): MadeDocument {
  const made = makeDocument('long.md', [{ text: '引进人才。'.repeat(20), tags: ['R1.2'] }]);
  return {
    ...made,
    result: { ...made.result, checked: { ...made.result.checked, characters: 10, total: 100 } },
  };
}

describe('Markdown report', () => {
  it('says nothing of shades and what can be opened: it has neither', () => {
    const report = buildReport(input);
    assert.doesNotMatch(renderReportMarkdown(report, input.words), /底色|点开/u);
    assert.match(String(renderReportHtml(report, input.words, { host: 'file' })), /底色越深/u);
  });

  it('explains nearest sentences only where it shows one', () => {
    const made = makeDocument('b.md', [{ text: '建设平台。', tags: ['S1.1'] }]);
    const near = makeDocument('b.md', [{ text: '建设平台。', tags: ['R1.2'] }]).result.annotations;
    const notes = (document: MadeDocument): string => {
      const given = inputFor([document]);
      return renderReportMarkdown(buildReport(given), given.words);
    };
    assert.doesNotMatch(notes(made), /未到门槛/);
    assert.match(notes({ ...made, result: { ...made.result, nearest: near } }), /未到门槛/);
  });

  it('says how many categories are missing, what a rule is about, and which file it is', () => {
    const given = inputFor([makeDocument('市/b.md', [{ text: '建设平台。', tags: ['S1.1'] }])]);
    const markdown = renderReportMarkdown(buildReport(given), given.words);
    const { missing } = given.output.documents[0]!.coverage;
    assert.match(markdown, new RegExp(`缺失的对策类别（${String(missing.length)} 类）`, 'u'));
    assert.match(markdown, /\| PL101 [^|]*问题[^|]* \|/u);
    assert.match(markdown, /^- 文件 市\/b\.md$/mu);
  });

  it('names the document of each sentence where those of several stand together', () => {
    const pieces = [{ text: '建立联席会议。', tags: ['R3.3', 'A3'] }];
    const given = inputFor([makeDocument('a.md', pieces), makeDocument('b.md', pieces)]);
    const markdown = renderReportMarkdown(buildReport(given), given.words, false);
    for (const code of ['R3\\.3', 'A3'])
      assert.match(
        markdown,
        new RegExp(`${code} [^\n]*“建立联席会议。” \\(a\\.md\\)<br>“建立联席会议。” \\(b\\.md\\)`, 'u'),
      );
    const html = String(renderReportHtml(buildReport(given), given.words, { host: 'file' }));
    assert.equal(html.match(/<span class="from">b\.md<\/span>/gu)?.length, 2);
  });

  it('says where each sentence stands: under which heading, and at which characters', () => {
    const made = makeDocument('b.md', [
      { text: '引人才。', tags: ['R1.2'] },
      { text: '建平台。', tags: ['S1.1'], section: '一、任务' },
    ]);
    const given = inputFor([made]);
    const markdown = renderReportMarkdown(buildReport(given), given.words);
    for (const line of ['“引人才。” (0–4)', '“建平台。” (一、任务 5–9)'])
      assert.ok(markdown.includes(`- ${line}\n`), markdown.slice(-400));
    assert.match(markdown, /^## 依据$[^]*^\*\*R1\.2 [^*\n]+\*\* 1$/mu);
    assert.doesNotMatch(renderReportMarkdown(buildReport(given), given.words, false), /^## 依据$/mu);
  });

  it('tells of which documents only a part was checked', () => {
    const notes = (documents: readonly MadeDocument[]): string => {
      const given = inputFor(documents);
      return plain(parse(renderReportMarkdown(buildReport(given), given.words)));
    };
    const short = makeDocument('b.md', [{ text: '建设平台。', tags: ['S1.1'] }]);
    assert.match(notes([longDocument()]), /全文 100 字符，检查了 10 字符/);
    assert.match(notes([longDocument(), short]), /有 1 份没有全部检查/);
    assert.doesNotMatch(notes([short, short]), /全部检查|检查了/);
  });

  it('lists what is no policy text among others, and not where it is alone', () => {
    const rows = (...documents: readonly MadeDocument[]): readonly string[] => {
      const given = inputFor(
        documents.map((made) => ({
          ...made,
          result: { ...made.result, checked: { ...made.result.checked, isPolicyText: false } },
        })),
      );
      return (
        renderReportMarkdown(buildReport(given), given.words).match(/^\| \S+ \| 不像政策文本.*$/gmu) ?? []
      );
    };
    const [a, b] = ['a.md', 'b.md'].map((path) => makeDocument(path, [{ text: '建设平台。' }]));
    assert.equal(rows(a!, b!).length, 2);
    assert.deepEqual(rows(a!), []);
  });

  it('shows texts as they are and interprets none of them', () => {
    const markdown = renderReportMarkdown(buildReport(input), input.words);
    const tree = parse(markdown);
    const kinds = new Set(all(tree).map(({ type }) => type));
    for (const kind of [
      'image',
      'code',
      'inlineCode',
      'definition',
      'footnoteReference',
      'delete',
      'blockquote',
    ] as const)
      assert.ok(!kinds.has(kind), kind);
    const [mark, ...others] = all(tree).flatMap((node) => (node.type === 'html' ? [node.value] : []));
    assert.equal(mark, '<!-- Policy Lens report -->');
    for (const value of others) assert.equal(value, '<br>');
    for (const node of all(tree)) assertHonest(node);
    const shown = plain(tree);
    for (const text of hostile)
      assert.ok(
        shown.includes(
          text
            .replace(/\s+/g, ' ')
            .replace(/\p{Cc}/gu, '')
            .trim(),
        ),
        text,
      );
    assert.doesNotMatch(markdown, /(?!\n)\p{Cc}/u);
  });

  it('escapes any text so that it reads back as itself', () => {
    const token = fc.constantFrom(
      ...'\\`*_{}[]()<>#|~$^!&@+-=.:;1a中 '.split(''),
      'http://a.b',
      'www.c.d',
      '- ',
      '1. ',
      '&amp;',
      'x@y.zz',
      '😀',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(token), (parts) => {
        const text = parts.join('');
        const tree = parse(`a ${escapeMarkdown(text)} b`);
        assert.equal(plain(tree).replace(/\s+/g, ' ').trim(), `a ${text} b`.replace(/\s+/g, ' ').trim());
        for (const node of all(tree)) {
          assertHonest(node);
          assert.match(node.type, /^(root|paragraph|text|break|link)$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  for (const text of ['- 甲', '+ 甲', '1. 甲', '12) 甲', '-', '3.'])
    it(`begins no list with ${text}`, () => assert.equal(plain(parse(escapeMarkdown(text))), text));

  it('has the same tables with the same figures as the HTML report', () => {
    for (const report of [
      buildReport(input),
      buildReport(inputFor([hostileDocument()])),
      buildComparison(input),
    ]) {
      const tree = parse(renderReportMarkdown(report, input.words));
      const inMarkdown = all(tree)
        .filter((node): node is Table => node.type === 'table')
        .map(({ children }) => children.map((row) => row.children.map((cell) => plain(cell))));
      const inHtml = byTag(parsePage(String(renderReportHtml(report, input.words))), 'table').map((table) =>
        byTag(table, 'tr').map((row) => byTag(row, 'th', 'td').map((cell) => textOf(cell))),
      );
      assert.equal(inMarkdown.length, inHtml.length);
      const isFigure = (text: string): boolean => /^(\d+(\.\d+)?%?|–)$/.test(text);
      inHtml.forEach((rows, table) =>
        rows.forEach((cells, row) => {
          assert.equal(inMarkdown[table]![row]!.length, cells.length);
          cells.forEach((cell, column) => {
            if (isFigure(cell)) assert.equal(inMarkdown[table]![row]![column], cell);
          });
        }),
      );
    }
  });
});
