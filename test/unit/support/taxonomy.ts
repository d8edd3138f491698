import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import type { Taxonomy } from '../../../src/core/taxonomy/model';

/**
 * A small taxonomy with plain words, so that tests of features depend on no trained weight. One phrase is one tag:
 * 没平台 → P1.1, 没人才 → P1.2, 建平台 → S1.1, 引人才 → R1.2, 给补贴 → S3.1, 放贷款 → R1.3, 做转化 → R2.3.
 */
const source = `
id: small
version: 1.0.0
title: { zh: 小体系, en: Small }
reference: none
categories:
  - { code: P1, name: { zh: 不全, en: Incomplete }, definition: { zh: 条件不全。, en: Incomplete. }, section: 现实问题 1 }
  - code: P1.1
    name: { zh: 设施瓶颈, en: Facilities }
    definition: { zh: 平台不够。, en: Too few platforms. }
    section: 现实问题 1
    model: 没平台。
    indicators: [{ id: no-platform, zh: 没有平台, en: No platform, strength: strong, phrases: [没平台] }]
  - code: P1.2
    name: { zh: 人才鸿沟, en: Talent gap }
    definition: { zh: 人才不够。, en: Too few people. }
    section: 现实问题 1
    model: 没人才。
    indicators: [{ id: no-talent, zh: 没有人才, en: No talent, strength: strong, phrases: [没人才] }]
  - { code: R1, name: { zh: 要素共享, en: Sharing }, definition: { zh: 共享。, en: Sharing. }, section: 路径选择 1, backbone: A1 }
  - code: R1.2
    name: { zh: 人才引育, en: Talent }
    definition: { zh: '引进[人才](command:evil)。', en: Attract talent. }
    section: 路径选择 1
    backbone: A1
    model: 引人才。
    why: { zh: 没有人就没有创新。, en: No people means no innovation. }
    drafts:
      - { zh: 引才, en: Attract, body: '由\${1:市委人才办}牵头引进\${2:20}名人才。' }
      - { zh: 揭榜, en: Calls, body: '每年张榜\${1:10}项需求。' }
    indicators:
      - { id: talent, zh: 引进人才, en: Attract talent, strength: strong, phrases: [引人才] }
      - { id: call, zh: 揭榜挂帅, en: Open calls, strength: strong, instrument: true, phrases: [揭榜挂帅] }
      - { id: race, zh: 赛马制, en: Races, strength: strong, instrument: true, phrases: [赛马机制] }
  - code: R1.3
    name: { zh: 科技金融, en: Finance }
    definition: { zh: 金融。, en: Finance. }
    section: 路径选择 1
    backbone: A1
    supplement: true
    model: 放贷款。
    why: { zh: 钱。, en: Money. }
    drafts: [{ zh: 扩大贷款, en: Loans, body: '扩大\${1:信用}贷款，到\${2:2027}年达到\${3:10}亿元。' }]
    indicators: [{ id: loan, zh: 贷款, en: Loans, strength: strong, instrument: true, phrases: [放贷款] }]
  - { code: R2, name: { zh: 链条共延, en: Chains }, definition: { zh: 链条。, en: Chains. }, section: 路径选择 2, backbone: A2 }
  - code: R2.3
    name: { zh: 技术转移与成果转化, en: Transfer }
    definition: { zh: 转化。, en: Transfer. }
    section: 路径选择 2
    backbone: A2
    model: 做转化。
    why: { zh: 成果要落地。, en: Results must be used. }
    drafts: [{ zh: 转化, en: Transfer, body: '培育技术经理人\${1:100}名。' }]
    indicators:
      - { id: transfer, zh: 转化, en: Transfer, strength: strong, phrases: [做转化] }
      - { id: manager, zh: 技术经理人, en: Managers, strength: strong, instrument: true, phrases: [技术经理人] }
  - { code: S1, name: { zh: 体制机制, en: Institutions }, definition: { zh: 体制。, en: Institutions. }, section: 政策保障 1 }
  - code: S1.1
    name: { zh: 服务体系, en: Services }
    definition: { zh: 平台。, en: Platforms. }
    section: 政策保障 1
    model: 建平台。
    why: { zh: 平台是底座。, en: Platforms carry the rest. }
    drafts: [{ zh: 平台, en: Platform, body: '建设\${1:中试}平台\${2:3}个。' }]
    indicators: [{ id: platform, zh: 建设平台, en: Build platforms, strength: strong, phrases: [建平台] }]
  - { code: S3, name: { zh: 人才环境, en: Environment }, definition: { zh: 环境。, en: Environment. }, section: 政策保障 3 }
  - code: S3.1
    name: { zh: 引进与激励, en: Benefits }
    definition: { zh: 待遇。, en: Benefits. }
    section: 政策保障 3
    model: 给补贴。
    why: { zh: 待遇留人。, en: Benefits keep people. }
    drafts: [{ zh: 补贴, en: Subsidy, body: '给予\${1:50}万元补贴。' }]
    indicators: [{ id: benefit, zh: 补贴, en: Subsidy, strength: strong, phrases: [给补贴] }]
  - code: A1
    name: { zh: 市场, en: Market }
    definition: { zh: 市场。, en: Market. }
    section: 路径选择 1
    model: 市场。
    indicators: [{ id: market, zh: 市场, en: Market, strength: strong, phrases: [市场机制] }]
  - code: A2
    name: { zh: 企业, en: Firms }
    definition: { zh: 企业。, en: Firms. }
    section: 路径选择 2
    model: 企业。
    indicators: [{ id: firm, zh: 企业, en: Firms, strength: strong, phrases: [龙头企业] }]
  - code: A3
    name: { zh: 政府, en: Government }
    definition: { zh: 政府。, en: Government. }
    section: 路径选择 3
    model: 政府。
    indicators: [{ id: bureau, zh: 部门, en: Departments, strength: strong, phrases: [市科技局] }]
links:
  - { problem: P1.1, primary: [S1.1], related: [R1.3] }
  - { problem: P1.2, primary: [R1.2, S3.1], related: [] }
`;

let small: Taxonomy | null = null;

/** The small taxonomy; throws where it does not load, with the reasons. */
export function smallTaxonomy(): Taxonomy {
  if (!small) {
    const { value, problems } = loadTaxonomy([{ name: 'small.yaml', text: source }]);
    if (!value) throw new Error(JSON.stringify(problems, null, 1));
    small = value;
  }
  return small;
}

/** The small taxonomy's source, for servers that load it themselves. */
export const smallTaxonomySource = source;
