import assert from 'node:assert/strict';
import { framesOf } from '../../../src/core/match/stance/frames';

/** The frames of a sentence whose defect words stand in ‹›. */
function frames(marked: string): string[] {
  const text = marked.replace(/[‹›]/g, '');
  const defects: { start: number; end: number }[] = [];
  let marks = 0;
  for (const { index, 0: mark } of marked.matchAll(/[‹›]/g)) {
    const at = index - marks++;
    if (mark === '‹') defects.push({ start: at, end: at });
    else defects.push({ start: defects.pop()?.start ?? at, end: at });
  }
  const ends = [...[...text.matchAll(/[，：]/g)].map(({ index }) => index + 1), text.length];
  return framesOf(text, { start: 0, end: text.length }, ends, defects).map(
    ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
  );
}
const each = (words: string): readonly string[] => words.split(' ');
/** Each text has one frame of a kind, over all of it but what stands behind |; null for none. */
const told = (kind: string | null, texts: readonly string[]): void => {
  for (const text of texts) {
    const [framed = ''] = text.replace(/[‹›]/g, '').split('|');
    assert.deepEqual(frames(text.replace('|', '')), kind === null ? [] : [`${kind} ${framed}`], text);
  }
};

describe('words by which a clause says that a defect is none', () => {
  it('deny it in front', () => {
    const words =
      '不存在 不再是 不再有 不再存在 不再为 不再受 不再因 不再担心 再也不怕 再也没遇到 没有出现 从未发生 未曾发现 并未遇到 未反映 并非 ' +
      '并不是 并不存在 并不缺 没有一家反映 没有任何部门提出 没有一人认为 没有任何企业因 没有一户受';
    told('denied', [
      ...each(words).map((word) => `企业${word}‹短板›`),
      ...each(words).map((word) => `企业${word}一二三四五六‹短板›`),
    ]);
    told(null, [
      ...each('存在 没有解决 没有一家企业的').map((word) => `企业${word}‹短板›`),
      ...each('原因 在于 导致 造成').map((word) => `企业不存在资金${word}‹短板›`),
      '企业不存在一二三四五六七八九十一二三‹短板›',
      ...each('并非没‹有›短板 并非毫无‹短板› 不是不‹缺› 并非无‹短板›'),
    ]);
  });

  it('say that it is over', () => {
    const how = each(
      '已 得到 得以 基本 有效 根本 彻底 全面 明显 显著 大为 大大 宣告 成功 可以 有望 能够 逐步 逐渐 加快 加速 着力',
    );
    const ends = each(
      '解决 缓解 化解 破解 破除 打破 改善 改观 好转 扭转 改变 摆脱 打消 消除 消失 终结 克服 打通 补齐 补上 填补 弥补 遏制 攻克 根治 杜绝',
    );
    const over = each(
      '一去不复返 不复存在 成为历史 成为过去 画上句号 画上了句号 已不再 已经不是 早已不再 早就不是 不再是难事 不再成为问题 不再存在 迎刃而解',
    );
    told('overcome', [
      ...how.map((word) => `‹短板›${word}解决`),
      ...ends.map((word) => `‹短板›已逐一${word}`),
      ...over.map((words) => `‹短板›${words}`),
    ]);
    const notYet = each(
      '未 没 难以 很难 难于 无法 不能 不易 有待 亟 急需 仍 尚 需 必须 应 如何 怎样 制约 阻碍 妨碍 影响 不利 限制 束缚 掣肘',
    );
    told(null, [
      ...notYet.map((word) => `‹短板›${word}有效解决`),
      ...['‹短板›解决', '解决‹短板›', '‹短板›已一二三四五六七解决'],
    ]);
    told('overcome', ['‹短板›供需已有效解决', '‹短板›需求已有效解决']);
  });

  it('name rates that should be low, times that should be short, and costs', () => {
    const rates = each('流失率 不良率 失信率 淘汰率 差错率 退货率 逾期率 事故率');
    const low = each('不足 不到 低于 少于 仅 只有 控制在 降至 降到 下降');
    const times = each('用时 耗时 历时 压缩至 压缩到 压缩为 缩短至 缩短到 缩减至 缩减到 仅用 只用');
    const costs = each('利率 费率 税率 贷款率 成本 周期');
    const cheap = each('不到 仅 只有 只要 降至 降到 下降 下滑 缩短');
    told('denied', [
      ...rates.map((rate) => `${rate}不足2%`),
      ...low.map((word) => `流失率年均${word}2%`),
      ...times.map((time) => `${time}大约不足2天`),
      ...each('不足 不到 少于 低于').map((word) => `用时${word}2天`),
      ...costs.map((cost) => `${cost}只要一成`),
      ...cheap.map((word) => `成本平均${word}2%`),
    ]);
    told(null, ['转化率不足2%', '流失率高于2%', '成本高只有2家', '周期长不到2家', '用时2天', '利率上升']);
  });

  it('name a case, or only a part', () => {
    const cases = each('如果 假如 倘若 若 一旦 假设 万一');
    told('condition', [
      ...cases.map((word) => `${word}出现‹短板›，|由财政补上`),
      '存在‹短板›的，|可以缓办',
      '补上‹短板›不足部分',
      '补上‹短板›缺口的部分',
    ]);
    const goesOn = each('是 主要 有 就是 原因 占 达 约 多为 多是 大多 多数 往往 导致 造成 表现');
    told(null, [
      ...goesOn.map((word) => `存在‹短板›的，${word}小企业`),
      ...['若干‹短板›，由财政补上', '如果出现‹短板›', '存在‹短板›的'],
    ]);
  });

  it('set the past against now', () => {
    const once = each(
      '过去 以前 从前 昔日 原先 原来 曾经 此前 以往 早年 往年 当年 五年前 二十多年前 几年前 数年前 3年前',
    );
    const now = each(
      '如今 现在 现已 而今 今天 目前已 眼下已 到今天 到现在 已 已经 早已 现 而如今 但现在 不过现在 可现在',
    );
    told('past', [
      ...once.map((word) => `${word}有‹短板›，|如今平台多`),
      ...now.map((word) => `过去有‹短板›，|${word}平台多`),
      '过去有‹短板›，人也少，|如今平台多',
    ]);
    told(null, [
      ...each('现有 现行 现状 现实 现阶段 现场 现金 现代 现象').map((word) => `过去有‹短板›，${word}平台多`),
      ...[
        '过去有‹短板›，如今还有‹短板›',
        '过去有‹短板›，平台多',
        '有‹短板›，如今平台多',
        '如今平台多，过去有‹短板›',
      ],
    ]);
  });
});

