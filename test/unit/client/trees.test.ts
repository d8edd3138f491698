import assert from 'node:assert/strict';
import { TaxonomyIndex } from '../../../src/client/taxonomy/taxonomyIndex';
import { entryPage } from '../../../src/client/taxonomy/entryPage';
import { coveredTree } from '../../../src/client/views/covered';
import { missingCount, missingTree } from '../../../src/client/views/missing';
import type { ViewNode } from '../../../src/client/views/node';
import { shorten, type TreeContext } from '../../../src/client/views/parts';
import { problemTree } from '../../../src/client/views/problems';
import { suppressedTree } from '../../../src/client/views/suppressed';
import { createTranslator } from '../../../src/l10n/translator';
import type { CategoryInfo, MissingItem, Occurrence, Overview } from '../../../src/protocol';

const category = (code: string, kind: CategoryInfo['kind'], name: string): CategoryInfo => ({
  code,
  kind,
  name,
  otherName: '',
  syllables: [],
  parent: code.includes('.') ? code.slice(0, code.indexOf('.')) : null,
  isLeaf: code.includes('.'),
  definition: `${name}的定义`,
  source: '路径选择',
  supplement: false,
  why: '',
  model: '',
  forms: [],
  boundaries: [],
  indicators: [],
});
const taxonomy = new TaxonomyIndex({
  id: 't',
  base: null,
  version: '1',
  fingerprint: '0',
  title: 't',
  categories: [
    category('P1', 'P', '融合不全'),
    category('P1.1', 'P', '设施瓶颈'),
    category('R1', 'R', '要素共享'),
    category('R1.1', 'R', '要素流动'),
    category('R1.2', 'R', '人才引育'),
    category('S1', 'S', '体制机制'),
    category('S1.1', 'S', '服务体系'),
  ],
  links: [{ problem: 'P1.1', primary: ['S1.1'], related: ['R1.1'] }],
});
const context: TreeContext = { uri: 'file:///a.md', taxonomy, words: createTranslator('zh-CN') };

const occurrence = (code: string, quote: string, line = 0): Occurrence => ({
  id: `${line}:${code}`,
  category: code,
  range: { start: { line, character: 0 }, end: { line, character: quote.length } },
  quote,
  section: '一、背景',
  score: 0.7,
});
const missing = (code: string, rest: Partial<MissingItem> = {}): MissingItem => ({
  category: code,
  name: taxonomy.get(code)!.name,
  why: '',
  status: 'missing',
  answers: [],
  nearest: null,
  notApplicable: null,
  ...rest,
});
const overview = (rest: Partial<Overview>): Overview => ({
  uri: 'file:///a.md',
  version: 1,
  fingerprint: '0',
  isPolicyText: true,
  isBlank: false,
  checked: { characters: 10, total: 10, density: 20 },
  remedies: { covered: 0, thin: 0, missing: 0 },
  missing: [],
  covered: [],
  problems: [],
  orphans: [],
  suppressed: [],
  ...rest,
});

const outline = (nodes: readonly ViewNode[], depth = 0): string[] =>
  nodes.flatMap(({ label, description, children }) => [
    `${'  '.repeat(depth)}${label}${description === undefined ? '' : ` [${description}]`}`,
    ...outline(children, depth + 1),
  ]);

function allIds(nodes: readonly ViewNode[]): string[] {
  return nodes.flatMap(({ id, children }) => [id, ...allIds(children)]);
}

describe('the taxonomy in menus', () => {
  it('a sentence can be tagged with what has no parts, actors and mechanisms too', () => {
    const plain = (code: string, kind: 'A' | 'M') => ({ ...category(code, kind, code), isLeaf: false });
    const { categories } = taxonomy.taxonomy;
    const index = new TaxonomyIndex({
      ...taxonomy.taxonomy,
      categories: [...categories, plain('A1', 'A'), plain('M1', 'M')],
    });
    const codes = index.tags.map(({ code }) => code);
    assert.deepEqual(codes, ['P1.1', 'R1.1', 'R1.2', 'S1.1', 'A1', 'M1']);
  });
});

