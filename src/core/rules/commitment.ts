import type { ParsedDocument, Section, Sentence } from '../text/model';
import type { RuleInput } from './clues';

/** Quantities and dates: a digit, or a Chinese number with a unit. Labels are left out before. */
const figure =
  /[0-9０-９]|[一二两三四五六七八九十百千万亿]+(?:个|家|项|名|人|条|亿|万|倍|成|年|个月|季度|批|支|所|套|场|次)|百分之|翻番|每[年月季周]|年内|年底|月底|季度/;

/** Verbs whose object is an act one can see done or not done. */
const concrete =
  /设立|建立|建成|建设|组建|成立|出台|制定|编制|修订|印发|发布|实行|推行|试点|举办|选派|遴选|评选|给予|奖励|补助|补贴|资助|贴息|减免|抵扣|扣除|安排|列支|投入|采购|购买|开放|共享|对接|揭榜|招标|委托|授权|赋予|允许|取消|下放|简化|压减|公开|清理|登记|备案|评估|考核|督查|约谈|问责|牵头|会同|共建|联合|合作|签订|引进|培训|培养|聘请|搭建|打造|上线|挂牌|入驻|纳入|列入|实施[^，。；]{0,20}(?:工程|计划|行动|项目|专项)|开展[^，。；]{0,20}(?:试点|行动|培训|活动|评价|攻关|调查|排查|检查|对接)|责任制|清单|目录|台账|细则|办法|标准|机制|制度|平台|基地|中心|基金|专项资金/;

/** Words that promise more of something without saying what. */
const vague =
  /进一步|不断|持续|切实|着力|大力|全面|深入|积极|努力|扎实|高度重视|提高认识|牢固树立|树立|营造[^，。；]{0,12}(?:氛围|环境)|充分发挥|加强|强化|提升|提高|增强|优化|完善|推进|推动|促进|加快|深化|健全|改进/;

/** Whether a sentence names a figure or a deadline. */
export function hasFigure(text: string): boolean {
  return figure.test(text);
}

/** Whether a sentence promises something, and neither what is done nor by when nor how much. */
export function isEmptyPromise(text: string): boolean {
  return vague.test(text) && !figure.test(text) && !concrete.test(text);
}

/** A sentence's words without its numbering label. */
export function wordsOf({ prose }: ParsedDocument, sentence: Sentence): string {
  return prose.slice(sentence.numbering?.label.end ?? sentence.start, sentence.end).trim();
}

/** Sections without sections below them, with their sentences but for the heading. */
export function leafSections(
  analysis: RuleInput,
): { readonly section: Section; readonly sentences: readonly Sentence[] }[] {
  const { sections, sentences } = analysis.document;
  const parents = new Set(sections.map(({ parent }) => parent));
  const own = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    if (sentence.isHeading) continue;
    const list = own.get(sentence.section);
    if (list) list.push(sentence);
    else own.set(sentence.section, [sentence]);
  }
  return sections
    .filter(({ index, heading }) => heading >= 0 && !parents.has(index))
    .map((section) => ({ section, sentences: own.get(section.index) ?? [] }));
}
