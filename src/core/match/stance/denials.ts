/**
 * Grammar by which a clause says of a defect that it is not there or is over. Kept apart from the frames, which say
 * what follows from it. Only verbs and adjectives that are bad in themselves count as denied: 不再增长 and 不再开放 are
 * complaints.
 */

/** In front of a defect word, at its edge. */
const deniedAtEdge =
  /(?:[谈说称算]不上|不再|再也不|从不|从未|并不|并未|并无|毫无|(?:已经?|早就)不)(?:严重|明显|真正|完全|十分|特别|那么|那样|出现|形成|构成|受到?|感到|觉得)?$/;

/** In front of a defect word: so it does not follow, so nobody says any longer. */
const deniedClaim =
  /(?:(?:不|绝非|决非)(?:意味着|等于说|代表|表明|说明)|不(?:能|应|宜|可)(?:就此|因此|据此|由此|简单|笼统|片面)地?(?:认为|断言|断定|理解为|看作|说)|没有?(?:人|企业|单位)(?:再|反映|抱怨|提出))[^，,]{0,14}$/;

/** Two denials make none, and what one is forced to do is done. */
const undone = /(?:不得|不能|不是|并非|不可|无)不[^，,]{0,6}$/;

/** Whether what stands in front of a defect word, in its clause, denies it. */
export function isDeniedBy(before: string): boolean {
  return (deniedAtEdge.test(before) || deniedClaim.test(before)) && !undone.test(before);
}

/** Defect words that are nouns: what is said of these is that there is none. */
const nouns = new Set(
  '断点 堵点 短板 弱项 障碍 壁垒 瓶颈 困难 难题 难点 差距 鸿沟 隐患 缺陷 缺口 矛盾 梗阻 断层 软肋'.split(' '),
);
/** In front of such a noun, with at most one word between that is no verb of doing away with it (没有解决难题). */
const none =
  /(?<!有)(?:没有|并无|(?<!毫)无)(?:任何|什么|(?!解决|破解|破除|打破|打通|突破|克服|消除|补齐|弥补|缩小|跨越|摆脱|扫清|认识|看到|正视|触及|回应|找准|找到|直面|攻克|疏通|扭转|改变|化解|缓解|触碰|形成|面对)[一-龥]{2}的?|大的|根本性的?|实质性的?)?$/;
/** Where it is itself denied, or asked about. */
const noNone = /(?:不能说|不等于|不意味着|不可能|不是|并非|并不是|很难说|难道|谁|不会|有没有)[^，,]{0,16}$/;
/** Behind the noun: it is the last word of what there is none of (not 没有短板意识). */
const nounEnds = /^(?:[，,。；;：:！!？?、”』）)]|$|可言|存在|和|或|及|与)/;
/** In front of any defect word. */
const zero = /(?:(?<![归为清从凌])零|无一(?:例|家|人|名|项)?)$/;

/**
 * Whether a defect word is what there is none of (没有断点, 骨干零流失).
 *
 * @param before What stands in front of the word, in its clause.
 * @param after What follows it there.
 * @param isLast Whether its clause ends the sentence: before another one it is but the foil of what is lacking
 * (技术上没有障碍，卡在无人牵头).
 */
export function isNoneOf(defect: string, before: string, after: string, isLast: boolean): boolean {
  if (zero.test(before)) return true;
  return isLast && nouns.has(defect) && none.test(before) && !noNone.test(before) && nounEnds.test(after);
}

const cases = '的?(?:现象|情形|情况|问题|局面|状况|事例|事件|矛盾|压力|风险|日子|时代|说法)';
const gone = new RegExp(
  `一去不复?返|${cases}(?:已经?|也|正|日益|变得|都)?(?:不多见|很?少见|难得一见|越来越少|日[益渐]减少|绝迹)|^(?:${cases})?(?:已|正|也)?(?:有所|明显|大幅度?|大为|显著|持续|逐年|不断|逐步|逐渐|日益)(?:减少|降低|下降|减轻|缩小|减弱|减缓|消退)`,
);

/** Whether what follows a defect word, in its clause, says that it is over. */
export function isGoneBehind(after: string): boolean {
  return gone.test(after);
}

const bad =
  '难(?![得度])|贵(?!重|宾)|弱|慢|差(?![异别])|缺(?!席)|散|乱(?!象)|愁|发愁|犯愁|怕|断供|卡|抱怨|犹豫|逊色|落伍|受制|受限|[靠等]进口';
const degree = '(?:那么|这么|那样|十分|有?多么?|很|太|感到|觉得|会|总是)?';
const plain = new RegExp(
  `(?:[谈说称算]不上|不再|再也不|从不|并不|已经?不)${degree}(?:${bad})|不(?:可谓|可说|能说|谓)不[^，,]|没有?(?:人|企业|单位)[^，,不]{0,2}(?:抱怨|反映)|(?:不|绝非|决非)(?:意味着|等于说)[^，,]{0,16}(?:缺[乏少]|(?:[弱差低缺难慢少]|不[强高足够多好])[，,。；;！!”]*$)`,
);
const escape =
  /(?<!尚未|未能|没能|没有|不能|难以|无法|如何|怎样|亟[需待须])(?:告别|走出|结束|摆脱|跳出|挥别)了?[^，,]{1,16}(?:日子|历史|局面|困境|怪圈|时代|阶段|被动|状态|状况|老路|窘境)/;

/** Whether a clause, or one of a sentence, denies a defect that it names by no defect word (意愿并不弱, 告别靠进口的日子). */
export function isPlainDenial(text: string): boolean {
  return plain.test(text) || escape.test(text);
}
