import type { Clause } from './oppositions';

/**
 * What a text says of a measure without taking it: what it is good for (建设中试基地意义重大), or that the state of things
 * it belongs to gets better (攻关能力显著增强). Neither is coded (codebook, 立场 and 判例: meaning and background; “显著增强”
 * without mechanism or figure).
 */

const great = '意义(?:十分|非常|极其|极为|尤为)?(?:重大|深远|非凡|重要)';

/** At the end of a clause: it says of what stands before what that means. */
const praised = new RegExp(
  `(?:${great}|至关重要|举足轻重|功在当代|利在(?:千秋|长远)|(?:重大|重要|深远|现实|战略|特殊)意义|应有之义|大势所趋)[，,。；;！!]?$`,
);

/** The same in a clause of its own, behind what it is about. */
const praises = new RegExp(
  `^(?:事关|关乎|关系[到着]|功在当代|利在千秋|${great}|(?:对|对于|于)[^，,]{1,24}(?:至关重要|${great}|举足轻重|具有[^，,]{0,8}意义))`,
);

/** Grammar of a clause that asks for a measure or tells that it was taken. */
const statesMeasure =
  /(?<![重主紧首概纲])要(?!素|求|件|点|紧|害|义)|[应须](?!用|急|对|有之)|建议|必须|务必|尽快|抓紧|拟|将(?!来)|已|^我[们省市区县]|一是|二是|第[一二三]|[（(][一二三四五]|^[一二三四五六七八九十]+是/;

const things =
  '能力|水平|地位|体系|队伍|环境|氛围|格局|步伐|作用|竞争力|影响力|吸引力|韧性|活力|动力|生态|机制|结构|实力|效能|效率|基础';
const how =
  '得到|得以|进一步|显著|明显|大幅度?|不断|更加|更为|更|持续|稳步|日益|日趋|逐步|较大|有效|大大|整体|全面';
const better =
  '增强|提升|提高|凸显|彰显|壮大|完善|优化|改善|健全|成熟|巩固|夯实|加强|加快|发挥|浓厚|良好|稳固|释放|激发|迸发';
const gotBetter = new RegExp(
  `^[^，,]{2,24}(?:${things})(?:${how})+(?:${better})(?:和(?:${better}))?[，,。；;！!]?$`,
);

/** Verbs that make a clause a measure, however it ends. */
const acts =
  /支持|鼓励|推动|推进|促进|建设|建立|构建|实施|开展|引进|培育|培养|打造|使|让|通过|把|(?<!得)以|(?<!更)为|对|设立|组建|布局|出台|给予|强化|深化|加大|力争|努力|确保|[经由]/;

// All of its clauses are to be such, so what gets better stands at the end.
const hint = new RegExp(
  `意义|至关重要|举足轻重|事关|关乎|关系[到着]|功在当代|利在(?:千秋|长远)|应有之义|大势所趋|(?:${better})[，,。；;！!]?$`,
);

/** Whether a sentence may be such a generality; most are not. */
export function mayGeneralize(sentence: string): boolean {
  return hint.test(sentence);
}

/**
 * What all of a sentence is, if it is nothing but generalities. Where one clause does say what is done, the others are
 * left to speak of its subject.
 */
export function generalityOf(clauses: readonly Clause[]): 'meaning' | 'improvement' | null {
  if (clauses.some(({ text }) => statesMeasure.test(text))) return null;
  if (clauses.every((_, i) => isMeaning(clauses, i))) return 'meaning';
  const hasFigure = clauses.some(({ text }) => /[\d０-９%％]/.test(text));
  return !hasFigure && clauses.every(({ text }) => gotBetter.test(text) && !acts.test(text))
    ? 'improvement'
    : null;
}

/** Whether a clause tells what something means, or is what the next one tells the meaning of. */
function isMeaning(clauses: readonly Clause[], i: number): boolean {
  const [text = '', next = ''] = [clauses[i]?.text, clauses[i + 1]?.text];
  return praised.test(text) || praises.test(text) || praises.test(next);
}
