import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import { createTranslator } from '../../../src/l10n/translator';
import { en, zh } from '../../../src/l10n/bundles';
import { within } from '../support/time';
import { base, head, load, own, problemsOf } from './own';

describe('mistakes in a taxonomy file', () => {
  const category = (rest: string): string => `${own}categories:\n  - code: R2.3\n${rest}`;
  const indicator = (rest: string): string =>
    category(`    indicators:\n      - id: x\n        zh: 某\n${rest}`);
  const cases: [string, string, string[]][] = [
    ['not YAML', 'id: [a\nversion: 1', ['2 taxonomy.yaml.bracket']],
    ['a tab for indentation', 'id: mine\ncategories:\n\t- code: R1', ['3 taxonomy.yaml.tab']],
    ['the same key twice', 'id: a\nid: b\n', ['2 taxonomy.yaml.twice']],
    ['empty', '', ['1 taxonomy.emptyFile']],
    ['only a remark', '# nothing\n', ['1 taxonomy.emptyFile']],
    ['a list', '- a\n- b\n', ['1 taxonomy.noMapping']],
    ['a memo', '一、基本情况\n科技投入不足。\n', ['1 taxonomy.noMapping']],
    ['no head', 'categories: [{ code: A1, name: 甲 }]', ['1 taxonomy.missingHead', '1 taxonomy.missingHead']],
    ['no categories', head, ['1 taxonomy.noCategories']],
    [
      'an unknown field where others are lacking',
      'id: mine\nfoo: bar\n',
      ['2 taxonomy.unknownField', '1 taxonomy.missingHead', '1 taxonomy.noCategories'],
    ],
    [
      'a misspelt field, which is not lacking',
      'id: mine\nversoin: 1.0.0\nextends: zhou-wu-2025\n',
      ['2 taxonomy.unknownField'],
    ],
    ['an unknown field', `${head}categorys: []`, ['3 taxonomy.unknownField']],
    ['an unknown field of an indicator', indicator('        phrase: [a]\n'), ['9 taxonomy.unknownField']],
    [
      'a third language, where no field is left that could be meant',
      category('    name: { zh: 甲, en: a, fr: b }\n'),
      ['6 taxonomy.extraField'],
    ],
    ['a wrong type', indicator('        phrases: 甲\n'), ['9 taxonomy.wrongType.array']],
    ['a number for text', 'id: mine\nversion: 1\nextends: zhou-wu-2025\n', ['2 taxonomy.wrongType.string']],
    ['a number for a name', category('    name: 7\n'), ['6 taxonomy.wrongType.string-object']],
    ['text for fields', `${own}lists: 甲|乙\n`, ['4 taxonomy.wrongType.object']],
    ['text for a switch', category('    supplement: maybe\n'), ['6 taxonomy.wrongType.boolean']],
    [
      'an empty phrase',
      indicator("        phrases:\n          - 甲\n          - ''\n"),
      ['11 taxonomy.tooShort'],
    ],
    [
      'a wrong strength',
      indicator('        phrases: [甲]\n        strength: huge\n'),
      ['10 taxonomy.notOneOf'],
    ],
    ['a wrong code', `${own}categories:\n  - code: R23\n  - code: X1\n`, ['6 taxonomy.wrongForm.code']],
    [
      'a group in a boundary',
      category('    boundaries: [{ with: R, zh: 某 }]\n'),
      ['6 taxonomy.wrongForm.code'],
    ],
    [
      'a wrong code in a link',
      `${own}links: [{ problem: P1.1, related: [R1.1, 甲] }]\n`,
      ['4 taxonomy.wrongForm.code'],
    ],
    ['a wrong removal', `${own}remove: [R2.3/Tech]\n`, ['4 taxonomy.wrongForm.removal']],
    ['a wrong backbone', category('    backbone: 政府\n'), ['6 taxonomy.wrongForm.actor']],
    ['capitals in an id', 'id: Mine\nversion: 1.0.0\nextends: zhou-wu-2025\n', ['1 taxonomy.wrongForm.id']],
    ['a Chinese name of a list', `${own}lists:\n  a: 甲\n  帮手: 甲|乙\n`, ['6 taxonomy.wrongForm.listName']],
    ['no code', `${own}categories:\n  - name: 甲\n`, ['5 taxonomy.missingField']],
    ['a new category without a name', `${own}categories:\n  - code: S4.9\n`, ['5 taxonomy.missingField']],
    [
      'a category twice',
      `${own}categories:\n  - code: R2.3\n  - code: R2.3\n`,
      ['6 taxonomy.duplicateCategory'],
    ],
    [
      'an indicator twice',
      category(
        '    indicators:\n      - { id: x, zh: 某, phrases: [甲] }\n      - { id: x, zh: 某, phrases: [乙] }\n',
      ),
      ['8 taxonomy.duplicateIndicator'],
    ],
    [
      'an indicator with neither phrases nor patterns in their lists',
      indicator('        phrases: []\n        patterns: []\n'),
      ['7 taxonomy.emptyIndicator'],
    ],
    ['an indicator without words', indicator(''), ['7 taxonomy.emptyIndicator']],
    [
      'a leaf without a group',
      `${head}categories:\n  - code: R9.1\n    name: 甲\n    indicators: [{ id: x, zh: 某, phrases: [甲] }]\n`,
      ['4 taxonomy.missingGroup'],
    ],
    [
      'a leaf without indicators',
      `${head}categories:\n  - code: R9\n    name: 甲\n`,
      ['4 taxonomy.noIndicators'],
    ],
    [
      'indicators on a group',
      `${own}categories:\n  - code: R2\n    indicators: [{ id: x, zh: 某, phrases: [甲] }]\n`,
      ['6 taxonomy.groupIndicators'],
    ],
    [
      'a neighbour that is not there',
      category('    boundaries:\n      - { with: R8.8, zh: 某 }\n'),
      ['7 taxonomy.unknownCategory'],
    ],
    ['a backbone that is not there', category('    backbone: A9\n'), ['6 taxonomy.unknownCategory']],
    [
      'a link of no problem',
      `${own}links:\n  - { problem: R1.1, primary: [R1.2] }\n`,
      ['5 taxonomy.linkProblem'],
    ],
    [
      'a link to no remedy',
      `${own}links:\n  - { problem: P1.1, primary: [P1.2] }\n`,
      ['5 taxonomy.linkRemedy'],
    ],
    [
      'links to groups',
      `${own}links:\n  - { problem: P1.1, primary: [R2, R1.2, R2] }\n  - { problem: P1, primary: [R1.2] }\n`,
      ['5 taxonomy.linkGroup', '6 taxonomy.linkGroup'],
    ],
    [
      'an unknown ground, without what follows from it',
      `${head}extends: nobody\nremove: [S4]\ncategories: [{ code: R2.3 }]\nlinks: [{ problem: P1.1, primary: [R1.1] }]\n`,
      ['3 taxonomy.unknownBase'],
    ],
    [
      'an unknown ground',
      `${head}\nextends: nobody\ncategories: [{ code: A1, name: 甲 }]\n`,
      ['4 taxonomy.unknownBase'],
    ],
    ['nothing to remove', `${own}remove:\n  - R2.3\n  - R7.7\n`, ['6 taxonomy.nothingToRemove']],
    ['an open brace', indicator("        phrases: ['{甲|乙']\n"), ['9 taxonomy.notation.unclosed']],
    ['a list outside braces', indicator("        phrases: ['<w>乙']\n"), ['9 taxonomy.notation.bareList']],
    [
      'a choice in parentheses',
      indicator("        phrases: ['(甲|丙)乙']\n"),
      ['9 taxonomy.notation.bareChoice'],
    ],
    ['full-width braces', indicator('        phrases: [｛甲｜丙｝乙]\n'), ['9 taxonomy.notation.fullWidth']],
    [
      'braces in a pattern',
      indicator("        patterns: ['{甲|丙}乙 > 丁']\n"),
      ['9 taxonomy.notation.notAlone'],
    ],
    ['a word of a list that is empty', `${own}lists: { a: 甲| }\n`, ['4 taxonomy.notation.empty']],
    ['a full-width bar in a list', `${own}lists: { a: 甲｜乙 }\n`, ['4 taxonomy.notation.fullWidth']],
    ['an unknown list', indicator("        phrases: [甲, '{<w>}乙']\n"), ['9 taxonomy.notation.unknownList']],
    [
      'a list used before it is written',
      `${own}lists:\n  a: <b>\n  b: 乙\n`,
      ['5 taxonomy.notation.unknownList'],
    ],
    ['a pattern of one word', indicator('        patterns: [甲]\n'), ['9 taxonomy.notation.oneSlot']],
    [
      'two kinds of order',
      indicator("        patterns: ['甲 + 乙 > 丙']\n        phrases: [甲]\n"),
      ['9 taxonomy.notation.mixedOrder'],
    ],
    [
      'an alias bomb',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at] ?? ''},`.repeat(9)}]`)
        .join('\n')}\n`,
      ['1 taxonomy.yaml.aliases'],
    ],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      assert.deepEqual(problemsOf(text), expected);
    });

  it('names the field that was meant, and the list of those there are', () => {
    const { problems } = loadTaxonomy(
      [{ name: 'mine.yaml', text: indicator('        phrase: [a]\n') }],
      base,
    );
    const words = createTranslator('en').message(problems[0]?.message ?? { id: '', args: [] });
    assert.equal(words, '“phrase” is not known; did you mean: phrases?');
    const chinese = createTranslator('zh-CN').message(problems[0]?.message ?? { id: '', args: [] });
    assert.equal(chinese, '不认识“phrase”；是不是想写：phrases？');
  });

  it('says how a list is written where there is none, and a code where it is another', () => {
    const said = (text: string): string[] =>
      loadTaxonomy([{ name: 'mine.yaml', text }], base).problems.map(({ message }) =>
        createTranslator('en').message(message),
      );
    assert.deepEqual(said(indicator('        phrases: 甲\n')), [
      '“categories[1].indicators[1].phrases” must be a list; write [a, b], or an item a line that begins with “- ”.',
    ]);
    assert.deepEqual(said(`${own}lists: { 帮手: 甲 }\n`), [
      'The word list cannot be called “帮手”; use Latin letters, digits and hyphens, a letter first, at most 40.',
    ]);
    assert.match(
      said(`${own}categories: [{ code: R2.3.1 }]\n`).join('\n'),
      /^“R2\.3\.1” in “categories\[1\]\.code” is no code;/,
    );
  });

  it('an indicator may have patterns and an empty list of phrases', () => {
    load(indicator("        phrases: []\n        patterns: ['甲 > 乙']\n"));
  });

  it('does not take a field for one that is there already', () => {
    for (const field of ['foo', 'something']) {
      const { problems } = loadTaxonomy([{ name: 'mine.yaml', text: `id: mine\n${field}: bar\n` }], base);
      const args = problems.find(({ message }) => message.id === 'taxonomy.unknownField')?.message.args ?? [];
      const meant = args[1]?.split(', ') ?? [];
      assert.ok(!meant.includes('id'));
      assert.ok(meant.includes('version') && meant.includes('categories'));
    }
  });

  it('has words for every problem it can tell', () => {
    const ids = new Set(
      cases.flatMap(([, text]) => problemsOf(text).map((line) => line.split(' ')[1] ?? '')),
    );
    for (const id of ids) {
      assert.ok(id in zh, id);
      assert.ok(id in en, id);
    }
  });

  it('refuses a file beyond reason by its size', () => {
    assert.deepEqual(problemsOf(' '.repeat(4_000_001)), ['1 taxonomy.tooLarge']);
  });
});

describe('a taxonomy that would fill the memory', () => {
  const words = Array.from({ length: 2_000 }, (_, index) => `词${String(index)}`).join('|');
  const many = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const category = `categories:\n- code: T1\n  name: 多\n  indicators:\n  - id: a\n    zh: 多\n`;
  const cases: [name: string, text: string, line: number][] = [
    [
      'by its phrases',
      `${category}    phrases:\n${many(1_500, (index) => `    - '{<a>}末${String(index)}'`)}`,
      111,
    ],
    [
      'by its exceptions',
      `${category}    phrases: [甲]\n    unless:\n${many(1_500, (index) => `    - '{<a>}末${String(index)}'`)}`,
      111,
    ],
    ['by its patterns', `${category}    patterns:\n${many(1_500, () => "    - '<a> > <a>'")}`, 61],
  ];
  for (const [name, text, line] of cases)
    it(`${name} is refused at the line`, () => {
      assert.deepEqual(problemsOf(`${head}lists:\n  a: ${words}\n${text}\n`), [
        `${String(line)} taxonomy.tooManyWords`,
      ]);
    });

  it('by its lists is refused at the line', () => {
    const lists = many(1_500, (index) => `  b${String(index)}: <a>`);
    const found = problemsOf(
      `${head}lists:\n  a: ${words}\n${lists}\n${category}    phrases: ['{<b1400>}末']\n`,
    );
    assert.deepEqual(found, ['104 taxonomy.tooManyWords']);
  });

  it('is told no more than can be read', () => {
    const wrong = many(5_000, (index) => `- code: R1.1\n  nmae: 名${String(index)}`);
    const told = within(10, () => problemsOf(`${head}categories:\n${wrong}\n`));
    assert.equal(told.length, 50);
  });
});

describe('any text at all', () => {
  const lines = fc.array(
    fc.tuple(
      fc.constantFrom('', '  ', '    ', '      ', '- ', '  - ', '      - '),
      fc.constantFrom(
        'id',
        'version',
        'extends',
        'categories',
        'code',
        'name',
        'indicators',
        'phrases',
        'patterns',
        'links',
        'lists',
        'remove',
        'zh',
        '&a',
        '*a',
        '? ',
        '!!js',
        '<<',
        '%YAML',
      ),
      fc.constantFrom(': ', ':', ' ', ': [', ': {', ': |\n', ': *a'),
      fc.oneof(
        fc.constantFrom(
          'R2.3',
          'zhou-wu-2025',
          'mine',
          '1',
          'null',
          '[甲]',
          "'{甲|乙}'",
          '甲 > 乙',
          ']',
          '}',
          '"',
          "'",
        ),
        fc.string({ maxLength: 6 }),
      ),
    ),
    { maxLength: 20 },
  );

  it('is a taxonomy or is told to be none, and never throws', () => {
    const check = (text: string): void => {
      const { value, problems } = loadTaxonomy([{ name: 'x', text }], base);
      assert.equal(value === null, problems.length > 0);
      for (const { line } of problems)
        assert.ok(line >= 1 && line <= text.split('\n').length + 1, String(line));
    };
    fc.assert(
      fc.property(lines, (parts) => {
        check(parts.map((part) => part.join('')).join('\n'));
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 200 });
    check('['.repeat(100_000));
    check('\ud800: \udfff');
    check('\u0000');
  });
});
