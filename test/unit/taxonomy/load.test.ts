import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze, createEnvironment } from '../../../src/core/analyze';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import type { Taxonomy } from '../../../src/core/taxonomy/model';
import { createTranslator } from '../../../src/l10n/translator';
import { en, zh } from '../../../src/l10n/bundles';
import { hitFinder } from '../../../src/core/evaluate/examples';
import { within } from '../support/time';
import { tokenizer } from '../support/tokenizer';

const base = builtinTaxonomy();
const head = 'id: mine\nversion: 1.0.0\n';
const own = `${head}extends: zhou-wu-2025\n`;

function load(text: string): Taxonomy {
  const { value, problems } = loadTaxonomy([{ name: 'mine.yaml', text }], base);
  assert.deepEqual(problems, []);
  assert.ok(value);
  return value;
}

/** `line message-id` of each problem. */
function problemsOf(text: string): string[] {
  const { value, problems } = loadTaxonomy([{ name: 'mine.yaml', text }], base);
  assert.equal(value === null, problems.length > 0);
  return problems.map(({ file, line, message }) => {
    assert.equal(file, 'mine.yaml');
    return `${String(line)} ${message.id}`;
  });
}

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

describe('a taxonomy of one’s own', () => {
  const complete = `${head}
title: 乡村振兴
categories:
  - code: P1
    name: { zh: 缺人, en: Too few people }
    indicators: [{ id: few, zh: 人少, phrases: [空心村] }]
  - code: R1
    name: 引人
  - code: R1.1
    name: 返乡
    indicators:
      - id: home
        zh: 返乡创业
        phrases: ['{返乡|回乡}{创业|就业}']
        patterns: ['鼓励|支持 > 青年 @ 4']
        unless: [返乡创业园]
links: [{ problem: P1, primary: [R1.1] }]
`;

  it('stands by itself', () => {
    const taxonomy = load(complete);
    assert.deepEqual(
      taxonomy.categories.map(({ code, parent, isLeaf, name }) => [code, parent, isLeaf, name.en]),
      [
        ['P1', null, true, 'Too few people'],
        ['R1', null, false, '引人'],
        ['R1.1', 'R1', true, '返乡'],
      ],
    );
    assert.equal(taxonomy.base, null);
    assert.deepEqual(taxonomy.title, { zh: '乡村振兴', en: '乡村振兴' });
    assert.deepEqual(taxonomy.links, [{ problem: 'P1', primary: ['R1.1'], related: [] }]);
    const [indicator] = taxonomy.byCode.get('R1.1')?.indicators ?? [];
    assert.deepEqual(indicator?.phrases, ['返乡创业', '返乡就业', '回乡创业', '回乡就业']);
    assert.deepEqual(
      [indicator?.source, indicator?.strength, indicator?.instrument],
      ['user', 'medium', false],
    );
    assert.ok(Object.isFrozen(indicator));
  });

  it('has each remedy of a problem once, as a primary one where it is named as both', () => {
    const second =
      '  - { code: R2, name: 留人, indicators: [{ id: stay, zh: 留乡, phrases: [留乡创业] }] }\n';
    const twice = complete
      .replace('links:', `${second}links:`)
      .replace('primary: [R1.1] }', 'primary: [R1.1, R1.1], related: [R2, R1.1, R2] }');
    assert.deepEqual(load(twice).links, [{ problem: 'P1', primary: ['R1.1'], related: ['R2'] }]);
  });

  it('finds its own words, and not inside what “unless” names', () => {
    const find = hitFinder(load(complete), tokenizer);
    assert.deepEqual(
      find('鼓励外地青年回乡就业。').map(({ hit }) => hit.start),
      [0, 6],
    );
    assert.deepEqual(find('返乡创业园已经开门。'), []);
  });

  it('“unless” may be the longest of all, and end where the phrase ends', () => {
    const text = `${head}categories:
  - code: R1
    name: 引人
  - code: R1.1
    name: 人才
    indicators: [{ id: a, zh: 人才, phrases: [人才], unless: [返乡下乡创业专项人才] }]
`;
    const find = hitFinder(load(text), tokenizer);
    assert.equal(find('这里有人才。').length, 1);
    assert.deepEqual(find('返乡下乡创业专项人才。'), []);
  });

  it('may be JSON', () => {
    const json = JSON.stringify({ id: 'j', version: '1', categories: [{ code: 'A1', name: '村民' }] });
    assert.equal(load(json).byCode.get('A1')?.kind, 'A');
  });

  it('may be spread over files, in any order', () => {
    const files = [
      {
        name: 'b.yaml',
        text: 'categories:\n  - code: R1.1\n    name: 返乡\n    indicators: [{id: a, zh: 甲, phrases: [甲, "{<w>}丙"]}]',
      },
      { name: 'a.yaml', text: `${head}lists: { w: 乙 }\ncategories: [{ code: R1, name: 引人 }]` },
    ];
    const { value, problems } = loadTaxonomy(files);
    assert.deepEqual(problems, []);
    assert.deepEqual(value?.byCode.get('R1.1')?.indicators[0]?.phrases, ['甲', '乙丙']);
  });

  it('has another fingerprint after any change, and the same for the same text', () => {
    const prints = [
      complete,
      complete.replace('回乡', '归乡'),
      complete.replace('@ 4', '@ 5'),
      complete.replace('[R1.1]', '[]'),
    ].map((text) => load(text).fingerprint);
    assert.equal(new Set(prints).size, 4);
    assert.equal(load(complete).fingerprint, prints[0]);
    assert.match(prints[0] ?? '', /^[0-9a-f]{16}$/u);
  });
});

