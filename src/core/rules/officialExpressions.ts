/** An official expression and forms in which it is often mis-cited. */
export interface OfficialExpression {
  readonly right: string;
  /** Exact wrong forms; each differs from every correct expression we know of. */
  readonly wrong: readonly string[];
  /** Where the right form stands. */
  readonly source: string;
  /** True where the wrong forms are everyday words, and only count in quotation marks beside another such expression. */
  readonly quotedOnly?: boolean;
}

const outline = '《中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要》';
const decision = '《中共中央关于进一步全面深化改革、推进中国式现代化的决定》（2024年）';
const gradient = '《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号）';
const paper = '周军、吴红（2025），《求是学刊》第3期';

/**
 * Official expressions with near misses. Only forms that are wrong in every context are listed; whoever adds one
 * names the document in which the right form stands.
 */
export const officialExpressions: readonly OfficialExpression[] = [
  {
    right: '揭榜挂帅',
    wrong: ['接榜挂帅', '揭榜挂师', '挂帅揭榜', '揭榜卦帅', '揭傍挂帅', '榜单挂帅'],
    source: outline,
  },
  {
    right: '专精特新',
    wrong: ['专新特精', '专精新特', '专特精新', '精专特新', '专精特薪', '专精尖新'],
    source: gradient,
  },
  {
    right: '专精特新“小巨人”企业',
    wrong: ['专精特新“小巨头”', '专精特新小巨头', '专精特新“巨人”企业'],
    source: gradient,
  },
  {
    right: '制造业单项冠军',
    wrong: ['制造业单打冠军', '制造业单项冠军军', '制造业单向冠军', '制造业单项管军'],
    source: outline,
  },
  { right: '国家战略科技力量', wrong: ['国家科技战略力量', '国家战略性科技力量'], source: outline },
  { right: '新型举国体制', wrong: ['新型举国机制', '新兴举国体制', '新式举国体制'], source: outline },
  { right: '科技自立自强', wrong: ['科技自强自立', '科技自力自强', '科技自立自主'], source: outline },
  { right: '科教兴国战略', wrong: ['科技兴国战略', '科教强国战略'], source: outline },
  {
    right: '创新驱动发展战略',
    wrong: ['创新发展驱动战略', '创新驱动型发展战略', '驱动创新发展战略'],
    source: outline,
  },
  { right: '关键核心技术', wrong: ['核心关键技术'], source: outline },
  { right: '卡脖子', wrong: ['掐脖子', '卡脖颈', '卡膊子', '扼脖子'], source: outline },
  {
    right: '大众创业、万众创新',
    wrong: ['万众创业、大众创新', '大众创新、万众创业', '万众创业大众创新', '大众创新万众创业'],
    source: '《关于大力推进大众创业万众创新若干政策措施的意见》（国发〔2015〕32号）',
  },
  {
    right: '众创空间',
    wrong: ['众创空问', '众创新空间', '群众创业空间'],
    source: '《关于发展众创空间推进大众创新创业的指导意见》（国办发〔2015〕9号）',
  },
  {
    right: '科技特派员',
    wrong: ['科技特派人员', '科技特别派员', '科技特遣员'],
    source: '《关于深入推行科技特派员制度的若干意见》（国办发〔2016〕32号）',
  },
  {
    right: '新型研发机构',
    wrong: ['新兴研发机构', '新形研发机构'],
    source: '《关于促进新型研发机构发展的指导意见》（国科发政〔2019〕313号）',
  },
  {
    right: '高新技术企业',
    wrong: ['高新科技企业', '高薪技术企业', '高新技术产业企业'],
    source: '《高新技术企业认定管理办法》（国科发火〔2016〕32号）',
  },
  {
    right: '科技型中小企业',
    wrong: ['科技性中小企业', '科技形中小企业'],
    source: '《科技型中小企业评价办法》（国科发政〔2017〕115号）',
  },
  {
    right: '首台（套）',
    wrong: ['首套（台）', '首台(套)套', '首（台）套', '首（台套）'],
    source: '《关于促进首台（套）重大技术装备示范应用的意见》（发改产业〔2018〕558号）',
  },
  {
    right: '研发费用加计扣除',
    wrong: ['研发费用加计抵扣', '研发费用加计抵减', '研发费用加记扣除', '研发费用加倍扣除'],
    source: '《中华人民共和国企业所得税法》第三十条',
  },
  {
    right: '知识产权质押',
    wrong: ['知识产权抵押', '知识产权质抵押'],
    source: '《中华人民共和国民法典》第四百四十条（知识产权设定的是质权）',
  },
  {
    right: '职务科技成果',
    wrong: ['职务性科技成果', '职务科研科技成果', '职位科技成果'],
    source: '《中华人民共和国促进科技成果转化法》第二条',
  },
  {
    right: '新质生产力',
    wrong: ['新制生产力', '新质量生产力', '新质生产率', '新智生产力', '新质产生力'],
    source: decision,
  },
  { right: '耐心资本', wrong: ['耐性资本', '耐心资木'], source: decision },
  { right: '概念验证', wrong: ['概念认证', '概念验收中心'], source: decision },
  { right: '中试', wrong: ['中式平台', '中式基地', '中式验证', '中式熟化'], source: decision },
  { right: '技术经理人', wrong: ['技术经济人', '技术经理入', '技术经纪经理人'], source: decision },
  { right: '尽职免责', wrong: ['尽责免职', '尽职免职'], source: decision },
  { right: '放管服', wrong: ['管放服', '放服管', '放管伏'], source: outline },
  { right: '包容审慎监管', wrong: ['包容谨慎监管', '审慎宽容监管'], source: outline },
  { right: '京津冀协同发展', wrong: ['京津冀协调发展', '津京冀协同发展', '京冀津协同发展'], source: outline },
  { right: '粤港澳大湾区', wrong: ['粤澳港大湾区', '港粤澳大湾区', '奥港澳大湾区'], source: outline },
  {
    right: '成渝地区双城经济圈',
    wrong: ['成渝地区双城经济区', '成渝地区双城经济带', '渝成地区双城经济圈'],
    source: outline,
  },
  { right: '要素共享', wrong: ['要素同享', '要素共亨', '要素公享'], source: `${paper}，“路径选择”` },
  {
    right: '链条共延',
    wrong: ['链条共沿', '链条同延', '链条共廷', '链条共言'],
    source: `${paper}，“路径选择”`,
  },
  { right: '价值共创', wrong: ['价值共刨', '价值同创', '价值共闯'], source: `${paper}，“路径选择”` },
  {
    right: '融合不全',
    wrong: ['融合不完全', '融合不齐', '融合不足'],
    source: `${paper}，“现实问题”`,
    quotedOnly: true,
  },
  {
    right: '融合不深',
    wrong: ['融合不够深', '融合不深入', '融合度不深'],
    source: `${paper}，“现实问题”`,
    quotedOnly: true,
  },
  {
    right: '融合不畅',
    wrong: ['融合不通', '融合不通畅', '融合不顺'],
    source: `${paper}，“现实问题”`,
    quotedOnly: true,
  },
];
