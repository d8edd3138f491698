import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renumber } from '../../../src/service/renumber';
import { formatChineseNumber } from '../../../src/core/text/outline/chineseNumber';
import { applied, marked } from './support';

const check = (source: string, expected: string | null): void => {
  const document = marked(source, { format: 'plain' });
  const edits = renumber(document.context);
  assert.equal(edits.length > 0 ? applied(document, edits) : null, expected);
};

describe('renumber', () => {
  const cases: readonly [string, string, string | null][] = [
    ['leaves right numbers alone', '方案\n一、甲乙\n（一）甲乙。\n二、丙丁\n（一）丙丁。\n', null],
    [
      'closes a gap, and all behind it',
      '方案\n一、甲乙\n三、丙丁\n四、戊己\n',
      '方案\n一、甲乙\n二、丙丁\n三、戊己\n',
    ],
    [
      'parts a repeated number',
      '方案\n一、甲乙\n二、丙丁\n二、戊己\n三、庚辛\n',
      '方案\n一、甲乙\n二、丙丁\n三、戊己\n四、庚辛\n',
    ],
    [
      'numbers the levels apart',
      '方案\n一、甲乙\n（一）甲乙。\n（三）丙丁。\n二、戊己\n（一）甲乙。\n',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n二、戊己\n（一）甲乙。\n',
    ],
    [
      'goes on with numbers that run through the parts',
      '方案\n一、甲乙\n（一）甲乙。\n（三）丙丁。\n二、戊己\n（四）甲乙。\n',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n二、戊己\n（三）甲乙。\n',
    ],
    [
      'mends a running number that an inserted item repeats',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n（三）新项。\n二、戊己\n（三）甲乙。\n（四）丙丁。\n',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n（三）新项。\n二、戊己\n（四）甲乙。\n（五）丙丁。\n',
    ],
    [
      'goes on with numbers that ran through the parts before one was moved',
      '方案\n一、甲乙\n（三）甲乙。\n（三）新项。\n（四）丙丁。\n二、戊己\n（一）甲乙。\n（二）丙丁。\n三、庚辛\n（五）甲乙。\n（六）丙丁。\n',
      '方案\n一、甲乙\n（一）甲乙。\n（二）新项。\n（三）丙丁。\n二、戊己\n（四）甲乙。\n（五）丙丁。\n三、庚辛\n（六）甲乙。\n（七）丙丁。\n',
    ],
    [
      'goes on likewise where the part that was moved is not the first',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n二、戊己\n（六）甲乙。\n（七）丙丁。\n三、庚辛\n（三）甲乙。\n（四）丙丁。\n（五）戊己。\n',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n二、戊己\n（三）甲乙。\n（四）丙丁。\n三、庚辛\n（五）甲乙。\n（六）丙丁。\n（七）戊己。\n',
    ],
    [
      'leaves parts alone that begin anew, though the first is far longer than the others',
      `方案\n一、甲乙\n${Array.from({ length: 12 }, (_, index) => `（${formatChineseNumber(index + 1)}）甲乙。\n`).join('')}二、戊己\n（一）甲乙。\n（二）丙丁。\n三、庚辛\n（一）甲乙。\n`,
      null,
    ],
    [
      'begins every part anew where the others do, though one has lost its first item',
      '方案\n一、甲乙\n（二）甲乙。\n（三）丙丁。\n二、戊己\n（一）甲乙。\n（二）丙丁。\n三、庚辛\n（一）甲乙。\n（二）丙丁。\n',
      '方案\n一、甲乙\n（一）甲乙。\n（二）丙丁。\n二、戊己\n（一）甲乙。\n（二）丙丁。\n三、庚辛\n（一）甲乙。\n（二）丙丁。\n',
    ],
    [
      'runs articles through the chapters',
      '条例\n第一章 总则\n第一条 甲乙。\n第二章 措施\n第三条 丙丁。\n第四条 戊己。\n',
      '条例\n第一章 总则\n第一条 甲乙。\n第二章 措施\n第二条 丙丁。\n第三条 戊己。\n',
    ],
    [
      'carries references of the text to its own articles along, and no others',
      '条例\n第一条 甲乙。\n第三条 依照本条例第三条和《专利法》第三条执行。\n第四条 见本条例第四条、第五条。\n',
      '条例\n第一条 甲乙。\n第二条 依照本条例第二条和《专利法》第三条执行。\n第三条 见本条例第三条、第五条。\n',
    ],
    [
      'carries references along that chapters have the number of, too',
      '条例\n第一章 总则\n第一条 甲乙。\n第二章 措施\n第三条 丙丁。\n第三章 附则\n第四条 见本条例第三条。\n',
      '条例\n第一章 总则\n第一条 甲乙。\n第二章 措施\n第二条 丙丁。\n第三章 附则\n第三条 见本条例第二条。\n',
    ],
    [
      'leaves a reference alone that may mean two articles',
      '条例\n第一条 甲乙。\n第二条 丙丁。\n第二条 见本条例第二条。\n',
      '条例\n第一条 甲乙。\n第二条 丙丁。\n第三条 见本条例第二条。\n',
    ],
    [
      'carries all articles of one reference along, with their paragraphs and items',
      '条例\n第一条 甲乙。\n第二条 丙丁。\n第四条 戊己。\n第五条 违反本条例第二条第二款、第四条第一款第（二）项和第五条的，依照《专利法》第五条处理。\n',
      '条例\n第一条 甲乙。\n第二条 丙丁。\n第三条 戊己。\n第四条 违反本条例第二条第二款、第三条第一款第（二）项和第四条的，依照《专利法》第五条处理。\n',
    ],
    [
      'carries both ends of a range along',
      '办法\n第一条 甲乙。\n第三条 丙丁。\n第四条 按照本办法第三条至第四条办理。\n',
      '办法\n第一条 甲乙。\n第二条 丙丁。\n第三条 按照本办法第二条至第三条办理。\n',
    ],
    [
      'carries references in full-width figures along, in their width',
      '办法\n第１条 甲乙。\n第３条 丙丁。\n第４条 按照本办法第３条办理。\n',
      '办法\n第１条 甲乙。\n第２条 丙丁。\n第３条 按照本办法第２条办理。\n',
    ],
    [
      'numbers 一是 … 二是 inside a sentence',
      '有三个短板：一是甲，三是乙；四是丙。',
      '有三个短板：一是甲，二是乙；三是丙。',
    ],
    ['keeps brackets, width and script', '方案\n1．甲乙丙\n3．丙丁戊\n', '方案\n1．甲乙丙\n2．丙丁戊\n'],
    ['counts beyond ten in figures', '方案\n10.甲乙丙\n12.丙丁戊\n', '方案\n10.甲乙丙\n11.丙丁戊\n'],
    ['counts beyond ten', '方案\n十、甲乙\n十二、丙丁\n', '方案\n十、甲乙\n十一、丙丁\n'],
    [
      'numbers 一是 … 二是 inside a paragraph',
      '抓三件事。一是甲；二是乙；四是丙。',
      '抓三件事。一是甲；二是乙；三是丙。',
    ],
    ['leaves 首先 … 最后 alone', '首先，甲；其次，乙；最后，丙。', null],
    ['lets an excerpt begin anywhere', '三、甲乙\n四、丙丁\n', null],
    ['takes a new 1. for a new list', '方案\n1.甲乙丙\n2.丙丁戊\n1.甲乙丙\n2.丙丁戊\n', null],
    ['leaves enumerations that nest alone', '一是甲，包括：一是子；二是丑；二是乙；三是丙。', null],
  ];
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));

  it('reads over marks, and keeps them', () => {
    const document = marked('# 条例\n\n**第一条** 甲乙。\n\n第**三**条 依照本条例\n**第三条**执行。\n');
    assert.equal(
      applied(document, renumber(document.context)),
      '# 条例\n\n**第一条** 甲乙。\n\n第**二**条 依照本条例\n**第二条**执行。\n',
    );
  });

  it('makes any list of headings right at once, for good', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }), (numbers) => {
        const source = `方案\n${numbers.map((n) => `${formatChineseNumber(n)}、甲乙丙\n内容在此，说明情况。\n`).join('')}`;
        const document = marked(source, { format: 'plain' });
        const once = applied(document, renumber(document.context));
        const again = marked(once, { format: 'plain' });
        assert.deepEqual(renumber(again.context), []);
        assert.deepEqual(
          again.context.analysis.findings.filter(({ rule }) => rule === 'PL108'),
          [],
        );
      }),
      { numRuns: 60 },
    );
  });
});
