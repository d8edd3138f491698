/**
 * Predicates at the end of a clause that state a lack without a defect word (转化率低，; 中试平台少，), and so few of a
 * thing (只有3家). Too short for cue words: they are looked for only where the rest of the sentence may answer them.
 */
const lacks =
  /(?:(?<![不减降最至多缩削或较])[低少弱差慢]|(?<![不空])缺|(?:闲置|浪费|倾向|现象|问题|情况)[^，,]{0,4}(?:严重|普遍|突出)|(?:只有|仅有)[^，,]{0,2}(?:\d+|[一二两三四五六七八九十]+)[家个名人项条台支所座]?[^，,]{0,6})(?=[，,。；;！!]|$)/;

/** In these the lack is what is answered (针对转化率低，), or was so once: no problem of its own. */
const names = /^(?:针对|着眼|瞄准|为了?(?:解决|破解|缓解)|过去|以前|从前|曾经|此前)/;

/** Whether a stretch of a sentence states a lack in such a way. */
export function statesLack(stretch: string): boolean {
  return lacks.test(stretch) && !names.test(stretch);
}