describe('tree of missing remedies', () => {
  const full = overview({
    missing: [
      missing('S1.1', {
        why: '没有平台，成果停在样品',
        answers: [{ category: 'P1.1', name: '设施瓶颈', primary: true }],
        nearest: occurrence('S1.1', '改善条件。', 4),
      }),
      missing('R1.2', { status: 'thin' }),
      missing('R1.1', { notApplicable: '另有专项' }),
    ],
  });

  it('stands in taxonomy order by group, with reasons, and leaves out what does not apply', () => {
    assert.deepEqual(outline(missingTree(context, full)), [
      'R1 要素共享 [单薄 1 类]',
      '  R1.2 人才引育 [单薄]',
      '    插入对策段落…',
      'S1 体制机制 [缺失 1 类]',
      '  S1.1 服务体系 [可回应：设施瓶颈]',
      '    没有平台，成果停在样品',
      '    文中问题的首要对策：P1.1 设施瓶颈',
      '    最接近的句子：“改善条件。”',
      '    插入对策段落…',
    ]);
  });

  it('counts what is missing, not what is thin or does not apply', () => {
    assert.equal(missingCount(full), 1);
  });

  it('is empty, and counts nothing, where the text has hardly begun', () => {
    const blank = { ...full, isBlank: true };
    assert.deepEqual(missingTree(context, blank), []);
    assert.equal(missingCount(blank), 0);
  });

  it('tells a screen reader the status and the reason', () => {
    const [, group] = missingTree(context, full);
    assert.equal(
      group!.children[0]!.accessible,
      'S1.1 服务体系, 缺失, 可回应文中问题：P1.1 设施瓶颈, 没有平台，成果停在样品',
    );
  });

  it('names all problems that a remedy would answer to a screen reader in one breath', () => {
    const answers = ['P1.1', 'P2.1'].map((code) => ({ category: code, name: '瓶颈', primary: false }));
    const [group] = missingTree(context, overview({ missing: [missing('S1.1', { answers })] }));
    const [item] = group!.children;
    assert.match(item!.accessible ?? '', /, 可回应文中问题：P1\.1 瓶颈、P2\.1 瓶颈/u);
    assert.equal(item!.accessible?.split('可回应').length, 2);
  });
});

