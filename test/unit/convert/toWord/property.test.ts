import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportWord } from '../../../../src/convert/toWord/exportWord';
import { wordsIn } from '../../../../src/core/text/reading';
import { parseDocument } from '../../../../src/core/text/parseDocument';
import { withoutControls } from '../../../../src/core/text/controls';
import { read, written } from './written';

const pieces = [
  '#',
  '## ',
  '一、',
  '（一）',
  '1. ',
  '- ',
  '> ',
  '    ',
  '\n',
  '\n\n',
  '\r\n',
  '  \n',
  '**',
  '__',
  '_',
  '~~',
  '`',
  '```\n',
  '|',
  '|-|\n',
  '---\n',
  '<!-- 注 -->',
  '<b>',
  '<div>',
  '<br>',
  '[^1]',

  '[甲](b)',
  '![图](c)',
  '&amp;',
  '\\',
  '\ufeff',
  '\u0001',
  '\ud800',
  '😀',
  '科技局',
  '支持企业。',
  '附件：',
  '附件1',
  '2026年3月5日',
  '某市人民政府',
  '各区：',
  '　',
  ' ',
  'abc',
  '12',
];
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
);
const squeezed = (text: string): string => withoutControls(text).replace(/[\s\ufeff]/gu, '');

describe('Word files of any text', () => {
  for (const format of ['markdown', 'plain'] as const)
    it(`are made without a fault, and hold each sentence of ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(anything, async (text) => {
          const result = await exportWord({ text, format });
          if (result.bytes === null) {
            assert.deepEqual(result.notes, [{ id: 'report.word.empty', args: [] }]);
            return;
          }
          const seen = [
            ...squeezed(
              read(result)
                .paragraphs.map((each) => each.text)
                .join(''),
            ),
          ];
          const document = parseDocument(text.replace(/^\ufeff/u, ''), format);
          // In their order: what is no prose, such as code, may stand between them.
          let at = 0;
          for (const sentence of document.sentences)
            for (const character of squeezed(wordsIn(document, sentence)).replaceAll('**', '')) {
              const found = seen.indexOf(character, at);
              assert.ok(found >= 0, `${character} of ${wordsIn(document, sentence)} in ${seen.join('')}`);
              at = found + 1;
            }
        }),
        { numRuns: 80 },
      );
    });

  const paragraph = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,20}。$/u);
  it('say what can be seen, in its order, and nothing else', async () => {
    const block = fc.oneof(
      paragraph.map((text) => [text, text] as const),
      paragraph.map((text) => [`## ${text}`, text] as const),
      paragraph.map((text) => [`> **${text}**`, text] as const),
      paragraph.map((text) => [`[${text}](http://x.y) <!-- 不见 -->`, text] as const),
      fc.tuple(paragraph, paragraph).map(([a, b]) => [`1. ${a}\n2. ${b}`, `1.${a}2.${b}`] as const),
      fc
        .tuple(paragraph, paragraph)
        .map(([a, b]) => [`| ${a} | ${b} |\n|-|-|\n| ${b} | |`, a + b + b] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        // Between lists, which Markdown would join.
        const text = blocks.map(([source]) => source).join('\n\n<!-- 间 -->\n\n');
        const { paragraphs, notes } = await written(text);
        assert.equal(paragraphs.map((each) => each.text).join(''), blocks.map(([, seen]) => seen).join(''));
        const links = blocks.filter(([source]) => source.includes('](')).length;
        assert.deepEqual(notes, links > 0 ? [`report.word.links ${links}`] : []);
      }),
      { numRuns: 30 },
    );
  });

  for (const [name, text] of [
    ['quotes', `${'> '.repeat(3000)}甲乙`],
    ['lists', Array.from({ length: 60 }, (_, depth) => `${' '.repeat(2 * depth)}- 甲`).join('\n')],
    ['emphasis', `${'*甲'.repeat(900)}${'*'.repeat(900)}`],
    ['brackets', `${'['.repeat(3000)}甲`],
    ['blanks', `甲${' '.repeat(300_000)}乙\n丙`],
  ] as const)
    it(`are made of ${name} without end`, async () => {
      const { paragraphs } = await written(text);
      assert.match(paragraphs.map((each) => each.text).join(''), /甲/u);
    });
});
