import { grouped } from '../grouped';
import type { ParsedDocument, Section, Sentence } from '../text/model';
import { wordsIn } from '../text/reading';
import { unspaced } from '../text/unspaced';
import type { RuleInput } from './model';

/** What a Chinese number is of, where it stands for a quantity or a date. */
export const units =
  '(?:个|家|项|名|人|条|亿|万|倍|成|年|季度|批|支|所|套|场|次|日|天|小时|周|元|户|台|件|类|亩|吨|公里|平方米)';

/** Quantities and dates: a digit, or a Chinese number with a unit. Labels are left out before. */
const figure = new RegExp(
  `[0-9０-９]|[一二两三四五六七八九十百千万亿]+${units}|百分之|翻番|每[年月季周]|年内|年底|月底|季度`,
);

/** Verbs whose object is an act one can see done or not done. */
const concrete =
  /设立|建立|建成|建设|组建|成立|出台|制定|编制|修订|印发|发布|实行|推行|试点|举办|选派|遴选|评选|给予|奖励|补助|补贴|资助|贴息|减免|抵扣|扣除|安排|列支|投入|采购|购买|开放|共享|对接|揭榜|招标|委托|授权|赋予|允许|取消|下放|简化|压减|公开|清理|登记|备案|评估|考核|督查|约谈|问责|牵头|会同|共建|联合|合作|签订|引进|培训|培养|聘请|搭建|打造|上线|挂牌|入驻|纳入|列入|实施[^，。；]{0,20}(?:工程|计划|行动|项目|专项)|开展[^，。；]{0,20}(?:试点|行动|培训|活动|评价|攻关|调查|排查|检查|对接)|研发|研制|突破|攻克|^研究|责任制|清单|目录|台账|细则|办法|标准|机制|制度|平台|基地|中心|基金|专项资金/;

/** Adverbs that promise more of something without saying what. */
const adverbs =
  '进一步|不断(?!档)|持续|切实|着力|大力|全面|深入|积极(?!性)|努力|扎实|逐步|充分|认真|坚决|更加|主动|稳步|稳妥|有效';

/** Verbs of degree and attitude: their objects are qualities, and nobody sees them done. */
const attitudes =
  '加强|增强|提高|提升|强化|深化|优化|完善|健全|改善|加大|加快|推进|推动|促进|营造|树立|形成|激发|凝聚|夯实|巩固|拓展|抓好|做好|落实|重视|坚持|坚定|发挥|弘扬|厚植|统一|把握|贯彻|领会|确保|维护|增进|筑牢|守住|统筹';

const vague = new RegExp(
  `${adverbs}|高度重视|提高认识|牢固树立|树立[^，。；]{0,12}(?:意识|观念|理念|导向)|营造[^，。；]{0,12}(?:氛围|环境)`,
);

/** A clause that does no more than promise: 各单位要进一步增强……, 努力营造……. */
const promise = new RegExp(
  `^(?:[^，。；：]{0,8}(?:要|应当?|必须|须))?(?:(?:${adverbs})+地?|(?:牢固|高度)?(?:${attitudes}))`,
);

/** A sentence longer than this tells more than a promise. */
const longestPromise = 80;

/** Whether a sentence promises something in each clause, and neither what is done nor by when nor how much. */
export function isEmptyPromise(text: string): boolean {
  return (
    text.length <= longestPromise &&
    vague.test(text) &&
    !figure.test(text) &&
    !concrete.test(text) &&
    text.split(/[，,；;。：:！!]/).every((clause) => clause.trim() === '' || promise.test(clause.trim()))
  );
}

/**
 * Headings of parts whose business is not measures: they exhort (codebook: 组织领导套话 is not coded), or tell of the
 * past and of problems, or are boxes of topics.
 */
const besideMeasures =
  /组织|领导|要求|保障措施|意义|思想|原则|总体|总则|背景|附则|宣传|氛围|目标|形势|认识|结语|前言|引言|问题|不足|短板|现状|原因|困难|挑战|差距|成效|成绩|进展|经验|做法|情况|回顾|^专栏/;

/** Whether a section, or one around it, is about something else than measures. */
export function isBesideMeasures(sections: readonly Section[], index: number): boolean {
  for (let at = sections[index]; at && at.parent >= 0; at = sections[at.parent])
    if (besideMeasures.test(unspaced(at.title))) return true;
  return false;
}

/** A sentence's words without its numbering label. */
export function wordsOf(document: ParsedDocument, { start, end, numbering }: Sentence): string {
  return wordsIn(document, { start: numbering?.label.end ?? start, end }).trim();
}

/** Sections without sections below them, with their sentences but for the heading. */
export function leafSections(
  analysis: RuleInput,
): { readonly section: Section; readonly sentences: readonly Sentence[] }[] {
  const { sections, sentences } = analysis.document;
  const parents = new Set(sections.map(({ parent }) => parent));
  const own = grouped(
    sentences.filter(({ isHeading }) => !isHeading),
    ({ section }) => section,
  );
  return sections
    .filter(({ index, heading }) => heading >= 0 && !parents.has(index))
    .map((section) => ({ section, sentences: own.get(section.index) ?? [] }));
}
