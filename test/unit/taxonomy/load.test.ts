import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze, createEnvironment } from '../../../src/core/analyze';
import { hitFinder } from '../../../src/core/evaluate/examples';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import { tokenizer } from '../support/tokenizer';
import { base, head, load, own } from './own';

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
    assert.deepEqual({ ...after, indicators: [] }, { ...before, indicators: [] });
    assert.equal(after?.indicators.length, (before?.indicators.length ?? 0) + 1);
    assert.deepEqual(after?.indicators.find(({ id }) => id === 'R2.3/tech-manager')?.phrases, ['成果经理']);
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
