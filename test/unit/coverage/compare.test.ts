import assert from 'node:assert/strict';
import { compareDocuments } from '../../../src/core/coverage/compare';
import { buildCorpus } from '../../../src/core/coverage/corpus';
import { makeDocument, taxonomy, type Piece } from '../report/support';

function changes(before: readonly Piece[], after: readonly Piece[]) {
  const documents = [makeDocument('前.md', before).result, makeDocument('后.md', after).result];
  const corpus = buildCorpus({ documents }, taxonomy);
  const quote = (index: number | null): string | null =>
    index === null ? null : (corpus.quotes.at(index)?.annotation.quote ?? null);
  return compareDocuments(corpus, corpus.documents[0]!, corpus.documents[1]!).map(
    ({ category, change, pairs }) => ({
      category,
      change,
      pairs: pairs.map((pair) => [quote(pair.before), quote(pair.after), pair.isSame]),
    }),
  );
}

const p = (text: string, ...tags: string[]): Piece => ({ text, tags });

describe('comparison of two texts', () => {
  it('says what is gained, lost, weakened, strengthened, reworded and unchanged', () => {
    const found = changes(
      [
        p('建设百公斤级中试平台一个。', 'S1.1'),
        p('引进领军人才十名。', 'R1.2'),
        p('支持银行扩大科技贷款。', 'R1.3'),
        p('培养技术经理人三十名。', 'R2.3'),
        p('每季度举办成果对接会。', 'R2.3'),
        p('全市缺少中试平台。', 'P2.1'),
        p('设立专项资金一亿元。', 'R3.1'),
        { text: '聘请专家', tags: ['S3.1'], heading: true },
      ],
      [
        p('建设百公斤级中试平台两个。', 'S1.1'),
        p('支持银行扩大科技贷款。', 'R1.3'),
        p('鼓励保险机构推出新产品。', 'R1.3'),
        p('培养技术经理人五十名。', 'R2.3'),
        p('开展国际合作。', 'S4.1'),
        p('全市缺少中试平台。', 'P2.1'),
        { text: '资金保障', tags: ['R3.1'], heading: true },
        p('聘请科技特派员五名。', 'S3.1'),
      ],
    );
    assert.deepEqual(Object.fromEntries(found.map(({ category, change }) => [category, change])), {
      'P2.1': 'same',
      'R1.2': 'lost',
      'R1.3': 'strengthened',
      'R2.3': 'weakened',
      'R3.1': 'weakened',
      'S1.1': 'reworded',
      'S3.1': 'strengthened',
      'S4.1': 'gained',
    });
  });

  const sameness: readonly (readonly [string, string, boolean])[] = [
    ['建设中试平台。', '建设**中试平台**。', true],
    ['支持高校共建实验室。', '支持[高校](https://example.org/a_b)共建\n实验室。', true],
    // What stands before the first word belongs to no sentence.
    ['高校共建实验室。', '高校](https://example.org)共建实验室。', true],
    ['支持高校共建。', '支持__高校*共建。', true],
    ['部署`甲系统`，开放共享。', '部署`乙系统`，开放共享。', false],
    ['支持<A>类企业共建平台。', '支持<B>类企业共建平台。', false],
  ];
  for (const [before, after, isSame] of sameness)
    it(`takes ${JSON.stringify(before)} and ${JSON.stringify(after)} for ${isSame ? 'the same' : 'two'}`, () => {
      const [found] = changes([p(before, 'S1.1')], [p(after, 'S1.1')]);
      assert.equal(found?.change, isSame ? 'same' : 'reworded');
      assert.deepEqual(found.pairs, [[before, after, isSame]]);
    });

  it('takes marks in plain text for text', () => {
    const documents = ['前.txt', '后.txt'].map(
      (path, i) => makeDocument(path, [p(i === 0 ? '建设平台。' : '建设**平台**。', 'S1.1')]).result,
    );
    const corpus = buildCorpus({ documents }, taxonomy);
    const [found] = compareDocuments(corpus, corpus.documents[0]!, corpus.documents[1]!);
    assert.equal(found?.change, 'reworded');
  });

  it('puts two versions of a sentence side by side, and equal ones first', () => {
    const [found] = changes(
      [p('甲方应当建设省级中试平台。', 'S1.1'), p('支持高校共建实验室。', 'S1.1'), p('删去的一句。', 'S1.1')],
      [
        p('支持高校共建实验室。', 'S1.1'),
        p('甲方应当加快建设省级中试平台。', 'S1.1'),
        p('新增检测服务。', 'S1.1'),
      ],
    );
    assert.deepEqual(found?.pairs, [
      ['支持高校共建实验室。', '支持高校共建实验室。', true],
      ['甲方应当建设省级中试平台。', '甲方应当加快建设省级中试平台。', false],
      [null, '新增检测服务。', false],
      ['删去的一句。', null, false],
    ]);
  });

  it('gives a sentence to the version most like it, whatever stands before it', () => {
    const [found] = changes(
      [p('支持企业建设研发中心', 'S1.1')],
      [p('支持企业建设研发平台', 'S1.1'), p('支持企业建设研发中心群', 'S1.1')],
    );
    assert.deepEqual(found?.pairs, [
      [null, '支持企业建设研发平台', false],
      ['支持企业建设研发中心', '支持企业建设研发中心群', false],
    ]);
  });

  it('takes sentences for versions of one where half of their pairs of characters are common', () => {
    const half = changes([p('建设平台', 'S1.1')], [p('建设中心', 'S1.1')]);
    assert.deepEqual(half[0]?.pairs, [
      [null, '建设中心', false],
      ['建设平台', null, false],
    ]);
    assert.deepEqual(changes([p('建平台', 'S1.1')], [p('平台建', 'S1.1')])[0]?.pairs, [
      ['建平台', '平台建', false],
    ]);
    // A pair that one of them repeats is common once.
    assert.deepEqual(
      changes([p('建平台用平台管平台', 'S1.1')], [p('建好平台', 'S1.1')])[0]?.pairs.map(([before]) => before),
      [null, '建平台用平台管平台'],
    );
  });

  it('goes by text order among sentences that are equally alike, and uses each once', () => {
    const [found] = changes(
      [p('支持企业建设研发中心甲', 'S1.1'), p('支持企业建设研发中心乙', 'S1.1')],
      [
        p('支持企业建设研发中心丙', 'S1.1'),
        p('支持企业建设研发中心丁', 'S1.1'),
        p('支持企业建设研发中心戊', 'S1.1'),
      ],
    );
    assert.deepEqual(found?.pairs, [
      ['支持企业建设研发中心甲', '支持企业建设研发中心丙', false],
      ['支持企业建设研发中心乙', '支持企业建设研发中心丁', false],
      [null, '支持企业建设研发中心戊', false],
    ]);
  });

  it('gives equal sentences each its own, in order', () => {
    const text = [p('建设平台。', 'S1.1'), p('建设平台。', 'S1.1')];
    const [found] = changes(text, [...text, p('建设平台。', 'S1.1')]);
    assert.deepEqual(
      found?.pairs.map(([before, , isSame]) => [before, isSame]),
      [
        ['建设平台。', true],
        ['建设平台。', true],
        [null, false],
      ],
    );
  });

  it('finds nothing changed between a text and itself', () => {
    const text = [p('建设平台。', 'S1.1', 'A3'), p('缺人才。', 'P1.2')];
    assert.deepEqual(
      changes(text, text).map(({ change }) => change),
      ['same', 'same', 'same'],
    );
  });
});
