import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../src/core/analyze';
import { turnOf } from '../../../src/core/match/stance/contrast';
import { explain } from '../../../src/core/match/explain';
import { codesIn, explained, tagsIn } from '../support/analysis';
import { smallEnvironment } from '../support/environment';

const clauseEnds = (text: string): number[] => [
  ...[...text.matchAll(/[，：]/g)].map(({ index }) => index + 1),
  text.length,
];

describe('a contrast within a sentence', () => {
  const turns: readonly [string, string | null][] = [
    ['建成平台三家，但转化率偏低。', '但转化率偏低。'],
    ['平台建起来了，转化却跟不上。', '转化却跟不上。'],
    ['一方面新建平台，另一方面转化率偏低。', '另一方面转化率偏低。'],
    ['虽然引进了人才，建了平台，转化率仍然偏低。', '转化率仍然偏低。'],
    ['尽管设立了基金，投早投小还不够。', '投早投小还不够。'],
    ['虽然起步早，然而平台不足，但人才充足。', '然而平台不足，但人才充足。'],
    ['平台不足，企业建议共建中试基地。', '企业建议共建中试基地。'],
    ['人才短缺，为此实施引才计划。', '为此实施引才计划。'],
    ['成果难以落地，应尽快组建队伍。', '应尽快组建队伍。'],
    ['平台少，今年要再建五家。', '今年要再建五家。'],
    ['投入少，财政应给补助。', '财政应给补助。'],
    ['投入少，财政应对办法不多。', null],
    ['平台少，今年再次减少。', null],
    ['人才短缺，应对办法不多。', null],
    ['人才短缺，要素流动不畅。', null],
    ['平台不足，正抓紧建设。', '正抓紧建设。'],
    ['平台不足，正在建设。', '正在建设。'],
    ['平台不足，将建设三家。', '将建设三家。'],
    ['平台不足，需要加快建设。', '需要加快建设。'],
    ['平台不足，需要改进布局。', '需要改进布局。'],
    ['平台不足，要不断加大投入。', '要不断加大投入。'],
    ['平台不足，应有序扩建。', '应有序扩建。'],
    ['平台不足，将近期扩建。', '将近期扩建。'],
    ['平台不足，正规划新建三家。', '正规划新建三家。'],
    ['平台不足，正如火如荼建设。', '正如火如荼建设。'],
    ['建成平台三家，正常运行的不多。', null],
    ['建成平台三家，正式运营的不多。', null],
    ['建成平台三家，正因经费短缺停摆。', null],
    ['建成平台三家，正规运营的不多。', null],
    ['引进企业十家，将军县一家没有。', null],
    ['引进企业十家，将近一半已经停产。', null],
    ['引进人才百名，要害岗位仍然空缺。', null],
    ['建成园区三个，要不到地的企业很多。', null],
    ['建成平台三家，应有的作用没有发挥。', null],
    ['建成学校三所，希望小学师资不足。', null],
    ['建成平台三家，需要改进的问题不少。', null],
    ['建成平台三家，需要解决的问题不少。', null],
    ['建成机房两座，液体冷却能力不足。', null],
    ['贷款手续三十项，企业望而却步。', null],
    ['建成了平台，人来了却留不住。', '人来了却留不住。'],
    ['但转化率偏低，人才短缺。', null],
    ['建成平台三家，转化率仍然偏低。', null],
    ['企业不得重复申报，但书另有规定。', null],
    ['培育企业，不过度干预。', null],
    ['人才短缺。', null],
    ['', null],
  ];
  for (const [text, second] of turns)
    it(`${text || 'nothing'}: ${second ?? 'none'}`, () => {
      const turn = turnOf(text, { start: 0, end: text.length }, clauseEnds(text));
      assert.equal(turn < 0 ? null : text.slice(turn), second);
    });

  const found = (text: string): number => turnOf(text, { start: 0, end: text.length }, clauseEnds(text));
  const openings: readonly (readonly [string, string])[] = [
    ['the other side', '但 然而 可是 不过 只是 反观 相反 另一方面 与此形成对比 转化却'],
    ['what is asked for', '希望 盼 盼望 期盼 期待 期望 渴望 呼吁 恳请 请求 提请 建议 提议 请 望 企业希望'],
    ['what follows', '为此 因此 因而 所以 于是 对此 据此 有鉴于此 下一步 今后 接下来 计划 决定'],
    ['what is to be done', '应 要 须 必须 需要 拟 将 正在 正 现正 将近期 正常态化 正如火如荼 正规划 正确定'],
    ...'今年 明年 年内 今明两年 近期 下半年 财政 政府 市里 省里 区里 县里 我们 各级 有关部门'
      .split(' ')
      .map((who): [string, string] => [
        `what ${who} is to do`,
        ['要', '应', '须', '必须', '将', '拟', '再', '还要', '也应', '就须', '都将']
          .map((verb) => who + verb)
          .join(' '),
      ]),
  ];
  for (const [name, words] of openings)
    it(`turns before ${name}`, () => {
      for (const word of words.split(' ')) assert.equal(found(`人才短缺，${word}建设平台。`), 5, word);
    });

  const alike =
    '但凡 但书 不过度 不过分 不过剩 不过滤 不过半 不过程 只是为了 冷却 退却 忘却 却步 希望小学 希望工程 请假 请客 望而 ' +
    '应对 应用 应届 应急 应收 应付 应变 应有的 要么 要素 要求 要件 要是 要害 要点 要不到 要不了 要不得 要不起 要不来 要不然 ' +
    '需要改进的 需要解决的 将军 将近 正常 正如 正规 正确 正式 正值 正因 财政要求 财政应对 财政将军 财政将近 今年再次 今年再度 ' +
    '今年再加上 今年再者 上级财政要';
  it('does not turn before words that begin alike', () => {
    for (const word of alike.split(' ')) assert.equal(found(`人才短缺，${word}平台。`), -1, word);
  });

  it('turns where something has stayed as it was, if the first side concedes', () => {
    const stays = '仍 依然 依旧 还是 还不 还没 还未 还有 还存在 还比较 还较 也不 也没 也未'.split(' ');
    for (const first of '虽 虽然 虽说 虽已 虽有 虽则 尽管 固然 诚然'.split(' '))
      for (const word of stays)
        assert.equal(found(`${first}平台多，转化${word}多。`), first.length + 4, first + word);
    for (const word of stays) assert.equal(found(`各地平台多，转化${word}多。`), -1, word);
    for (const word of ['还要', '也要', '还好']) assert.equal(found(`虽然平台多，转化${word}多。`), -1, word);
  });

  it('turns at the start of a later clause, whatever is written', () => {
    const piece = fc.constantFrom(...'但 却 虽然 仍 不过 另一方面 希望 为此 平台 ， ： 　 a'.split(' '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const ends = clauseEnds(text);
        const turn = turnOf(text, { start: 0, end: text.length }, ends);
        assert.ok(turn === -1 || ends.slice(0, -1).includes(turn));
      }),
    );
  });
});

