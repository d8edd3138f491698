import assert from 'node:assert/strict';
import { cooccurrence } from '../../../src/core/coverage/cooccurrence';
import { corpusClosure } from '../../../src/core/coverage/closure';
import { buildCorpus, type Corpus } from '../../../src/core/coverage/corpus';
import { countGroups, countOf, mean, measured, type Figure } from '../../../src/core/coverage/figure';
import { groupBy, leafCoverage } from '../../../src/core/coverage/grouping';
import { backbone, documentIndices, groupIndices } from '../../../src/core/coverage/indices';
import { sectionStrengths } from '../../../src/core/coverage/sections';
import { makeDocument, taxonomy, type Piece } from '../report/support';

function corpusOf(...documents: readonly (readonly Piece[])[]): Corpus {
  return buildCorpus(
    { documents: documents.map((pieces, index) => makeDocument(`${String(index)}.md`, pieces).result) },
    taxonomy,
  );
}

const tag = (...tags: string[]): Piece => ({ text: `句${tags.join('')}。`, tags });
const only = (corpus: Corpus) => documentIndices(corpus, corpus.documents[0]!);
const close = ({ value }: Figure, expected: number): void => {
  assert.ok(
    value !== null && Math.abs(value - expected) < 1e-12,
    `${String(value)} is not ${String(expected)}`,
  );
};

describe('figures', () => {
  it('count their quotes, each once', () => {
    assert.deepEqual(countOf('a', [3, 1, 3]), { id: 'a', kind: 'count', value: 2, evidence: [1, 3] });
    assert.deepEqual(countGroups('a', [[2], [], [1, 2]]).value, 2);
  });
  it('are not defined where a number would stand without a quote', () => {
    assert.equal(measured('a', 'ratio', 0.5, []).value, null);
    assert.equal(measured('a', 'ratio', 0, []).value, 0);
  });
  it('are averaged over what is defined', () => {
    assert.equal(mean([1, null, 0]), 0.5);
    assert.equal(mean([null]), null);
  });
});

describe('indices of one document', () => {
  it('are zero or not defined for an untagged text', () => {
    const { covered, coverage, mention, closure, balance, pmc } = only(corpusOf([{ text: '空' }]));
    assert.deepEqual(
      [covered, coverage, mention, closure, balance, pmc].map(({ value }) => value),
      [0, 0, 0, null, null, 0],
    );
  });

  it('count covered and thin leaves of nineteen', () => {
    const corpus = corpusOf([
      tag('R1.1'),
      tag('R2.3', 'S1.1'),
      { text: '平台', tags: ['S1.2'], heading: true },
      { text: '弱', tags: ['S2.1'], score: 0.55 },
    ]);
    const { covered, thin, coverage, mention } = only(corpus);
    assert.deepEqual([covered.value, thin.value], [3, 2]);
    close(coverage, 3 / 19);
    close(mention, 5 / 19);
    assert.deepEqual(mention.evidence.map((index) => corpus.quotes.at(index)!.annotation.category).sort(), [
      'R1.1',
      'R2.3',
      'S1.1',
      'S1.2',
      'S2.1',
    ]);
  });

  it('give the share of stated problems with a covered primary remedy', () => {
    // P1.3 is answered by R2.2 first; P2.3 by R2.1 first and by R3.1 as well; P1.2 by nothing here.
    close(only(corpusOf([tag('P1.3'), tag('R2.2'), tag('P2.3'), tag('R3.1'), tag('P1.2')])).closure, 1 / 3);
  });

  it('call one third each balanced and all in one unbalanced', () => {
    close(only(corpusOf([tag('R1.1'), tag('R2.1'), tag('R3.2')])).balance, 1);
    assert.equal(only(corpusOf([tag('R1.1'), tag('R1.2')])).balance.value, 0);
    // H(1/2, 1/4, 1/4) / ln 3
    close(
      only(corpusOf([tag('R1.1'), tag('R1.2'), tag('R2.1'), tag('R3.2')])).balance,
      (0.5 * Math.log(2) + 0.5 * Math.log(4)) / Math.log(3),
    );
  });

  it('are balanced over the parts that a taxonomy has', () => {
    const two = { ...taxonomy, categories: taxonomy.categories.filter(({ code }) => !code.startsWith('R3')) };
    const { result } = makeDocument('a.md', [tag('R1.1'), tag('R2.1')]);
    close(only(buildCorpus({ documents: [result] }, two)).balance, 1);
  });

  it('sum the shares of covered leaves by group to the PMC index', () => {
    // R1: 2 of 3, R2: 1 of 3, S4: 1 of 3, S1: 1 of 2.
    close(
      only(corpusOf([tag('R1.1'), tag('R1.3'), tag('R2.1'), tag('S4.2'), tag('S1.1')])).pmc,
      1 + 1 / 3 + 0.5,
    );
    const all = taxonomy.categories.filter(({ kind, isLeaf }) => isLeaf && (kind === 'R' || kind === 'S'));
    close(only(corpusOf(all.map(({ code }) => tag(code)))).pmc, 7);
  });

  it('have no PMC index where remedies have no groups', () => {
    const corpus = corpusOf([tag('R1.1')]);
    const remedies = corpus.remedies.map((leaf) => ({ ...leaf, parent: null }));
    assert.equal(only({ ...corpus, remedies }).pmc.value, null);
  });

  it('split pathway tags over market, firms and government', () => {
    const corpus = corpusOf([tag('R1.1'), tag('R1.1'), tag('R3.3'), tag('S1.1')]);
    const parts = backbone(corpus, corpus.documents, 'doc/0');
    assert.deepEqual(
      parts.map(({ actor, leaves, tags, share }) => [actor, leaves.join(' '), tags.value, share.value]),
      [
        ['A1', 'R1.1 R1.2 R1.3', 2, 2 / 3],
        ['A2', 'R2.1 R2.2 R2.3', 0, 0],
        ['A3', 'R3.1 R3.2 R3.3', 1, 1 / 3],
      ],
    );
  });
});

