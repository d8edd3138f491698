import { longFormsOf } from './longForms';

/**
 * Verbs of one character by which items of a list say in telegraph style what is done (强主体、建平台、引人才), and the
 * words that say the same elsewhere. By itself such a character is part of too many words to mean one.
 */
const verbs = `
强 强化
建 建设
筑 建设
搭 搭建
创 创建
设 设立
立 建立
引 引进
招 招引
聚 集聚
育 培育
留 留住
促 促进
推 推进
优 优化
拓 拓展
扩 扩大
提 提升
增 增加
壮 壮大
兴 振兴
畅 畅通
通 畅通
享 共享
攻 攻克
破 破解
固 巩固
稳 稳定
保 保障
护 保护
降 降低
减 减轻
助 帮助
扶 扶持
`;

const longForms = longFormsOf(verbs);

/** Verbs of one character. */
export const shortVerbs: readonly string[] = [...longForms.keys()];

/** The longer verb of the same meaning; null where the token is no verb of one character. */
export function longVerb(token: string): string | null {
  return longForms.get(token)?.[0] ?? null;
}
