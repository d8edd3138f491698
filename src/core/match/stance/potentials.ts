/**
 * What cannot be brought about, by a verb, 不 and how it should come out. A closed list: 离不开, 少不了, 免不了 and 用不着
 * complain of nothing, and 不到 by itself stands before figures.
 */
const list = `
贷不到 融不到 招不到 找不到 拿不到 借不到 领不到 买不到 引不到 申请不到 享受不到 得不到
造不出 造不出来 产不出 产不出来 借不出 借不出来 拿不出 拿不出来 育不出 做不出来 出不来 转不出 转不出去 走不出去 推不出去 卖不出去 卖不掉
用不上 够不上 派不上 接不上 对不上 对接不上 衔接不上 排不上 够不着 摸不着
建不起 建不起来 办不起来 立不起来 聚不起 聚不起来 转不起来 做不起来 搞不起来 养不起 请不起 用不起 买不起 租不起 投不起
攻不下 攻不下来 啃不下 啃不下来 落不下来 落不下去 沉不下去 推不下去 坚持不下去 降不下来 上不去 提不上去
出不了 到不了 落不了 满足不了 解决不了 适应不了 支撑不了 承担不了 做不了 办不了 转化不了 应付不了 开不了 评不了
引不进 引不进来 融不进 投不进 进不来 进不去
开不动 推不动 带不动 转不动 调不动 跑不动 推不开
建不成 办不成 做不成 形不成 拧不成
`;

/** 谈不上高 is 不高; before a bad word it is a denial (see `denials.ts`). */
const understatements =
  '谈不上 说不上 称不上 算不上 并不那么 并没有那么 远未 远非 不能说多 不能说高 不能说强 不能说好 不能说大 不能说快 不能说足 不能说够 不能说充足 不能说充分 不能说理想 不能说顺畅 不能说完善 不能说健全';

/** Words for what cannot be brought about, and words that understate a lack: cues of a defect. */
export const potentials: readonly string[] = `${list} ${understatements}`.trim().split(/\s+/);
