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
import { labelsFrom, type Labels } from '../../../src/core/text/markdown/labels';
import { chunkStarts } from '../../../src/core/text/markdown/markdownChunks';
import { readPieces, type PieceReading } from '../../../src/core/text/markdown/pieces';
import { reachesOn } from '../../../src/core/text/markdown/reachesOn';
import { drain } from '../../../src/core/slices';
import { parseDocument, parseInSlices } from '../../../src/core/text/parseDocument';
import { anyText } from './texts';

const byteOrderMark = (text: string): number => (text.startsWith('\ufeff') ? 1 : 0);

/** Every node with its place as it is read in one go; and what stands at the top level, which is counted for the title. */
function nodes(text: string): string[] {
  return nodesOf(treeOf(text), byteOrderMark(text));
}

/** By the parser itself, in one go. */
function treeOf(text: string, ...more: ReturnType<typeof labelsFrom>['syntax'][]): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml']), ...more],
    mdastExtensions: [
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml']),
    ],
  });
}

const mayEndLater: ReadonlySet<string> = new Set([
  'list',
  'listItem',
  'blockquote',
  'footnoteDefinition',
  'code',
  'html',
]);

function nodesOf(root: Root, by: number): string[] {
  const found: string[] = [];
  const visit = (node: Nodes, inside: string): void => {
    const { type, position } = node;
    const rank = type === 'heading' ? node.depth : '';
    const label = 'identifier' in node ? ` ${node.identifier}` : '';
    const { start, end } = position ?? {};
    // What goes on over blank lines takes in those at the end of a text.
    const to = mayEndLater.has(type) ? '' : ` ${(end?.offset ?? 0) + by}`;
    const words = 'value' in node ? ` ${node.value.trimEnd().replace(/\r(?!\n)/g, '\n')}` : '';
    found.push(`${inside}${type}${rank}${label} ${(start?.offset ?? 0) + by}${to}${words}`);
    const inner = type === 'listItem' || type === 'blockquote' ? `${inside}${type} ` : inside;
    if ('children' in node) for (const child of node.children) visit(child, inner);
  };
  for (const node of root.children) {
    found.push(`top ${node.type}`);
    visit(node, '');
  }
  return found;
}

interface TestReading extends PieceReading {
  readonly nodesFrom: (start: number) => string[];
}

function readPiece(text: string, elsewhere: Labels): TestReading {
  const labels = labelsFrom(elsewhere);
  const tree = treeOf(text, labels.syntax);
  return {
    reachesOn: reachesOn(tree, text.slice(byteOrderMark(text))),
    labels: labels.use(),
    nodesFrom: (start) => nodesOf(tree, start + byteOrderMark(text)),
  };
}

