import assert from 'node:assert/strict';
import { isDeniedBy, isGoneBehind, isPlainDenial } from '../../../src/core/match/stance/denials';
import { isWarnedBy, isWarning, mayWarn } from '../../../src/core/match/stance/warnings';

const each = (words: string): readonly string[] => words.split(' ');
const told = (is: (text: string) => boolean, expected: boolean, texts: readonly string[]): void => {
  for (const text of texts) assert.equal(is(text), expected, text);
};

describe('denials of a defect', () => {
  it('stand in front of it, at its edge', () => {
    const denied =
      '谈不上 说不上 称不上 算不上 不再 再也不 从不 从未 并不 并未 并无 毫无 已不 已经不 早已不 早就不 不再严重 不再明显 ' +
      '并未真正 并未完全 并不十分 并不特别 不再那么 不再那样 从未出现 并未形成 并未构成 从未受 从未受到 不再感到 不再觉得';
    told(isDeniedBy, true, [...each(denied), ...each(denied).map((words) => `小企业${words}`)]);
    told(isDeniedBy, false, each('不 没 不再担任 已经 早就 从未想到 并不知道 不再是那样的'));
  });

  it('stand some way before it, where nobody says so or it does not follow', () => {
    const claims =
      '不意味着 不等于说 不代表 不表明 不说明 绝非意味着 决非说明 不能就此认为 不应因此断言 不宜据此断定 不可由此理解为 ' +
      '不能简单地看作 不应笼统说 不能片面地认为 没有人再 没人反映 没企业抱怨 没有单位提出';
    told(isDeniedBy, true, [...each(claims), ...each(claims).map((words) => `这${words}当地企业的平台仍然`)]);
    told(isDeniedBy, false, [
      '不意味着一二三四五六七八九十一二三四五',
      '不意味着平台多，',
      '不能认为',
      '没有人要求',
      '有人反映',
    ]);
  });

  it('are none where they are denied', () => {
    told(isDeniedBy, false, each('不得不再 不能不再 不是不再 并非不再 不可不再 无不再 不得不从未'));
    told(isDeniedBy, true, each('不得不说现在的企业从未 不是不能，从未'));
  });

  it('stand behind it, where it is over', () => {
    const cases = each('现象 情形 情况 问题 局面 状况 事例 事件 矛盾 压力 风险 日子 时代 说法');
    const rare = each('不多见 少见 很少见 难得一见 越来越少 日益减少 日渐减少 绝迹');
    told(isGoneBehind, true, [
      ...['一去不返', '一去不复返', '的日子一去不复返'],
      ...cases.map((word) => `的${word}已不多见`),
      ...rare.map((words) => `现象${words}`),
      ...each('已 已经 也 正 日益 变得 都').map((word) => `的问题${word}少见`),
    ]);
    const how = each('有所 明显 大幅 大幅度 大为 显著 持续 逐年 不断 逐步 逐渐 日益');
    const less = each('减少 降低 下降 减轻 缩小 减弱 减缓 消退');
    told(isGoneBehind, true, [
      ...how.map((word) => `${word}减少`),
      ...less.map((word) => `明显${word}`),
      ...['已明显减少', '正逐步减少', '也有所下降', '的现象明显减少'],
    ]);
    told(isGoneBehind, false, [
      ...[
        '不多见',
        '越来越少',
        '的企业越来越少',
        '减少',
        '的企业明显减少',
        '，明显减少',
        '现象没有减少',
        '现象多见',
      ],
    ]);
  });

  it('need no defect word', () => {
    const bad = each(
      '难 贵 弱 慢 差 缺 散 乱 愁 发愁 犯愁 怕 断供 卡 抱怨 犹豫 逊色 落伍 受制 受限 靠进口 等进口',
    );
    const denies = each('谈不上 说不上 称不上 算不上 不再 再也不 从不 并不 已不 已经不 早已不');
    const degrees = each('那么 这么 那样 十分 多 多么 有多么 很 太 感到 觉得 会 总是');
    told(isPlainDenial, true, [
      ...bad.map((word) => `贷款不再${word}`),
      ...denies.map((word) => `贷款${word}难`),
      ...degrees.map((word) => `贷款不再${word}难`),
      ...['力度不可谓不大', '力度不可说不大', '力度不能说不大', '力度不谓不大'],
      ...['没有人抱怨', '没人再反映', '没企业反映', '没有单位还抱怨'],
      ...[
        '不意味着企业缺乏动力',
        '不等于说缺少平台',
        '绝非意味着意愿不强',
        '决非等于说水平低。',
        '不意味着动力弱',
      ],
    ]);
    told(isPlainDenial, false, [
      ...['不再难得', '不再难度', '不再贵重', '不再贵宾', '不再差异', '不再差别', '不再缺席', '不再乱象'],
      ...['不再增资', '不再开放', '并不意味着转化率高', '不意味着低端企业多', '没有人不抱怨', '难', '不难'],
    ]);
  });

  it('tell of what was left behind, not of what is still to be left', () => {
    const leaves = each('告别 走出 结束 摆脱 跳出 挥别 告别了');
    const times = each('日子 历史 局面 困境 怪圈 时代 阶段 被动 状态 状况 老路 窘境');
    const left = [
      ...leaves.map((word) => `${word}靠外援的日子`),
      ...times.map((word) => `已告别靠外援的${word}`),
    ];
    told(isPlainDenial, true, left);
    const yet = each('尚未 未能 没能 没有 不能 难以 无法 如何 怎样 亟需 亟待 亟须');
    told(isPlainDenial, false, [
      ...yet.map((word) => `${word}告别靠外援的日子`),
      ...['告别日子', '告别靠外援，过去的日子', `告别${'长'.repeat(17)}的日子`, '告别靠外援'],
    ]);
  });
});

describe('warnings', () => {
  it('stand at the start of a clause, and let something happen', () => {
    const nots = each(
      '决不 决不能 绝不 绝不能 不能 不要 不许 我们不能 更不能 也不能 都不能 但不能 但也不能 不能再',
    );
    told(isWarning, true, [
      ...nots.map((word) => `${word}让成果沉睡`),
      ...each('让 放任 任由 听任').map((word) => `不能${word}成果沉睡`),
    ]);
    told(isWarning, false, [
      '服务不能让企业满意',
      '不让成果沉睡',
      '不能成果沉睡',
      '不能不让成果沉睡',
      '能让成果沉睡',
    ]);
    told(mayWarn, true, ['不能让', '不听任']);
    told(mayWarn, false, ['不能', '让企业满意']);
  });

  it('stand in front of a defect word', () => {
    told(isWarnedBy, true, [
      '决不能让人才',
      '以免',
      '管项目的部门不能再',
      '评审不得',
      ...each('以免 免得 谨防 切忌 严防 切莫 不允许 决不允许 不应 不可继续 不准再'),
    ]);
    told(isWarnedBy, false, ['不得不', '不能不', '能不能让', '平台']);
  });
});
