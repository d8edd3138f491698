import assert from 'node:assert/strict';
import { generalityOf, mayGeneralize } from '../../../src/core/match/stance/generalities';
import { mayPutAside, putAside, type Clause } from '../../../src/core/match/stance/oppositions';

/** The clauses of a sentence, as the frames have them. */
function clausesOf(text: string): Clause[] {
  let end = 0;
  return [...text.matchAll(/[^，：]*[，：]|[^，：]+$/g)].map(([clause]) => {
    const start = end;
    end += clause.length;
    return { start, end, text: clause };
  });
}

const generality = (text: string): string | null => {
  const found = generalityOf(clausesOf(text));
  // The quick look must let through whatever the closer one would find.
  if (found) assert.ok(mayGeneralize(text), text);
  return found;
};
const each = (words: string): readonly string[] => words.split(' ');
const told = (expected: string | null, texts: readonly string[]): void => {
  for (const text of texts) assert.equal(generality(text), expected, text);
};

describe('generalities', () => {
  it('say what something means', () => {
    const praised =
      '意义重大 意义十分重大 意义非常深远 意义极其非凡 意义极为重要 意义尤为重要 至关重要 举足轻重 功在当代 利在千秋 利在长远 ' +
      '有重大意义 有重要意义 有深远意义 有现实意义 有战略意义 有特殊意义 是应有之义 是大势所趋';
    told('meaning', [
      ...each(praised).map((words) => `中试平台${words}。`),
      ...['', '；', ';', '！', '!'].map((mark) => `中试平台意义重大${mark}`),
    ]);
    const praises =
      '事关全局 关乎全局 关系到全局 关系着全局 功在当代 利在千秋 意义重大 意义深远 意义非凡 对全局至关重要 对于全局意义重大 ' +
      '于全局意义深远 对全局举足轻重 对全局具有战略意义 意义十分重大 意义尤为重要 对全局意义非常深远';
    told('meaning', [
      ...each(praises).map((words) => `成果转化，${words}。`),
      ...each(praises).map((words) => `${words}。`),
    ]);
  });

  it('say that something gets better', () => {
    const things =
      '能力 水平 地位 体系 队伍 环境 氛围 格局 步伐 作用 竞争力 影响力 吸引力 韧性 活力 动力 生态 机制 结构 实力 效能 效率 基础';
    const how =
      '得到 得以 进一步 显著 明显 大幅 大幅度 不断 更加 更为 更 持续 稳步 日益 日趋 逐步 较大 有效 大大 整体 全面 持续稳步';
    const better =
      '增强 提升 提高 凸显 彰显 壮大 完善 优化 改善 健全 成熟 巩固 夯实 加强 加快 发挥 浓厚 良好 稳固 释放 激发 迸发';
    told('improvement', [
      ...each(things).map((word) => `本县创新${word}明显增强。`),
      ...each(how).map((word) => `本县创新能力${word}增强。`),
      ...each(better).map((word) => `本县创新能力明显${word}。`),
      ...[
        '本县创新能力明显增强和提升。',
        '本县创新能力明显增强',
        '本县创新能力明显增强，本县创新生态更加成熟！',
      ],
    ]);
  });

  it('are none beside a measure, a figure or something else', () => {
    const measures =
      '要 应 须 建议 必须 务必 尽快 抓紧 拟 将 已 一是 二是 第二 （三） 支持 鼓励 推动 推进 促进 建设 建立 构建 实施 开展 引进 ' +
      '培育 培养 打造 使 让 通过 把 以 为 对 设立 组建 布局 出台 给予 强化 深化 加大 力争 努力 确保 经 由';
    told(null, [
      ...each(measures).map((word) => `${word}创新能力明显增强。`),
      ...['我市创新能力明显增强。', '三是创新能力明显增强。', '本县创新能力增强。', '本县道路明显改善。'],
      ...[
        '创新能力明显增强，专利三千件。',
        '创新能力明显增强，实力3倍。',
        '创新实力增长８成，能力明显增强。',
      ],
      ...['能力明显增强。', '创新能力明显增强，应尽快总结。', '平台多，意义重大，人才多。', '平台多的意义。'],
      ...['为此，本县要办好平台，意义重大。', '本县有意义的事多。'],
    ]);
    told(
      'improvement',
      each('主要 首要 重要 紧要 概要 纲要').map((word) => `本县${word}创新能力明显增强。`),
    );
    told(
      'improvement',
      each('要素 要求 要件 要点 要害 要义').map((word) => `本县${word}创新能力明显增强。`),
    );
    told('meaning', ['应用意义重大。', '应急意义重大。', '应对意义重大。', '将来意义重大。']);
  });
});

describe('what is put aside for something else', () => {
  const aside = (text: string): string =>
    putAside(clausesOf(text))
      .map(({ start, end }) => text.slice(start, end))
      .join('|');
  const cases: readonly [string, string][] = [
    ...each('不是 并不是 并非 不在 不在于 并不在 并不在于 不缺 并不缺 从来不缺 不再缺 与其说').map(
      (words): [string, string] => [`短板${words}资金，而是人才。`, `${words}资金，`],
    ),
    ...each(
      '而是 而在 而在于 而缺 不如说 倒不如说 关键是 关键在 缺的是 真正缺的是 最缺的是 更缺的是 而恰恰少的是 却主要差的是',
    ).map((words): [string, string] => [`短板不是资金，${words}人才。`, '不是资金，']),
    ...each(
      '就难的是 怕的是 急需的是 紧缺的是 缺的却是 缺的则是 缺的恰恰是 缺的主要是 缺的更是 缺的就是 缺的只是',
    ).map((words): [string, string] => [`短板不是资金，${words}人才。`, '不是资金，']),
    ...each('也不是 更不是 又不是 还不是 亦不是 并不是 也并非 也不在 也不在于 也不缺').map(
      (words): [string, string] => [`短板不是资金，${words}场地，而是人才。`, `不是资金，${words}场地，`],
    ),
    ...each(
      '堵点 短板 难点 症结 问题 根子 痛点 原因 瓶颈 关键 弱项 差距 困难 难题 障碍 短板主要 短板恰恰 短板往往 短板其实',
    ).map((words): [string, string] => [`${words}不是资金，是人才。`, '不是资金，']),
    ...each('恰恰是 主要是 真正是 根本是 在于 恰恰在于').map((words): [string, string] => [
      `短板不是资金，${words}人才。`,
      '不是资金，',
    ]),
    ['短板主要不是资金，而是人才。', '不是资金，'],
    ['短板不是资金而是人才。', '不是资金'],
    ['短板不在资金而在于人才。', '不在资金'],
    ['短板不是资金，而是人才，也不是场地，而是平台。', '不是资金，|不是场地，'],
    // Nothing is put in its place.
    ...each('是否人才 是不是人才 也是人才 还要人才 平台').map((words): [string, string] => [
      `短板不是资金，${words}。`,
      '',
    ]),
    ['他们不是资金，是人才。', ''],
    ['是不是资金，而是人才。', ''],
    ['要不是资金，而是人才。', ''],
    ...each(
      '不在意 不在乎 不在此 不在场 不在岗 不在职 不在编 不在校 不在户 不缺乏 不缺席 不缺少 不缺勤 不缺课 不缺位',
    ).map((words): [string, string] => [`企业${words}，而是人才。`, '']),
  ];
  for (const [text, expected] of cases)
    it(`${text} puts aside ${expected || 'nothing'}`, () => {
      assert.equal(aside(text), expected);
      if (expected && /而|缺的/.test(text)) assert.ok(mayPutAside(text));
    });
});