const inPieces = (text: string, long: number | undefined): string[] => {
  const { pieces } = drain(readPieces(text, chunkStarts(text, long), { read: readPiece }));
  return pieces.flatMap(({ start, reading }) => reading.nodesFrom(start));
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

/** Definitions, what refers to them, and what only looks so, in the places where they may stand. */
const labelled = fc
  .tuple(
    fc.constantFrom('', '', '', '- ', '  ', '    ', '1. ', '> ', '甲', '# ', '| ', '    - ', '\t', '> - '),
    fc.constantFrom(
      '[a]: http://e.cn',
      '[A]: <x> "题"',
      '[a]:',
      '"题"',
      '[a] [b]: x',
      '[b]: y 一',
      '项目[一]: 甲',
      '[一]: 甲',
      '[一]：甲',
      '[甲 乙]: z',
      '[甲',
      '乙]: z',
      '[\\]]: z',
      '[a\\',
      '[^1]: 注',
      '[^1]:',
      '[^A]: - 甲',
      '[^A]: ```',
      '[^2]: <!-- 注',
      '[^ 1]: 注',
      '![^1]',
      '[文][a]',
      '[文][]',
      '[a][一]',
      '[a] 和[b]、[一]',
      '[[a]](x)',
      '![a] ![甲 乙]',
      '[a](x',
      '[^1] [^a]',
      '[^1][a]',
      '[a][^1]',
      '*[a*]',
      '`[a`]',
      '[甲 乙] [甲  乙]',
      '[\\]]',
      '``` [a]: x',
      '<!-- [a]: x',
      '<!-- [b]: x -->',
      '[ſ] [S]',
      '[s]: x',
    ),
  )
  .map((parts) => parts.join(''));

describe('Markdown piece by piece', () => {
  const cases: readonly [string, string, readonly number[]][] = [
    ['at headings behind a blank line', '甲\n\n# 题\n\n乙\n\n## 一\n', [0, 3, 11]],
    ['at headings without a blank line, too', '- 甲\n# 题\n乙\n## 一\n', [0, 4, 10]],
    ['not at a heading in HTML', '<div>\n# 甲\n\n# 题\n', [0, 11]],
    ['not at a heading in a fence', '```\n\n# 题\n```\n\n# 真\n', [0, 14]],
    ['not at a heading in a fence behind byte order marks', '\ufeff\ufeff```\n\n# 题\n```\n', [0]],
    ['not at a comment in front matter', '---\na: 1\n\n# 注\n---\n\n# 真\n', [0, 19]],
    ['where a fence has ended with a list', '- 甲\n\n  ```\n\n# 题\n', [0, 12]],
    ['not where HTML reaches on', '<!--\n\n# 题\n\n-->\n', [0]],
    ['behind HTML that has ended', '<!--\n\n# 题\n\n-->\n# 真\n', [0, 15]],
    ['not in a fence that is set in', ' ```\n\n# 题\n ```\n# 真\n', [0, 15]],
    ['where there are definitions', '甲[a]\n\n# 题\n\n[a]: http://e.cn\n', [0, 6]],
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
    ['before definitions', '甲[a]\n\n乙\n\n[a]: http://e.cn\n', [0, 6, 9]],
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
          assert.deepEqual(inPieces(text, long), nodes(text), JSON.stringify(text));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('reads the same as in one go with definitions anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, labelled), { maxLength: 16 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.constantFrom(0, 12, undefined),
        (lines, eol, long) => {
          const text = lines.join(eol);
          assert.deepEqual(inPieces(text, long), nodes(text), JSON.stringify(text));
        },
      ),
      // In front matter without an end, the parser takes footnotes for definitions.
      { numRuns: 600, examples: [[['---', '', '![^1]', '', '[^1]: 注', ''], '\n', 0]] },
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
    const versions = fc.array(fc.oneof(line, labelled), { maxLength: 10 });
    fc.assert(
      fc.property(versions, versions, (before, after) => {
        const cache = new ParseCache();
        for (const lines of [before, after, before]) {
          const text = lines.join('\n\n');
          assert.deepEqual(drain(parseInSlices(text, 'markdown', cache)), parseDocument(text, 'markdown'));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads only what was edited', () => {
    const text = (word: string) => `# 题\n\n甲\n\n## 一\n\n${word}\n\n## 二\n\n乙\n`;
    const cache = new ParseCache();
    const steps = (source: string): number => [...parseInSlices(source, 'markdown', cache)].length;
    assert.deepEqual([steps(text('子')), steps(text('丑')), steps(text('丑'))], [3, 1, 0]);
  });

  it('joins what a fence or HTML reaches over that may have stood in a list', () => {
    const cases: readonly (readonly string[])[] = [
      ['- 甲\n\n ```\n# 题\n ```\n', '# 真\n'],
      ['- 甲\n\n <!--\n\n# 题\n -->\n', '# 真\n'],
      ['- 甲\n\n  ```\n  码\n  ```\n', '# 真\n', '# 真\n'],
      ['<div>\n```\n</div>\n\n```\n# 题\n```\n'],
    ];
    for (const expected of cases) {
      const text = expected.join('');
      const { pieces } = drain(readPieces(text, chunkStarts(text), { read: readPiece }));
      assert.deepEqual(
        pieces.map((piece) => piece.text),
        expected,
      );
    }
  });

  it('knows what goes on at the end of a text', () => {
    const goesOn = [
      '```',
      '```\n',
      '~~~~\n甲\n~~~\n',
      '甲\n ```\n\n',
      '<div>\n',
      '<b>\n甲',
      '<!-- 甲\n\n',
      '<pre>\n\n</b>\n',
    ];
    const ends = [
      '甲',
      '- ```\n',
      '> <!--\n',
      '[^1]: ```\n',
      '```\n```\n',
      '~~~\n  ~~~~ \n\n',
      '    ```\n',
      '<div>\n\n',
      '甲\n<b>\n',
      '<!--\n\n甲 --> 乙\n',
      '<?\n\n?>',
      '[a]: x',
    ];
    for (const text of [...goesOn, ...ends])
      assert.equal(reachesOn(treeOf(text), text), goesOn.includes(text), JSON.stringify(text));
  });

  it('reads with each key only what was edited in a text with footnotes', () => {
    const text = (word: string, label = '1') =>
      `# 题\n\n甲[^1]\n\n## 一\n\n${word}[^2]、项目[一]: 子\n\n## 二\n\n[一]\n\n## 注\n\n[^${label}]: 注\n\n[^2]: 注\n`;
    const cache = new ParseCache();
    const steps = (source: string): number => [...parseInSlices(source, 'markdown', cache)].length;
    assert.deepEqual([steps(text('子')), steps(text('丑')), steps(text('丑'))], [4, 1, 0]);
    // The notes, and what refers to the one that is gone; as before, the notes and what refers to the one there again.
    assert.deepEqual([steps(text('丑', '3')), steps(text('丑'))], [2, 2]);
  });

  it('reads a reference by what is defined far from it, as long as it is defined', () => {
    const text = (definition: string) => `# 题\n\n见[甲][a]。\n\n## 注\n\n${definition}\n`;
    const cache = new ParseCache();
    const prose = (definition: string): string | undefined =>
      drain(parseInSlices(text(definition), 'markdown', cache)).prose.split('\n')[2];
    const [read, plain] = ['见 甲    。', '见[甲][a]。'];
    assert.deepEqual(
      ['[a]: x', '[b]: x', '[A]: x', '> - [a]: x', '```\n[a]: x\n```', '项[a]: x', '[a]: <x> "题"'].map(
        prose,
      ),
      [read, plain, read, read, plain, plain, read],
    );
  });
});
