import { categories, message } from '../message';
import { nearestClues, titleSpan } from './clues';
import { shouldBeComplete } from './completeness';
import type { Rule } from './model';
import { excusedBy } from '../suppress/excused';
import { pathwaysByActor } from '../taxonomy/kinds';

/** A text with fewer pathway sentences than this leans to one side by its subject (tried on published policies). */
const leastSentences = 12;
/** A side with less than this share of the pathway sentences has been left out. */
const leastShare = 0.04;

/** PL110: pathways that rest on two of 市场—企业—政府 and leave the third out. */
export const actorImbalance: Rule = {
  id: 'PL110',
  name: 'actor-imbalance',
  title: { zh: '市场—企业—政府失衡', en: 'Market, firm and government out of balance' },
  why: {
    zh: '论文的主线是市场（要素共享）、企业（链条共延）、政府（价值共创）三者合力。路径写了很多，却把其中一方几乎落下，整套安排就少一条腿。全文提示一次，标在标题上。',
    en: 'The paper’s backbone is the joint work of market (sharing of factors), firms (extension of chains) and government (shared value). Many pathways that all but leave one of them out stand on two legs. Once a document, on its title.',
  },
  defaultSeverity: 'hint',
  source:
    '周军、吴红（2025）“路径选择”：依托市场、依托企业、依托政府；门槛为本工具所定（路径句 ≥ 12，一方 < 4%）',
  bad: [
    {
      text: `# 关于促进科技创新的若干措施

企业创新意愿不强，研发投入强度偏低，缺乏专职研发人员。

## 一、强化企业创新主体地位

支持企业牵头组建创新联合体。培育专精特新企业和制造业单项冠军企业。对科技型中小企业实行梯度培育。支持企业建设研发机构。

## 二、加强技术攻关和成果转化

组织关键核心技术攻关。补齐产业链短板。前瞻布局未来产业。建设技术转移机构。培育技术经理人。

## 三、加强政府保障

加大财政科技投入。落实研发费用加计扣除政策。建立部门联动机制。推动创新链产业链资金链人才链深度融合。
`,
      why: {
        zh: '企业、政府两方写了十几句，市场一方（要素流动、引才、科技金融）没有。',
        en: 'A dozen sentences on firms and government, none on the market side.',
      },
    },
  ],
  good: [
    {
      text: `# 关于促进科技创新的若干措施

企业创新意愿不强，研发投入强度偏低，缺乏专职研发人员。

## 一、强化企业创新主体地位

支持企业牵头组建创新联合体。培育专精特新企业和制造业单项冠军企业。对科技型中小企业实行梯度培育。支持企业建设研发机构。

## 二、加强技术攻关和成果转化

组织关键核心技术攻关。补齐产业链短板。前瞻布局未来产业。建设技术转移机构。培育技术经理人。

## 三、加强政府保障

加大财政科技投入。落实研发费用加计扣除政策。建立部门联动机制。

## 四、发展科技金融

扩大知识产权质押贷款规模。设立天使投资基金。引进高层次人才和创新团队。
`,
      why: { zh: '三方都有。', en: 'All three sides are there.' },
    },
  ],
  check(analysis, taxonomy) {
    if (!shouldBeComplete(analysis)) return [];
    const sides = pathwaysByActor(taxonomy.categories);
    if (sides.size < 2) return [];
    const said = analysis.annotations.filter(({ isHeading }) => !isHeading);
    const counts = [...sides].map(([actor, all]) => {
      const own = said.filter(({ category }) => all.includes(category));
      return { actor, all, count: new Set(own.map(({ sentence }) => sentence)).size };
    });
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    if (total < leastSentences) return [];
    const excused = excusedBy(analysis.notApplicable);
    return counts.flatMap(({ actor, all, count }) => {
      const codes = all.filter((code) => !excused.has(code));
      if (count >= leastShare * total || codes.length === 0) return [];
      return [
        {
          ...titleSpan(analysis),
          message:
            count === 0
              ? message('PL110.none', categories([actor]), total, categories(codes))
              : message('PL110.message', categories([actor]), count, total, categories(codes)),
          related: nearestClues(analysis, codes),
          categories: codes,
        },
      ];
    });
  },
};