describe('sides of a contrast', () => {
  const read: readonly [string, readonly string[]][] = [
    ['一方面新建三家中试平台，另一方面成果转化率仍然偏低。', ['P2.1', 'S1.1']],
    ['引进高层次人才120人，但技能人才缺口仍有3000人。', ['P1.2', 'R1.2']],
    ['近年来大力培育专精特新企业，但企业研发投入不足、创新能力弱。', ['P2.3', 'R2.1']],
    ['虽已建成大型仪器共享平台，但数据资源共享不畅。', ['P3.2', 'R1.1']],
    ['实行经费包干制，但科研评价机制仍不合理，唯论文倾向突出。', ['P3.1', 'S1.2']],
    ['尽管人才短缺，我们仍坚持引育并举，引进博士60人。', ['P1.2', 'R1.2']],
    ['企业技术人才短缺，希望政府帮助引进高层次人才。', ['P1.2', 'R1.2']],
    ['银行不敢贷，为此设立风险补偿资金池。', ['P3.2', 'S2.2']],
    ['成果转化率低，须尽快培育技术经理人。', ['P2.1', 'R2.3']],
    ['企业研发投入少，财政要给企业研发补助。', ['P2.3', 'R2.1', 'R3.1']],
    ['针对成果转化率低，要加快培育技术经理人。', ['R2.3']],
    ['围绕产业链短板，将实施一批重大科技专项。', ['R2.2']],
  ];
  for (const [text, expected] of read)
    it(`${text} is ${expected.join(' and ')}`, () => {
      assert.deepEqual(codesIn(text), expected);
      const emphasised = text.replace('，', '**，**');
      assert.deepEqual(codesIn(emphasised, 'markdown'), expected);
    });

  it('are no sides where the clean one only names what the defect is one of', () => {
    for (const text of [
      '企业数量增长较快，但研发机构覆盖率低于全省平均水平。',
      '科技成果很多，却难以落地转化。',
    ]) {
      assert.ok(codesIn(text).some((code) => code.startsWith('P')));
      const [found] = explained(text);
      assert.deepEqual(found?.frames, []);
    }
  });

  it('are named, and each tag has the reasons of its side', () => {
    const [text = ''] = read[1] ?? [];
    const [found] = explained(text);
    assert.deepEqual(
      found?.frames.map((frame) => `${frame.kind} ${frame.text}`),
      ['contrast 引进高层次人才120人，'],
    );
    const turn = text.indexOf('但');
    for (const { category, evidence, start, end } of tagsIn(text)) {
      assert.deepEqual([start, end], [0, text.length]);
      assert.ok(evidence.length > 0);
      for (const reason of evidence) {
        assert.ok(category === 'R1.2' ? reason.end <= turn : reason.start >= turn, reason.text);
        assert.equal(reason.text, text.slice(reason.start, reason.end));
      }
    }
  });

  it('are read with weights set by hand as a whole', () => {
    const text = '建设平台，但人才不足。';
    const small = smallEnvironment();
    const [found] = explain(analyze(text, 'plain', small), small, { start: 0, end: 1 });
    assert.deepEqual(found?.frames, []);
  });
});