describe('a taxonomy that extends the built-in one', () => {
  it('keeps what it does not mention', () => {
    const taxonomy = load(own);
    assert.deepEqual(taxonomy.categories, base.categories);
    assert.deepEqual(taxonomy.links, base.links);
    assert.equal(taxonomy.base, 'zhou-wu-2025');
    assert.deepEqual(taxonomy.title, base.title);
  });

  it('adds and replaces indicators by id, and leaves the rest of the category', () => {
    const taxonomy = load(
      `${own}categories:\n  - code: R2.3\n    indicators:\n      - { id: ferry, zh: 摆渡人, phrases: [科创摆渡人] }\n      - { id: tech-manager, zh: 经理人, phrases: [成果经理] }\n`,
    );
    const before = base.byCode.get('R2.3');
    const after = taxonomy.byCode.get('R2.3');
    assert.equal(after?.indicators.length, (before?.indicators.length ?? 0) + 1);
    assert.deepEqual(after?.indicators.find(({ id }) => id === 'R2.3/tech-manager')?.phrases, ['成果经理']);
    assert.deepEqual(after?.name, before?.name);
    assert.deepEqual(after?.drafts, before?.drafts);
    assert.equal(
      before?.indicators.some(({ id }) => id === 'R2.3/ferry'),
      false,
    );
  });

  it('adds categories in their place and replaces links', () => {
    const taxonomy = load(
      `${own}categories:\n  - code: S4.4\n    name: 侨务\n    indicators: [{ id: home, zh: 侨商, phrases: [侨商] }]\nlinks:\n  - { problem: P1.1, primary: [S4.4] }\n`,
    );
    const codes = taxonomy.categories.map(({ code }) => code);
    assert.equal(codes[codes.indexOf('S4.4') - 1], 'S4.3');
    assert.deepEqual(taxonomy.links.find(({ problem }) => problem === 'P1.1')?.primary, ['S4.4']);
    assert.equal(taxonomy.links.length, base.links.length);
  });

  it('is told apart from what it extends: its categories, its sections, its links', () => {
    const indicators = 'indicators: [{ id: home, zh: 侨商, phrases: [侨商] }]';
    const categories = `categories:\n  - { code: S4.4, name: 侨务, section: 第三章, ${indicators} }\n  - { code: R2.3, model: 例句。 }\n`;
    const links = 'links:\n  - { problem: P1.1, primary: [S4.4] }\n';
    const taxonomy = load(`${own}${categories}${links}`);
    const { credit, isAdded } = taxonomy.byCode.get('S4.4') ?? {};
    assert.deepEqual([credit?.zh, isAdded], ['mine', true]);
    assert.equal(load(`${own}title: 本市体系\n${categories}`).byCode.get('S4.4')?.credit?.zh, '本市体系');
    const taken = taxonomy.byCode.get('R2.3');
    assert.deepEqual([taken?.model, taken?.credit, taken?.isAdded], ['例句。', undefined, undefined]);
    assert.deepEqual(
      taxonomy.links.filter(({ isOwn }) => isOwn).map(({ problem }) => problem),
      ['P1.1'],
    );
    assert.equal(
      load(
        `${head}${categories.replace(/ {2}- \{ code: R2.3.*\n/u, '')}  - { code: S4, name: 外 }\n`,
      ).byCode.get('S4.4')?.credit,
      undefined,
    );
  });

  it('removes categories with their parts, indicators, and links to them', () => {
    const taxonomy = load(`${own}remove: [S4, R2.3/tech-manager, P1.1]\n`);
    assert.equal(
      taxonomy.categories.some(({ code }) => code.startsWith('S4')),
      false,
    );
    assert.equal(
      taxonomy.byCode.get('R2.3')?.indicators.some(({ id }) => id === 'R2.3/tech-manager'),
      false,
    );
    assert.equal(
      taxonomy.links.some(({ problem }) => problem === 'P1.1'),
      false,
    );
    assert.equal(
      taxonomy.links.flatMap(({ primary, related }) => [...primary, ...related]).includes('S4.3'),
      false,
    );
  });
});

