import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FrameKind } from '../../../src/core/match/stance/frames';
import type { DocumentFormat } from '../../../src/core/text/model';
import { codesIn, explained, tagsIn } from '../support/analysis';
import { within } from '../support/time';

describe('frames of a sentence', () => {
  const framesOf = (text: string): string[] =>
    explained(text).flatMap(({ frames }) => frames.map(({ kind, text: framed }) => `${kind} ${framed}`));
  const kindsOf = (text: string): string[] => tagsIn(text).map(({ kind }) => kind);

  const framed: readonly [FrameKind, string, string][] = [
    ['denied', '本区不存在领军人才流失。', '本区不存在领军人才流失。'],
    ['denied', '没有一家园区反映检测设备短缺。', '没有一家园区反映检测设备短缺。'],
    ['aside', '本市不是平台不足，而是平台分散。', '不是平台不足，'],
    ['aside', '本市短板主要不是平台不足，而是人才短缺。', '不是平台不足，'],
    ['aside', '难点不在没有资金，而在没有懂行的经理人。', '不在没有资金，'],
    ['aside', '不是论文太少，也不是专利太少，而是转化率低。', '不是论文太少，也不是专利太少，'],
    ['aside', '卡住企业的并不是技术而是融资渠道不畅。', '并不是技术'],
    ['aside', '本县从来不缺想法，缺的是能落地的成果。', '从来不缺想法，'],
    ['aside', '最大的短板不是资金不足，是人才短缺。', '不是资金不足，'],
    ['denied', '研发骨干流失率低于2%。', '研发骨干流失率低于2%。'],
    ['denied', '主轴轴承不再严重依赖进口。', '主轴轴承不再严重依赖进口。'],
    ['denied', '本区并不缺少算法人才。', '本区并不缺少算法人才。'],
    ['denied', '小企业贷款不再难。', '小企业贷款不再难。'],
    ['denied', '科研院所转化成果的动力并不弱。', '科研院所转化成果的动力并不弱。'],
    ['denied', '龙头企业投入研发的劲头不可谓不足。', '龙头企业投入研发的劲头不可谓不足。'],
    ['denied', '这不等于说本地企业缺乏活力。', '这不等于说本地企业缺乏活力。'],
    ['denied', '园区里没有人再抱怨审批慢。', '园区里没有人再抱怨审批慢。'],
    ['denied', '今年没人反映贷款手续繁。', '今年没人反映贷款手续繁。'],
    ['denied', '两个部门已告别各自为政的局面。', '两个部门已告别各自为政的局面。'],
    ['denied', '关键零件的供应没有断点。', '关键零件的供应没有断点。'],
    ['denied', '校企之间没有信息壁垒。', '校企之间没有信息壁垒。'],
    ['denied', '两市共享仪器无障碍。', '两市共享仪器无障碍。'],
    ['denied', '检查表明，平台运行没有明显的隐患。', '平台运行没有明显的隐患。'],
    ['denied', '五年来研发骨干零流失，项目全部验收。', '五年来研发骨干零流失，'],
    ['denied', '核心团队无一流失。', '核心团队无一流失。'],
    ['overcome', '技术骨干外流的现象越来越少。', '技术骨干外流的现象越来越少。'],
    ['overcome', '多头管理的问题已不多见。', '多头管理的问题已不多见。'],
    ['overcome', '与东部的差距明显缩小。', '与东部的差距明显缩小。'],
    ['overcome', '小微企业融资难已明显缓解。', '小微企业融资难已明显缓解。'],
    ['overcome', '关键零件依赖进口的局面一去不复返。', '关键零件依赖进口的局面一去不复返。'],
    ['averted', '决不能让研发骨干继续流失。', '决不能让研发骨干继续流失。'],
    ['averted', '管项目的几个部门不能再各自为政。', '管项目的几个部门不能再各自为政。'],
    ['averted', '评审不得一刀切。', '评审不得一刀切。'],
    ['averted', '不要让好成果锁在抽屉里。', '不要让好成果锁在抽屉里。'],
    ['averted', '尽早布局备份，以免整机厂受制于人。', '以免整机厂受制于人。'],
    ['past', '五年前本县没有一个实验室，如今建成三个。', '五年前本县没有一个实验室，'],
    ['condition', '中试条件不足的，可以使用市级基地。', '中试条件不足的，'],
    ['condition', '如果研发投入不足，由专项资金补齐。', '如果研发投入不足，'],
    ['condition', '要是抵押物不足，由担保公司提供担保。', '要是抵押物不足，'],
    ['condition', '假使领军人才流失，面向全球选聘。', '假使领军人才流失，'],
    ['condition', '如首席专家流失，应在半年内重新招聘。', '如首席专家流失，'],
    ['condition', '如转化资金存在缺口，由引导基金补足。', '如转化资金存在缺口，'],
    ['condition', '对缺乏抵押物的小企业，可以提供信用担保。', '对缺乏抵押物的小企业，'],
    ['condition', '第九条 对成果转化不力的学院，核减指标。', '第九条 对成果转化不力的学院，'],
    ['condition', '（三）对不愿共享仪器的单位，不予批准新购。', '（三）对不愿共享仪器的单位，'],
    ['condition', '对创新能力薄弱的县区，选派技术经理人。', '对创新能力薄弱的县区，'],
    ['withheld', '市里财力紧张，暂缓建设概念验证中心。', '市里财力紧张，暂缓建设概念验证中心。'],
    ['withheld', '调研组不建议再建孵化器。', '调研组不建议再建孵化器。'],
    ['withheld', '我们不赞成另设科创基金，现有的够用。', '我们不赞成另设科创基金，'],
    ['withheld', '自十月起暂停发放博士安家补贴。', '自十月起暂停发放博士安家补贴。'],
    ['withheld', '原人才公寓补贴办法同时废止。', '原人才公寓补贴办法同时废止。'],
    ['asked', '要不要再建一个中试基地？', '要不要再建一个中试基地？'],
    ['asked', '高校会不会因此重转让轻转化？', '高校会不会因此重转让轻转化？'],
    ['asked', '问：取消事前审批，会不会产生监管空白？', '问：取消事前审批，会不会产生监管空白？'],
    ['meaning', '建好概念验证中心意义重大。', '建好概念验证中心意义重大。'],
    ['meaning', '攻下核心零件，事关整条产业链的安全。', '攻下核心零件，事关整条产业链的安全。'],
    ['meaning', '引来领军人才，对本县发展至关重要。', '引来领军人才，对本县发展至关重要。'],
    ['meaning', '仪器开放共享是公共平台的题中应有之义。', '仪器开放共享是公共平台的题中应有之义。'],
    ['meaning', '建好概念验证中心，意义十分重大。', '建好概念验证中心，意义十分重大。'],
    ['meaning', '引进高层次人才利在千秋。', '引进高层次人才利在千秋。'],
    ['meaning', '充分认识下放职称评审权的重要意义', '充分认识下放职称评审权的重要意义'],
    ['improvement', '产业链协同攻关能力明显增强。', '产业链协同攻关能力明显增强。'],
    ['improvement', '产业链协同攻关能力得以增强。', '产业链协同攻关能力得以增强。'],
    ['improvement', '产业链协同攻关能力更为增强。', '产业链协同攻关能力更为增强。'],
    ['improvement', '知识产权保护水平进一步提高。', '知识产权保护水平进一步提高。'],
    [
      'improvement',
      '企业创新主体地位更加凸显，科技人才队伍不断壮大。',
      '企业创新主体地位更加凸显，科技人才队伍不断壮大。',
    ],
    ['cited', '根据《云浦市技术转移条例》和《云浦市科技保险规定》，制定本细则。', '《云浦市技术转移条例》'],
  ];
  for (const [kind, text, stretch] of framed)
    it(`${kind}: ${text}`, () => assert.equal(framesOf(text)[0], `${kind} ${stretch}`));

  const free: readonly string[] = [
    '领军人才流失严重。',
    '融资难尚未得到有效解决。',
    '人才短缺问题亟待根本解决。',
    '企业融资问题没有得到根本解决。',
    '小企业的难题难以得到有效解决。',
    '体制障碍制约了创新环境明显改善。',
    '缺乏中试条件的，多为小微企业。',
    '对缺乏抵押物的小企业，银行普遍不敢贷。',
    '对人才短缺的现状，各区束手无策。',
    '对成果转化难的呼声，由来已久。',
    '对成果转化不力的原因，应当深入分析。',
    '对这家学院的学科建设滞后，应当有所认识。',
    '对创新不足的县区来说，平台少是最大的短板。',
    '技术上没有障碍，卡在无人牵头。',
    '没有突破高端轴承的瓶颈。',
    '没有解决人才短缺的难题。',
    '谁也不能说产业链没有短板。',
    '产业链有没有断点？',
    '干部没有短板意识。',
    '从零起步的企业缺乏研发人才。',
    '没有人不赞成引进领军人才。',
    '被暂停受理的企业整改后可以申请贴息。',
    '暂停键不能按在研发上。',
    '企业投入不足，人才流失，长此以往，竞争力会不会下滑？',
    '会不会转化，成了不少教师的短板。',
    '如今，领军人才流失严重。',
    '如前所述，企业研发能力不足。',
    '如芯片等关键零件依赖进口，整机厂随时停产。',
    '如何看待人才短缺，各方认识不一。',
    '要害在于缺乏人才，应当及早引进。',
    '成果转化率并不高。',
    '并非没有短板，中试平台仍然不足。',
    '不仅是平台不足，还是人才短缺。',
    '小企业不是缺资金，就是缺人才。',
    '平台是不是不足，要看企业的反映。',
    '要不是资金短缺，早已投产。',
    '现有平台不能满足企业需求。',
    '部门之间数据不能共享。',
    '不得不让整机厂依赖进口。',
    '不能不看到核心部件受制于人。',
    '这样的服务不能让企业满意。',
    '能不能让技术经理人参评职称？',
    '外资企业不再增资。',
    '共享仪器不再开放。',
    '没有一家企业不抱怨人才短缺。',
    '整机厂不得不依赖进口。',
    '并未正视短板。',
    '银行不愿降低门槛。',
    '人才外流没有减少。',
    '懂技术又懂市场的经理人并不多见。',
    '愿意转化的成果越来越少。',
    '企业尚未走出低端锁定的困境。',
    '论文多并不意味着转化率高。',
    '融资成本并不低。',
    '差距并不小。',
    '不少企业缺乏研发人才。',
    '过去平台不足，现在仍然不足。',
    '企业反映较多的，是人才短缺。',
    '取消对外籍人才的户籍限制。',
    '为什么成果总是转化难？',
    '出台《云浦市成果转化收益分配办法》。',
    '科技型企业研发投入占比达到8%。',
    '必须认识到，建好概念验证中心意义重大。',
    '建好概念验证中心意义重大，应尽快动工。',
    '出台转化条例，这对于规范收益分配具有重要意义。',
    '高新技术企业达到三百家，企业创新能力明显增强。',
    '高新技术企业增加80家，创新实力显著提升。',
    '引进两个海外团队，攻关能力显著增强。',
    '进一步完善成果转化机制。',
    '创新要素加快流动，技术市场更加活跃。',
    '区域之间的矛盾更加突出。',
  ];
  for (const text of free)
    it(`none that would hide what is said: ${text}`, () => assert.deepEqual(framesOf(text), []));

  for (const clause of ['根据《促进条例》，', '不是缺设备，而是缺人，', '暂缓建设中试平台，'])
    it(`are as quickly found where a sentence has thousands of them: ${clause}`, () => {
      // A list that somebody wrote without a stop took minutes: every word was held against every frame.
      const text = `${clause.repeat(40_000)}建设中试平台。`;
      assert.equal(within(4, () => tagsIn(text)).length > 0, tagsIn(`${clause}建设中试平台。`).length > 0);
    });

  it('leave no problem where a defect is denied, over, past or a condition', () => {
    for (const [kind, text] of framed)
      if (['overcome', 'averted', 'past', 'condition'].includes(kind) || text.startsWith('本区'))
        assert.ok(!kindsOf(text).includes('P'), text);
  });

  it('leave the problem that another clause states', () => {
    assert.ok(kindsOf('小微企业融资难已明显缓解，但技术人才严重短缺。').includes('P'));
  });

  it('leave what the sentence says instead of what it puts aside', () => {
    const codes: readonly [string, string][] = [
      ['短板不是没有论文，而是专利转化率低。', 'P2.1'],
      ['难点不是没有数据，而是数据不共享。', 'P3.2'],
      ['不是把专利锁起来，而是交给技术转移机构运营。', 'R2.3'],
    ];
    for (const [text, code] of codes) assert.ok(codesIn(text).includes(code), text);
  });

  it('leave no measure where it is withheld, only asked about, praised or said to get better', () => {
    for (const [kind, text] of framed)
      if (['withheld', 'asked', 'meaning', 'improvement'].includes(kind))
        assert.deepEqual(kindsOf(text), [], text);
  });

  it('leave the measure that stands beside a cited title', () => {
    const text = '根据《云浦市促进产业发展条例》，建设中试平台和概念验证中心。';
    assert.ok(kindsOf(text).includes('S'));
  });

  it('lie within the sentence, whatever is written', () => {
    const piece = fc.constantFrom(
      ...'不存在 已经解决 不足 的， 如果 过去 如今 暂缓 是否 ？ 《条例》 根据 ， ： 人才 平台 短缺 没有一家 反映 流失率 低于 不是 而是 也不是 缺的是 不再 不能让 　 a'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end, frames } of explained(text))
          for (const frame of frames) {
            assert.ok(frame.start >= start && frame.end <= end && frame.start < frame.end);
            assert.equal(frame.text, text.slice(frame.start, frame.end));
          }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the list of annexes', () => {
  const tagged = (text: string, format: DocumentFormat): string[] =>
    tagsIn(text, format).map(({ quote }) => quote);
  const list = '附件：1. 云浦市成果转化引导基金设立方案\n2. 云浦市科技保险补贴办法\n3. 企业研发投入统计表';
  it('has no tags, neither in plain text nor in Markdown', () => {
    assert.deepEqual(tagged(`${list}\n云浦市科学技术局`, 'plain'), []);
    assert.deepEqual(tagged(list.replace(/\n/g, '\n\n'), 'markdown'), []);
  });

  it('is what is said to who asks why', () => {
    const annexes = explained(list).map(({ frames }) =>
      frames.map(({ kind, text: framed }) => `${kind} ${framed}`),
    );
    assert.deepEqual(
      annexes,
      list.split('\n').map((line) => [`annex ${line}`]),
    );
  });

  it('ends where the text goes on', () => {
    assert.deepEqual(tagged(`${list}\n一、总则\n建设中试平台和概念验证中心。`, 'plain'), [
      '建设中试平台和概念验证中心。',
    ]);
  });
});
