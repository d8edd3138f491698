import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { ParseCache } from '../../../src/core/text/markdown';
import { chunkStarts } from '../../../src/core/text/markdownChunks';
import { drain } from '../../../src/core/slices';
import { parseDocument, parseInSlices } from '../../../src/core/text/parseDocument';
import { anyText } from './texts';

/** What the document model is made of, with its place: headings, paragraphs, cells, texts and HTML. */
function nodes(text: string, by: number): string[] {
  if (text.startsWith('\ufeff')) return nodes(text.slice(1), by + 1);
  const found: string[] = [];
  const visit = (node: Nodes, inside: string): void => {
    const { type, position } = node;
    const rank = type === 'heading' ? node.depth : '';
    if (['heading', 'paragraph', 'tableCell', 'text', 'html', 'yaml'].includes(type))
      found.push(
        `${inside}${type}${rank} ${(position?.start.offset ?? 0) + by} ${(position?.end.offset ?? 0) + by}`,
      );
    const inner = type === 'listItem' || type === 'blockquote' ? `${inside}${type} ` : inside;
    if ('children' in node) for (const child of node.children) visit(child, inner);
  };
  visit(
    fromMarkdown(text, {
      extensions: [gfm(), frontmatter(['yaml'])],
      mdastExtensions: [
        ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
        frontmatterFromMarkdown(['yaml']),
      ],
    }),
    '',
  );
  return found;
}

const inPieces = (text: string): string[] => {
  const starts = chunkStarts(text);
  return starts.flatMap((start, index) => nodes(text.slice(start, starts[index + 1] ?? text.length), start));
};

/** Lines that headings could be hidden in, or that could reach over one. */
const line = fc.oneof(
  fc.constantFrom(
    '# 题',
    '## 一、甲',
    '#',
    '#甲',
    ' # 甲',
    '甲',
    '乙。',
    '',
    '',
    ' ',
    '\t',
    '- 项',
    '  续',
    '1. 项',
    '> 引',
    '```',
    '``` js',
    '````',
    '  ```',
    '~~~',
    '<div>',
    '</div>',
    '<!-- 注 -->',
    '<!-- 注',
    '注 -->',
    '<pre>',
    '</pre>',
    '<?x',
    '---',
    '===',
    '[a]: http://e.cn',
    '| 甲 |',
    '|---|',
    '    # 码',
    '- ```',
    '> ```',
    '\\# 甲',
    'a\r# 甲',
  ),
  anyText,
);

describe('Markdown piece by piece', () => {
  const cases: readonly [string, string, readonly number[]][] = [
    ['at headings behind a blank line', '甲\n\n# 题\n\n乙\n\n## 一\n', [0, 3, 11]],
    ['not at a heading in a fence', '```\n\n# 题\n```\n\n# 真\n', [0, 14]],
    ['not at a comment in front matter', '---\na: 1\n\n# 注\n---\n\n# 真\n', [0, 19]],
    ['not where a fence may stand in a list', '- 甲\n\n  ```\n\n# 题\n', [0]],
    ['not where HTML reaches on', '<!--\n\n# 题\n\n-->\n', [0]],
    ['not where there are definitions', '甲[a]\n\n# 题\n\n[a]: http://e.cn\n', [0]],
    ['not behind front matter without an end', '---\n\n# 题\n- 项', [0]],
    ['at CRLF, too', '甲\r\n\r\n# 题\r\n', [0, 5]],
  ];
  for (const [name, text, expected] of cases)
    it(`cuts ${name}`, () => assert.deepEqual(chunkStarts(text), expected));

  it('reads the same as in one go', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        assert.deepEqual(inPieces(text), nodes(text, 0), JSON.stringify(text));
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same with the pieces of another version at hand', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), fc.array(line, { maxLength: 10 }), (before, after) => {
        const cache = new ParseCache();
        for (const lines of [before, after, before]) {
          const text = lines.join('\n\n');
          assert.deepEqual(drain(parseInSlices(text, 'markdown', cache)), parseDocument(text, 'markdown'));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads only what was edited', () => {
    const text = (word: string) => `# 题\n\n甲\n\n## 一\n\n${word}\n\n## 二\n\n乙\n`;
    const cache = new ParseCache();
    const steps = (source: string): number => [...parseInSlices(source, 'markdown', cache)].length;
    assert.deepEqual([steps(text('子')), steps(text('丑')), steps(text('丑'))], [3, 1, 0]);
  });
});
