import assert from 'node:assert/strict';
import {
  markdownFrontMatter,
  opensFrontMatter,
  plainFrontMatter,
  yamlFrontMatter,
  type FrontMatter,
} from '../../../src/core/text/frontMatter';

/** The words between the fences as Markdown, plain text and metadata have them; null: no front matter. */
type Bodies = readonly [markdown: string | null, plain: string | null, yaml: string | null];

const same = (body: string | null): Bodies => [body, body, body];
const long = `${'年份: 2024\n'.repeat(60)}`;

const cases: readonly (readonly [name: string, text: string, bodies: Bodies])[] = [
  ['keys between dashes', '---\n年份: 2024\n---\n正文', same('年份: 2024')],
  ['spaces behind the dashes', '--- \n年份: 2024\n---\t\n正文', same('年份: 2024')],
  ['a byte order mark', '\ufeff---\n年份: 2024\n---\n', same('年份: 2024')],
  ['no line end at the end', '---\n年份: 2024\n---', same('年份: 2024')],
  ['nothing between', '---\n---\n正文\n---\n', same('')],
  ['no end', '---\n年份: 2024\n正文', same(null)],
  ['another line first', '\n---\n年份: 2024\n---\n', same(null)],
  ['four dashes', '----\n年份: 2024\n---\n', same(null)],
  ['dots at the end', '---\n年份: 2024\n...\n正文', [null, null, '年份: 2024']],
  ['a paragraph between rules', '---\n推进改革。\n---\n', ['推进改革。', null, '推进改革。']],
  ['many lines', `---\n${long}---\n`, [long.slice(0, -1), null, long.slice(0, -1)]],
  [
    'more than metadata is',
    `---\n${'#'.repeat(20_001)}\n---\n`,
    ['#'.repeat(20_001), '#'.repeat(20_001), null],
  ],
];

describe('front matter', () => {
  for (const [name, text, bodies] of cases)
    for (const [reader, read, body] of [
      ['Markdown', markdownFrontMatter, bodies[0]],
      ['plain text', plainFrontMatter, bodies[1]],
      ['metadata', yamlFrontMatter, bodies[2]],
    ] as const)
      it(`is ${body === null ? 'not found' : 'found'} in ${reader} with ${name}`, () => {
        const found: FrontMatter | null = read(text);
        assert.equal(found && text.slice(found.body.start, found.body.end), body);
        if (!found) return;
        assert.ok(opensFrontMatter(text));
        assert.match(text.slice(found.body.end, found.whole.end), /^\n?(?:---|\.\.\.)[ \t]*$/);
      });

  it('keeps the offsets of line ends of Windows', () => {
    const text = '---\r\n年份: 2024\r\n---\r\n正文';
    assert.deepEqual(markdownFrontMatter(text), {
      whole: { start: 0, end: 19 },
      body: { start: 5, end: 14 },
    });
  });
});
