import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../src/core/analyze';
import { explain } from '../../../src/core/match/explain';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { readingOf, wordsIn } from '../../../src/core/text/reading';
import { builtinEnvironment } from '../support/environment';
import { anyText } from './texts';

describe('what a Markdown paragraph reads', () => {
  const read = (text: string): string[] => {
    const document = parseDocument(text, 'markdown');
    return document.sentences.map((sentence) => wordsIn(document, sentence));
  };
  const cases: [string, string, string[]][] = [
    ['emphasis', '加强**高层次人才**引进，*完善*机制。', ['加强高层次人才引进，完善机制。']],
    ['links', '按[《办法》](a.md "甲 乙")执行，见[目录][1]。\n\n[1]: b.md', ['按《办法》执行，见目录。']],
    ['notes', '见注[^1]释。\n\n[^1]: 说明', ['见注释。', '说明']],
    ['struck out', '人才~~引进~~培养', ['人才引进培养']],
    ['elements that set words bold', '引进<b>高层次</b><Span class="x">人才</Span>', ['引进高层次人才']],
    ['comments', '引进<!-- policy-lens-ignore -->人才', ['引进人才']],
    ['soft line ends', '引进\n高层次\r\n  人才 \n队伍', ['引进高层次人才队伍']],
    ['line ends in a quote', '> 引进\n> 人才', ['引进人才']],
    ['escapes', '1\\. 引进\\*人才', ['1. 引进*人才']],
    ['escapes of escapes', '引进\\\\*人才*', ['引进\\人才']],
    ['character references', '引进&#8203;人才&zwnj;队伍；培养', ['引进人才队伍；', '培养']],
    ['references by names in large letters', '引进&AElig;人才&EMSP13;队伍', ['引进人才&EMSP13;', '队伍']],
    ['escapes of every mark', '引\\~进\\{人\\`才\\[队\\@伍\\!', ['引~进{人`才[队@伍!']],
    ['line ends beside letters', '引进\nAI\n人才', ['引进AI人才']],
    ['character references in hexadecimal figures', '引进&#x200b;人才', ['引进人才']],
    ['numbers that no character has', '引进&#x110000;人才', ['引进&#x110000;', '人才']],
    ['the rest of an ampersand', 'R&amp;D投入，AT&TX 引进', ['R&D投入，AT&TX 引进']],
    [
      'bold beside punctuation',
      '**（一）引进人才。**实施**《办法》**和**“双一流”**建设',
      ['（一）引进人才。', '实施《办法》和“双一流”建设'],
    ],
    ['bold between quotes', '“**平台不足。**”企业', ['“平台不足。”', '企业']],
    ['returns', '引进\r人才', ['引进人才']],
    ['bold in brackets before letters', '引进**(AI)**b人才', ['引进(AI)b人才']],
    ['blanks that are written', '引进 **人才** 队伍', ['引进 人才 队伍']],
  ];
  for (const [name, text, sentences] of cases)
    it(`is without ${name}`, () => assert.deepEqual(read(text), sentences));

  const parted: [string, string][] = [
    ['code', '引进`x`人才'],
    ['pictures', '引进![图](a.png)人才'],
    ['elements', '引进<br>人才'],
    ['addresses', '引进<https://example.org>人才'],
    ['blanks by name', '引进&nbsp;人才'],
    ['raised figures', '引进<sup>1</sup>人才'],
    ['hard line ends', '引进  \n人才'],
    ['hard line ends with a mark', '引进\\\n人才'],
    ['cells', '| 引进 | 人才 |\n|---|---|\n| 甲 | 乙 |'],
  ];
  for (const [name, text] of parted)
    it(`does not read on behind ${name}`, () => assert.doesNotMatch(read(text).join('\n'), /引进人才/));

  for (const text of [
    'open\nsource',
    '**open**\nsource',
    'open\n*source*',
    'open<b>\nsource</b>',
    'open,\nsource',
  ])
    it(`keeps line ends that are blanks: ${JSON.stringify(text)}`, () =>
      assert.match(read(text).join(), /^open,?\s+source$/));

  it('keeps stars that are no marks', () => assert.deepEqual(read('2**3 ** 4'), ['2**3 ** 4']));

  it('numbers what is set bold, linked or escaped', () => {
    const numbers = (text: string): unknown[] =>
      parseDocument(text, 'markdown').sentences.map(
        ({ numbering }) => numbering && [numbering.scheme, numbering.value],
      );
    assert.deepEqual(numbers('**一**、引进\n\n[（二）](https://example.org/long)培养\n\n3\\. 评价'), [
      ['chinese', 1],
      ['chineseParenthesised', 2],
      ['arabic', 3],
    ]);
  });

  it('has headings as long as they read', () => {
    const text = `（一）[强化人才引进](https://example.org/${'x'.repeat(60)})。支持企业，引进人才。\n`;
    assert.equal(parseDocument(text, 'markdown').sections[1]?.title, '强化人才引进');
  });

  it('has titles without marks', () => {
    const { sections } = parseDocument('# 甲\n\n## 一、**引进**人才\n\n正文。\n', 'markdown');
    assert.equal(sections[1]?.title, '引进人才');
  });

  it('knows where each of its words stands', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('markdown', 'plain'), (text, format) => {
        const document = parseDocument(text, format);
        for (const block of document.blocks) {
          const reading = readingOf(document, block);
          for (let at = 0; at < reading.text.length; at++) {
            const span = { start: at, end: at + 1 };
            const { start, end } = reading.toSource(span);
            assert.equal(document.prose.slice(start, end), reading.text[at]);
            assert.deepEqual(reading.toText({ start, end }), span);
          }
        }
      }),
    );
  });

  it('tells apart what reads alike elsewhere', () => {
    const keys = ['中试**平台**不足', `中试  平台  不足\0`, '中试平台**不足**', '中试平台不足'].map(
      (text) => {
        const document = parseDocument(text, 'markdown');
        return readingOf(document, document.blocks[0] ?? { start: 0, end: 0 }).key;
      },
    );
    assert.equal(new Set(keys).size, keys.length);
  });

  it('is known again wherever it stands', () => {
    const keyBelow = (above: string): string | undefined => {
      const document = parseDocument(`${above}中试**平台**不足`, 'markdown');
      const block = document.blocks.at(-1);
      return block && readingOf(document, block).key;
    };
    assert.equal(keyBelow('前文。\n\n'), keyBelow(''));
  });

  it('takes no longer for a long line of blanks', () => {
    const text = `引进${' '.repeat(100_000)}人才&amp;队伍\n${' '.repeat(100_000)}建设。`;
    assert.equal(parseDocument(text, 'markdown').sentences.length, 1);
  });
});