describe('words by which nothing is said to be done', () => {
  it('withhold a measure', () => {
    const words =
      '暂缓办理 暂不办理 暂无权限 暂无条件 暂无计划 暂无安排 暂无打算 停止执行 终止实施 停止发放 终止受理 不再新建 不再新设 不再新增 ' +
      '不再新批 不再审批 不再安排 不再保留 不再执行 不再实施 不再发放 不再受理 废止 自行失效 取消原有补贴 取消奖励 取消各项补助 ' +
      '取消奖补 取消资助 取消优惠政策 留作参考 不予采纳';
    told(
      'withheld',
      each(words).map((word) => `市里${word}`),
    );
    assert.deepEqual(frames('建平台的事，暂缓办理'), ['withheld 建平台的事，暂缓办理']);
    assert.deepEqual(frames('建平台，市里暂缓办理'), ['withheld 市里暂缓办理']);
    told(
      null,
      each('暂不能办理 暂不可办理 暂无平台 停止增长 不再增长 取消限制 不予同意').map((word) => `市里${word}`),
    );
    // In a given case to withhold something is a measure.
    told(null, ['转化率低的，不再安排资金']);
  });

  it('ask whether', () => {
    const words = '是否 要不要 该不该 可不可以 应不应 应不应该 有没有必要 是不是';
    told('asked', [
      ...each(words).map((word) => `${word}建平台？`),
      ...['是否建平台?', '“是否建平台？”', '是否建平台？』 '],
    ]);
    told(null, ['是否建平台', '怎样建平台？', '是否建平台？市里说。']);
  });

  it('cite a title', () => {
    const before = '根据 依据 依照 按照 遵照 参照 对照 现将 印发 学习 解释 根据国家有关';
    const behind = '精神 等文件精神 同时废止 予以废止 由市局解释 等有关规定由市局解释';
    const cited = (text: string): string[] => frames(text).filter((frame) => frame.startsWith('cited'));
    for (const word of each(before))
      assert.deepEqual(cited(`${word}《甲办法》建平台`), ['cited 《甲办法》'], word);
    for (const word of each(behind)) assert.deepEqual(cited(`《甲办法》${word}`), ['cited 《甲办法》'], word);
    for (const mark of ['、', '和', '及', '与', ''])
      assert.deepEqual(
        cited(`根据《甲办法》${mark}《乙办法》`),
        ['cited 《甲办法》', 'cited 《乙办法》'],
        mark,
      );
    for (const text of [
      '制定《甲办法》',
      '根据需要，《甲办法》',
      '根据《甲办法》，制定《乙办法》',
      '《甲办法》建平台',
    ])
      assert.deepEqual(cited(text), text.startsWith('根据《') ? ['cited 《甲办法》'] : [], text);
  });
});
