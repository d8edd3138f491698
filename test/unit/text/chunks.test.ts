import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { giveBlanksBack } from '../../../src/core/text/markdown/eatenBlanks';
import { ParseCache, readWithTree } from '../../../src/core/text/markdown/markdown';
import { chunkStarts } from '../../../src/core/text/markdown/markdownChunks';
import { drain } from '../../../src/core/slices';
import { parseDocument, parseInSlices } from '../../../src/core/text/parseDocument';
import { anyText } from './texts';

/**
 * What the document model is made of, with its place: headings, paragraphs, cells, texts and HTML; and what stands at
 * the top level, which is counted for the title.
 */
function nodes(text: string, by: number): string[] {
  if (text.startsWith('\ufeff')) return nodes(text.slice(1), by + 1);
  return nodesOf(treeOf(text), by);
}

/** By the parser itself, in one go. */
function treeOf(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml']),
    ],
  });
}

function nodesOf(root: Root, by: number): string[] {
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
  for (const node of root.children) {
    found.push(`top ${node.type}`);
    visit(node, '');
  }
  return found;
}

const inPieces = (text: string, long: number | undefined): string[] => {
  const starts = chunkStarts(text, long);
  return starts.flatMap((start, index) => nodes(text.slice(start, starts[index + 1] ?? text.length), start));
};

/** Lines that headings could be hidden in, or that could reach over one. */
const line = fc.oneof(
  fc.constantFrom(
    '# 题',
    '## 一、甲',
    '一、甲',
    '　　（一）乙',
    '2027年。',
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
    '2) 项',
    '* 项',
    '+',
    '  - 子项',
    '> 引',
    '> - 引',
    '[文][a]',
    '[文',
    '](http://e.cn)',
    '**甲',
    '`码',
    '<b>',
    '\ufeff甲',
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
    ['at headings without a blank line, too', '- 甲\n# 题\n乙\n## 一\n', [0, 4, 10]],
    ['not at a heading in HTML', '<div>\n# 甲\n\n# 题\n', [0, 11]],
    ['not at a heading in a fence', '```\n\n# 题\n```\n\n# 真\n', [0, 14]],
    ['not at a heading in a fence behind byte order marks', '\ufeff\ufeff```\n\n# 题\n```\n', [0]],
    ['not at a comment in front matter', '---\na: 1\n\n# 注\n---\n\n# 真\n', [0, 19]],
    ['not where a fence may stand in a list', '- 甲\n\n  ```\n\n# 题\n', [0]],
    ['not where HTML reaches on', '<!--\n\n# 题\n\n-->\n', [0]],
    ['not where there are definitions', '甲[a]\n\n# 题\n\n[a]: http://e.cn\n', [0]],
    ['not behind front matter without an end', '---\n\n# 题\n- 项', [0]],
    ['at CRLF, too', '甲\r\n\r\n# 题\r\n', [0, 5]],
  ];
  for (const [name, text, expected] of cases)
    it(`cuts ${name}`, () => assert.deepEqual(chunkStarts(text), expected));

  const plainCases: readonly [string, string, readonly number[]][] = [
    ['before a paragraph behind a blank line', '甲\n\n一、乙\n\n> 丙\n', [0, 3, 8]],
    ['not in a paragraph', '甲\n一、乙\n丙\n', [0]],
    ['not at a list item', '- 甲\n\n- 乙\n\n1. 丙\n\n2) 丁\n', [0]],
    ['behind a list', '- 甲\n\n  续\n\n乙\n', [0, 10]],
    ['not at what opens front matter at the start of a text', '甲\n\n---\n\n---\n', [0]],
    ['not at a byte order mark', '甲\n\n\ufeff乙\n', [0]],
    ['not in a fence', '```\n\n甲\n```\n', [0]],
    ['not where there are definitions', '甲[a]\n\n乙\n\n[a]: http://e.cn\n', [0]],
  ];
  for (const [name, text, expected] of plainCases)
    it(`cuts a long piece ${name}`, () => assert.deepEqual(chunkStarts(text, 0), expected));

  it('has small pieces also where no line is a heading', () => {
    const text = Array.from(
      { length: 2000 },
      (_, index) => `\u3000\u3000${index}、${'引进人才。'.repeat(9)}\n\n`,
    ).join('');
    const starts = chunkStarts(text);
    for (const [index, start] of starts.entries())
      assert.ok((starts[index + 1] ?? text.length) - start < 2100, `piece at ${start}`);
  });

  it('reads the same as in one go', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(0, 12, undefined),
        (lines, eol, long) => {
          const text = lines.join(eol);
          assert.deepEqual(inPieces(text, long), nodes(text, 0), JSON.stringify(text));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('reads the same together with the tree', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol).replace(/^\ufeff+/, '');
        const { document, tree } = readWithTree(text);
        assert.deepEqual(document, parseDocument(text, 'markdown'));
        const whole = treeOf(text);
        giveBlanksBack(whole, text);
        assert.deepEqual(nodesOf(tree, 0), nodesOf(whole, 0));
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