describe('tags of a Markdown text', () => {
  const environment = builtinEnvironment();
  const lines = [
    '# 科技创新若干措施',
    '引进高层次科技人才，完善科技人才评价机制，建设中试平台和概念验证中心。',
    '中试平台不足，成果转化渠道不畅，企业研发投入偏低。',
    '省科技厅设立科技成果转化引导基金，对企业研发投入给予补助。',
  ];
  const tagsOf = (text: string): string[] =>
    analyze(text, 'markdown', environment).annotations.map(
      ({ category, quote, score, evidence }) =>
        `${category} ${String(score)} ${quote} ${evidence.map(({ text: words }) => words).join()}`,
    );
  const plain = tagsOf(lines.join('\n\n'));
  const unmarked = (tags: readonly string[]): string[] =>
    tags.map((tag) => tag.replaceAll('**', '').replaceAll('\n', ''));

  it('are the same whatever is set bold and wherever its lines end', () => {
    assert.ok(plain.length > 5);
    const places = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }), fc.boolean()), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.tuple(places, places, places), (all) => {
        const marked = lines.map((line, index) => {
          let text = line;
          for (const [at, length, isBreak] of index === 0 ? [] : (all[index - 1] ?? [])) {
            const piece = text.slice(at, at + length);
            const around = text.slice(Math.max(0, at - 1), at + length + 1);
            // Four marks in a row are no longer two and two, two line ends part paragraphs.
            if (!/^[\u4e00-\u9fff]+$/.test(piece) || /[*\n]/.test(around)) continue;
            text = `${text.slice(0, at)}${isBreak ? `\n${piece}` : `**${piece}**`}${text.slice(at + length)}`;
          }
          return text;
        });
        assert.deepEqual(unmarked(tagsOf(marked.join('\n\n'))), plain);
      }),
      { numRuns: 100 },
    );
  });

  it('are explained with places that hold their words', () => {
    const text = '# 科技创新若干措施\n\n解决**中试**平台**不**足的问题，引进高**层次人**才。\n';
    const found = explain(analyze(text, 'markdown', environment), environment, {
      start: 0,
      end: text.length,
    });
    const { cues } = found.at(-1) ?? { cues: [] };
    assert.deepEqual(
      cues.map(({ start, end, text: words }) => [text.slice(start, end), words]),
      cues.map(({ text: words }) => [words, words]),
    );
    assert.ok(cues.some(({ kind }) => kind === 'resolve'));
  });
});