describe('the examples of docs/taxonomy.md', () => {
  const [text = '', alone = ''] = [
    ...readFileSync('docs/taxonomy.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/gu),
  ].map(([, example]) => example ?? '');

  it('stand alone where they extend nothing', () => {
    const { base: ground, categories } = load(alone);
    assert.equal(ground, null);
    assert.deepEqual(
      categories.map(({ code, isLeaf }) => [code, isLeaf]),
      [
        ['P1', true],
        ['R1', false],
        ['R1.1', true],
      ],
    );
  });

  it('tag, with a strong hit or two medium ones, and not with one', () => {
    const tagged = (taxonomy: string, memo: string): string[] => {
      const environment = createEnvironment(load(taxonomy), tokenizer, null);
      return analyze(memo, 'plain', environment).annotations.map(({ category }) => category);
    };
    const memo = '许多地方成了空心村。\n鼓励返乡创业。\n';
    assert.deepEqual(tagged(alone, memo), ['P1', 'R1.1']);
    const medium = alone.replaceAll(', strength: strong', '');
    assert.deepEqual(tagged(medium, memo), []);
    assert.deepEqual(tagged(medium, '鼓励返乡创业和回乡就业。\n'), ['R1.1']);
  });

  it('load, and do what the page says', () => {
    const taxonomy = load(text);
    const found = hitFinder(taxonomy, tokenizer);
    const finds = (sentence: string): boolean =>
      found(sentence).some(({ indicator }) => indicator.id === 'R2.3/ferry');
    const ferry = taxonomy.byCode.get('R2.3')?.indicators.find(({ id }) => id === 'R2.3/ferry');
    assert.ok(finds(ferry?.example ?? ''));
    assert.ok(!finds(ferry?.counterExample ?? ''));
    assert.ok(finds('专利超市开门'));
    assert.equal(taxonomy.byCode.has('S4.1'), false);
  });
});

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
    const { problems } = loadTaxonomy([{ name: 'mine.yaml', text: 'id: mine\nfoo: bar\n' }], base);
    const args = problems.find(({ message }) => message.id === 'taxonomy.unknownField')?.message.args ?? [];
    const meant = args[1]?.split(', ') ?? [];
    assert.ok(!meant.includes('id'));
    assert.ok(meant.includes('version') && meant.includes('categories'));
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
