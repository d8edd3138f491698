import { cuesOf } from '../match/stance/cues';

/** Names of those who can be held to a measure; the market (A1) is none of them. */
const bodies =
  '人民政府|政府|国务院|党委|党组|委员会|管委会|办公室|科创办|领导小组|部门|主管部门|[一-龥]{1,8}[厅局委办部署院]|法院|检察院|海关|银行|证监会|交易所|高校|大学|学院|学校|研究院|研究所|院所|科研机构|科研单位|实验室|中心|企业|公司|集团|机构|单位|协会|商会|学会|联盟|工商联|科协|园区|开发区|高新区|自贸区|示范区|基金|医院|工会|共青团';

/** 由市科技局牵头 · 市科技局会同 … · 责任单位：… · （省科技厅负责）. */
const assigned = new RegExp(
  [
    `由[^，。；]{1,40}(?:牵头|负责|会同|组织|承担|实施|召集|承办|建设|制定|提出)`,
    '(?:责任|牵头|主办|承办|配合|实施|主管)(?:单位|部门|主体)',
    `[（(][^（）()。]{2,120}(?:负责|牵头|配合|按职责|分工)[^（）()。]{0,20}[）)]`,
    `(?:${bodies})(?:会同|联合(?!的)|牵头|负责|应当|要|须|可以|不得|按照|每年|每季度|每月)`,
  ].join('|'),
);

/** Who is named behind these is whom a measure is for. */
const supports = /^(?:支持|鼓励|引导)/;

/** A clause whose subject is a body, followed by what it is to do: 市财政局从2026年起每年安排…… */
const subject = new RegExp(
  `^[^，。；：]{0,14}?(?:${bodies})(?=(?:等|有关|相关)?(?:部门|单位)?(?:从|自|每|将|要|应|会同|可|须|不得|牵头|负责|联合|组织|建|设|制|编|安排|出台|推|支持|鼓励|引导|加|完善|健全|开展|实施|给|对|为|按|把|依|定期|统筹|研究|发布|公布|提供|选派|承担|参与|落实|做好|办理|三年|两年|年内|、|和|与|及))`,
);

/** Words of measures that are nouns as well, and may name whoever acts: 创新中心负责……, 合作单位按照……. */
const nounsToo = /^(?:创新|研发|转化|攻关|合作|联合|开放|保障|规范|激励|培训|试点|投入|支撑|要|将)$/;
const verbs = [...cuesOf('measure'), ...cuesOf('resolve')].filter((word) => !nounsToo.test(word));

/** A clause that begins like this has its measure's object where a subject would stand: 支持企业牵头……, 遴选企业建设……. */
const objectFirst = new RegExp(
  `^(?:[一二三四五六七八九十]+是)?(?:(?:进一步|不断|持续|切实|着力|大力|全面|深入|积极|扎实)+)?(?:${verbs.join('|')})|${
    /^(?:[一二三四五六七八九十]+是)?(?:每|面向|支持|鼓励|引导|推动|促进|加强|加快|加大|强化|完善|健全|深化|优化|提升|提高|建设|建立|建成|构建|培育|培养|发挥|发展|落实|探索|开展|实施|组织|围绕|聚焦|依托|对|向|以|在|从|把|将|为|按|根据|统筹|整合|打造|推进|推行|推广|打通|打破|拓展|扩大|吸引|引进|允许|赋予|给予|设立|制定|编制|出台|改革|实行|扎实|积极|大力|着力|进一步|不断|持续|通过|利用|坚持|突出|改造|畅通|攻克|办好)/
      .source
  }`,
);

/**
 * Whether a sentence says who is to act: by an assignment, or by its subject. 支持企业…… names whom a measure is
 * for, not who takes it.
 */
export function namesActor(text: string): boolean {
  if (assigned.test(text)) return !supports.test(text) || /责任单位|牵头单位|负责[）)]/.test(text);
  return text
    .split(/[，：]/)
    .some((clause) => !objectFirst.test(clause.trim()) && subject.test(clause.trim()));
}

/** Whether the words above a list of items say who is to see to all of them. */
export function assignsAll(text: string): boolean {
  return assigned.test(text) && !supports.test(text);
}

/** Whether a paragraph is nothing but an assignment: （责任单位：市科技局）, 责任单位：市科技局. */
export function isAssignment(paragraph: string): boolean {
  return (
    /^[（(【[]?(?:责任|牵头|主办|承办|实施|主管)(?:单位|部门|主体)?[：:][^。]{2,200}$/.test(paragraph) &&
    assigned.test(paragraph)
  );
}
