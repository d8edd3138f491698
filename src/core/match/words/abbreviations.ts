import { longFormsOf } from './longForms';

/**
 * Short forms of official language, and the words of what they are short for. Only such as are hardly ever anything
 * else where they are a word by themselves, and that do not explain themselves by their parts (科技贷, 首台套).
 */
const longForms = `
国重 国家 重点 实验室
省重 省 重点 实验室
国创 国家 技术创新
技创 技术创新
新研 新型 研发
产研院 产业 技术 研究院
工研院 工业 技术 研究院
博后 博士后
大仪 大型 科学仪器
智算 智能 算力
超算 算力
双创 创新 创业
成转 成果 转化
科转 科技成果 转化
技转 技术 转移
知产 知识产权
科服 科技 服务
科服业 科技 服务业
三首 首台 套 首批 次 首 版次
工软 工业 软件
智造 智能 制造
科小 科技型 中小企业
科企 科技 企业
外企 外资 企业
引企 引进 企业
助企 帮助 企业
产投 产业 投资 基金
风投 风险投资
科创贷 科技 贷款
首贷 首次 贷款
政采 政府 采购
政采贷 政府 采购 贷款
融担 融资 担保
科金 科技 金融
政银企 政府 银行 企业 对接
政银担 政府 银行 担保
政银保 政府 银行 保险
银担 银行 担保
政企 政府 企业
院企 院所 企业
院地 院所 地方
校地 高校 地方
地校 地方 高校
产学 产学研
央地 中央 地方
三评 项目 评审 人才 评价 机构 评估
四唯 唯 论文 唯 职称 唯 学历 唯 奖项
五唯 唯 论文 唯 帽子 唯 职称 唯 学历 唯 奖项
三链 创新 链 产业链 资金 链
四链 创新 链 产业链 资金 链 人才 链
五链 创新 链 产业链 资金 链 人才 链
延链 延伸 产业链
固链 巩固 产业链
稳链 稳定 产业链
建链 建设 产业链
畅链 畅通 产业链
产才 产业 人才
育才 培育 人才
聚才 集聚 人才
留才 留住 人才
招才 招引 人才
选才 选拔 人才
引智 引进 人才
双招 招商 招引 人才
双引 引进 资金 引进 人才
培引 培养 引进
引资 引进 资金
海归 留学 人员 回国
外专 外国 专家
杰青 优秀 青年 人才
优青 优秀 青年 人才
卓工 卓越 工程师
`;

const wordsOf = longFormsOf(longForms);

/** The short forms. */
export const abbreviations: readonly string[] = [...wordsOf.keys()];

/**
 * The words of a short form's long form, in order: 国重 is 国家, 重点 and 实验室. Null where it is none, or where not
 * all of them are known.
 *
 * @param token One that the model does not know.
 * @param isKnown Whether the model knows a word.
 */
export function wordsOfAbbreviation(
  token: string,
  isKnown: (word: string) => boolean,
): readonly string[] | null {
  const words = wordsOf.get(token);
  return words?.every(isKnown) ? words : null;
}