describe('tree of what is covered', () => {
  it('calls a thin remedy thin, and counts it apart', () => {
    const found = (code: string) => ({
      category: code,
      kind: 'R' as const,
      name: '',
      strength: 0.9,
      occurrences: [occurrence(code, '开放共享。', 5)],
    });
    const tree = coveredTree(
      context,
      overview({
        covered: [found('R1.1'), found('R1.2')],
        missing: [missing('R1.2', { status: 'thin' })],
      }),
    );
    assert.deepEqual(
      [tree[0]!, ...tree[0]!.children].map(({ description }) => description),
      ['1 类 · 单薄 1 类', '1 处 · 依据充分', '1 处 · 单薄'],
    );
  });

  it('puts remedies first and gives each category its places', () => {
    const tree = coveredTree(
      context,
      overview({
        covered: [
          {
            category: 'P1.1',
            kind: 'P',
            name: '设施瓶颈',
            strength: 0.5,
            occurrences: [occurrence('P1.1', '设施不足。', 2)],
          },
          {
            category: 'R1.1',
            kind: 'R',
            name: '要素流动',
            strength: 0.9,
            occurrences: [occurrence('R1.1', '开放共享。', 5), occurrence('R1.1', '开放共享。', 8)],
          },
        ],
      }),
    );
    assert.deepEqual(outline(tree), [
      '实现路径 [1 类]',
      '  R1.1 要素流动 [2 处 · 依据充分]',
      '    开放共享。 [第 6 行]',
      '    开放共享。 [第 9 行]',
      '现实问题 [1 类]',
      '  P1.1 设施瓶颈 [1 处 · 依据偏弱]',
      '    设施不足。 [第 3 行]',
    ]);
    const ids = allIds(tree);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('a place keeps its id when text is put in above it', () => {
    const at = (line: number) =>
      allIds(
        coveredTree(
          context,
          overview({
            covered: [
              {
                category: 'R1.1',
                kind: 'R',
                name: '要素流动',
                strength: 0.9,
                occurrences: [occurrence('R1.1', '开放共享。', line)],
              },
            ],
          }),
        ),
      );
    assert.deepEqual(at(1), at(7));
  });
});

describe('map of problems and remedies', () => {
  it('puts open problems first and orphans last', () => {
    const remedies = [
      { category: 'S1.1', name: '服务体系', primary: true, status: 'missing' },
      { category: 'R1.2', name: '人才引育', primary: true, status: 'thin' },
      { category: 'R1.1', name: '要素流动', primary: false, status: 'covered' },
    ] as const;
    const tree = problemTree(
      context,
      overview({
        problems: [
          { category: 'P1', name: '融合不全', status: 'closed', occurrences: [], remedies: [] },
          {
            category: 'P1.1',
            name: '设施瓶颈',
            status: 'weak',
            occurrences: [occurrence('P1.1', '设施不足。', 2)],
            remedies,
          },
        ],
        orphans: ['R1.2'],
        covered: [],
      }),
    );
    assert.deepEqual(outline(tree), [
      'P1.1 设施瓶颈 [回应单薄]',
      '  S1.1 服务体系 [首要 · 缺失]',
      '  R1.2 人才引育 [首要 · 单薄]',
      '  R1.1 要素流动 [相关 · 已覆盖]',
      '  设施不足。 [第 3 行]',
      'P1 融合不全 [已回应]',
      '没有对应问题的对策 [1]',
      '  R1.2 人才引育',
    ]);
    assert.equal(tree[0]!.children[0]!.target.action, 'insert');
    assert.equal(tree[0]!.children[1]!.target.action, 'reveal');
    assert.equal(tree[0]!.children[2]!.target.action, 'reveal');
  });
});

describe('a remedy that does not apply, in the map', () => {
  it('is called so, as in the report, and no draft of it is offered', () => {
    const remedies = [{ category: 'S1.1', name: '服务体系', primary: true, status: 'missing' }] as const;
    const problem = {
      category: 'P1.1',
      name: '设施瓶颈',
      status: 'open',
      occurrences: [],
      remedies,
    } as const;
    const [shown] = problemTree(
      context,
      overview({ problems: [problem], missing: [missing('S1.1', { notApplicable: '另有专项' })] }),
    );
    assert.deepEqual(outline(shown ? [shown] : []), [
      'P1.1 设施瓶颈 [未回应]',
      '  S1.1 服务体系 [首要 · 不适用]',
    ]);
    const [remedy] = shown?.children ?? [];
    assert.deepEqual([remedy?.target.action, remedy?.context], [undefined, 'category']);
  });
});

describe('tree of what is suppressed', () => {
  it('keeps what lost its place apart, and lists what does not apply', () => {
    const item = {
      label: 'R1.1 要素流动',
      reason: '外省做法',
      range: null,
      where: 'sidecar',
      replacement: null,
    } as const;
    const tree = suppressedTree(
      context,
      overview({
        suppressed: [
          { ...item, id: 'a', orphan: false },
          { ...item, id: 'b', orphan: true, reason: '' },
        ],
        missing: [missing('S1.1', { notApplicable: '另有专项' })],
      }),
    );
    assert.deepEqual(outline(tree), [
      '标注与提示 [1]',
      '  R1.1 要素流动 [外省做法 · 写在旁存文件]',
      '不适用 [1]',
      '  S1.1 服务体系 [另有专项]',
      '原文已找不到 [1]',
      '  R1.1 要素流动 [写在旁存文件]',
    ]);
  });

  it('is empty where nothing is suppressed', () => {
    assert.deepEqual(suppressedTree(context, overview({ missing: [missing('S1.1')] })), []);
  });
});

describe('the English interface', () => {
  it('has no Chinese punctuation', () => {
    const words = createTranslator('en');
    const english = { ...context, words };
    const answers = ['P1', 'P1.1'].map((code) => ({ category: code, name: code, primary: true }));
    const [, item] = missingTree(english, overview({ missing: [missing('S1.1', { answers })] })).flatMap(
      (group) => [group, ...group.children],
    );
    assert.match(item!.description ?? '', /P1, P1\.1/);
    const entry = {
      ...category('R1.1', 'R', 'Sharing'),
      definition: '',
      source: '',
      boundaries: [{ with: 'R1', rule: 'narrower' }],
      indicators: [{ label: 'open', instrument: false, phrases: ['a', 'b'] }],
    };
    const index = new TaxonomyIndex({
      ...taxonomy.taxonomy,
      categories: [entry, category('P1', 'P', 'Gap')],
      links: [{ problem: 'P1', primary: ['R1.1'], related: [] }],
    });
    const page = entryPage(index, 'R1.1', words);
    assert.match(page, /P1 Gap \(primary\)/);
    assert.match(page, /\*\*open\*\*: a, b/);
    assert.doesNotMatch(page, /[\u3000-\u303f\uff00-\uffef]/);
    assert.doesNotMatch(page, /our reading/);
    const extending = new TaxonomyIndex({ ...index.taxonomy, base: 'zhou-wu-2025' });
    assert.match(entryPage(extending, 'R1.1', words), /^## Problems it answers \(our reading\)$/m);
    const links = extending.taxonomy.links.map((link) => ({ ...link, isOwn: true as const }));
    const linked = new TaxonomyIndex({ ...extending.taxonomy, links });
    assert.match(entryPage(linked, 'R1.1', words), /^## Problems it answers$/m);
    assert.match(entryPage(linked, 'P1', words), /^## Remedies that answer it$/m);
  });
});

describe('words from documents and taxonomies', () => {
  it('start no markup in tooltips and pages', () => {
    const hostile = '[点](command:evil) <b>x</b> `c`';
    const [group] = missingTree(
      context,
      overview({ missing: [missing('S1.1', { why: hostile, nearest: occurrence('S1.1', hostile) })] }),
    );
    const tooltips = [group!, ...group!.children, ...group!.children[0]!.children].map(
      ({ tooltip }) => tooltip,
    );
    for (const tooltip of tooltips) assert.doesNotMatch(tooltip ?? '', /\]\(command:|<b>|(?<!\\)`c/);
    const index = new TaxonomyIndex({
      ...taxonomy.taxonomy,
      categories: [{ ...category('S1.1', 'S', hostile), source: hostile, model: hostile, why: hostile }],
    });
    assert.doesNotMatch(entryPage(index, 'S1.1', context.words), /\]\(command:|<b>|(?<!\\)`c/);
  });

  it('are cut at a character, never through one', () => {
    const text = '𠮷'.repeat(40);
    assert.equal(shorten(text), `${'𠮷'.repeat(20)}…`);
    assert.equal(shorten(`一${text}`), `一${'𠮷'.repeat(19)}…`);
    assert.equal(shorten('  两\n行  '), '两 行');
  });
});