describe('figures over documents', () => {
  const documents = [
    makeDocument('a.md', [tag('P1.3'), tag('R2.2', 'R1.2'), tag('R2.2', 'R1.2', 'A2')]),
    makeDocument('b.md', [tag('P1.3'), { text: '攻关', tags: ['R2.2'], heading: true }]),
    makeDocument('c.md', [tag('R1.2')]),
  ];
  const metadata = new Map([
    ['a.md', { issuer: '甲', year: '2024', level: '省' }],
    ['b.md', { issuer: '', year: '2023', level: '市' }],
    ['c.md', { issuer: '', year: '', level: '国家' }],
  ]);
  const corpus = buildCorpus({ documents: documents.map(({ result }) => result) }, taxonomy, metadata);

  it('say in how many documents a problem is answered', () => {
    const rows = corpusClosure(corpus, corpus.documents);
    assert.deepEqual(
      rows.map(({ problem, stated, closed, weak, open }) => [
        problem,
        stated.value,
        closed.value,
        weak.value,
        open.value,
      ]),
      [['P1.3', 2, 1, 1, 0]],
    );
  });

  it('rest on the problem where it is stated, and on its remedies where it is answered', () => {
    const [row] = corpusClosure(corpus, corpus.documents);
    assert.ok(row);
    const tagged = ({ evidence }: Figure): string[] =>
      evidence.map((index) => {
        const quote = corpus.quotes.at(index);
        return `${String(quote?.document)}:${quote?.annotation.category ?? ''}`;
      });
    assert.deepEqual([row.stated, row.closed, row.weak, row.open].map(tagged), [
      ['0:P1.3', '1:P1.3'],
      ['0:P1.3', '0:R1.2', '0:R1.2', '0:R2.2', '0:R2.2'],
      ['1:P1.3', '1:R2.2'],
      [],
    ]);
  });

  it('say how many documents cover a leaf', () => {
    const { covered, thin, share } = leafCoverage(corpus.documents, 'R2.2', 'all');
    assert.deepEqual([covered.value, thin.value], [1, 1]);
    close(share, 1 / 3);
    assert.deepEqual(covered.evidence.length, 2);
  });

  it('are means of the documents, but balance is of all tags together', () => {
    const { coverage, closure, balance } = groupIndices(corpus, corpus.documents, 'all');
    close(coverage, (2 / 19 + 0 + 1 / 19) / 3);
    close(closure, 0.5);
    // R1.2 three times, R2.2 three times.
    close(balance, Math.log(2) / Math.log(3));
  });

  it('are grouped by year and level in order, the unknown last', () => {
    assert.deepEqual(
      groupBy(corpus, 'year').map(({ value }) => value),
      ['2023', '2024', ''],
    );
    assert.deepEqual(
      groupBy(corpus, 'level').map(({ value }) => value),
      ['国家', '省', '市'],
    );
    assert.deepEqual(
      groupBy(corpus, 'issuer').map(({ value, documents: { length } }) => [value, length]),
      [
        ['甲', 1],
        ['', 2],
      ],
    );
  });

  it('are grouped by level from the state down, levels of other names behind, the unknown last', () => {
    const names = '某级 镇级 乡 县级 区 市级 直辖市 自治区 省级 中央 国家级'.split(' ');
    const made = ['无', ...names].map((name) => makeDocument(`${name}.md`, [tag('R1.2')]).result);
    const said = new Map(names.map((level) => [`${level}.md`, { issuer: level, year: '', level }]));
    const many = buildCorpus({ documents: made }, taxonomy, said);
    assert.deepEqual(
      groupBy(many, 'level').map(({ value }) => value),
      [...names.toReversed().slice(0, -1), '某级', ''],
    );
    assert.deepEqual(
      groupBy(many, 'issuer').map(({ value }) => value),
      [...names.toSorted(), ''],
    );
  });

  it('leave out what is no policy text', () => {
    const other = buildCorpus(
      {
        documents: documents.map(({ result }, index) =>
          index === 0 ? { ...result, checked: { ...result.checked, isPolicyText: false } } : result,
        ),
      },
      taxonomy,
      metadata,
    );
    assert.deepEqual(
      groupBy(other, 'year').map(({ value }) => value),
      ['2023', ''],
    );
  });

  it('count sentences that carry two categories', () => {
    const pairs = cooccurrence(corpus, corpus.documents, 'all');
    assert.deepEqual(
      pairs.map(({ first, second, sentences }) => [
        first,
        second,
        sentences.value,
        sentences.evidence.length,
      ]),
      [
        ['R1.2', 'R2.2', 2, 4],
        ['R1.2', 'A2', 1, 2],
        ['R2.2', 'A2', 1, 2],
      ],
    );
  });

  it('count the most frequent pair of categories first, then by code', () => {
    const made = corpusOf([
      tag('R1.2', 'S3.1'),
      tag('R1.3', 'S1.1'),
      tag('R2.2', 'S1.1'),
      tag('R2.2', 'S1.1'),
    ]);
    assert.deepEqual(
      cooccurrence(made, made.documents, 'all').map(({ first, second }) => `${first} ${second}`),
      ['R2.2 S1.1', 'R1.2 S3.1', 'R1.3 S1.1'],
    );
    const later = corpusOf([tag('R1.3', 'S1.1')], [tag('R1.2', 'S3.1')]);
    assert.deepEqual(
      cooccurrence(later, later.documents, 'all').map(({ first }) => first),
      ['R1.2', 'R1.3'],
    );
  });

  it('count tags by section in text order', () => {
    const parts = corpusOf([
      { text: '缺人才。', tags: ['P1.2'], section: '一' },
      { text: '引人才。', tags: ['R1.2', 'S3.1'], section: '二' },
      { text: '又缺人才。', tags: ['P1.2', 'A4'], section: '二' },
    ]);
    assert.deepEqual(
      sectionStrengths(parts, parts.documents[0]!).map(
        ({ section, problems, pathways, safeguards, categories }) => [
          section,
          problems.value,
          pathways.value,
          safeguards.value,
          categories,
        ],
      ),
      [
        ['一', 1, 0, 0, ['P1.2']],
        ['二', 1, 1, 1, ['R1.2', 'S3.1', 'P1.2']],
      ],
    );
  });
});
