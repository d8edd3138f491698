/**
 * Word classes of policy language: what a measure does (verbs) and what it is about (nouns). Pairs of classes in a
 * clause carry over to words that no training text held (建成 + 加速器 as 建设 + 平台). A word belongs to a class by being
 * listed, or by its ending, since Chinese compounds have their head last. Source: the language of official documents
 * and of the field; no class is taken from a single text.
 */

interface WordClass {
  readonly name: string;
  /** Whole words. */
  readonly words: string;
  /** Endings of longer words. */
  readonly endings?: string;
}

export const wordClasses: readonly WordClass[] = [
  // What is done.
  {
    name: 'build',
    words:
      '建设 建立 建成 搭建 设立 组建 成立 创建 打造 新建 共建 筹建 布局 建 构建 设置 扩建 改建 升级 建好 完善 健全 部署 优化',
  },
  {
    name: 'support',
    words:
      '支持 鼓励 扶持 推动 促进 引导 推进 加快 加强 强化 提升 深化 加大 扩大 大力发展 倾斜 帮助 培育 壮大 做强 做大 做优 激发 赋能 助力 提高 增强',
  },
  {
    name: 'attract',
    words:
      '引进 引入 吸引 招引 引育 延揽 集聚 聚集 汇聚 招聘 选聘 聘请 遴选 选拔 选派 引才 招才 引智 招揽 凝聚 造就 聘用 聘任',
  },
  {
    name: 'train',
    words:
      '培养 培训 教育 教学 实训 实习 学习 授课 育人 轮训 研修 进修 讲授 训练 辅导 招生 联合培养 继续教育',
    endings: '培训 培养 教育',
  },
  {
    name: 'research',
    words:
      '研究 研发 研制 攻关 攻克 突破 开发 探索 创制 设计 试验 试制 掌握 科研 实验 验证 研 攻坚 原创 首创 创新',
    endings: '攻关 研发 研究',
  },
  {
    name: 'transfer',
    words:
      '转化 转移 转让 许可 推广 应用 产业化 落地 运用 实施 商业化 孵化 熟化 中试 示范 市场化 交易 工程化 转移转化 推介 路演',
    endings: '转化 产业化',
  },
  {
    name: 'share',
    words:
      '共享 开放 流动 流通 互通 互联 共用 汇聚 整合 统筹 调度 联通 打通 互认 互联互通 开源 配置 盘活 贯通 接入 归集',
    endings: '共享 开放 流动 流通',
  },
  {
    name: 'fund',
    words:
      '资助 补助 补贴 奖励 奖补 投入 拨款 安排 出资 投资 配套 贴息 给予 减免 免征 抵扣 扣除 融资 贷款 放贷 注资 入股 募集 发行 上市 挂牌 补偿 担保 投保 承保',
    endings: '补助 补贴 奖励 融资 投资',
  },
  {
    name: 'cooperate',
    words:
      '合作 协同 联合 对接 联动 协作 交流 互动 合力 结合 融合 融通 会商 协商 衔接 协调 配合 共同 携手 联手 共建 牵头',
    endings: '合作 协同 对接 联动 融合 交流',
  },
  {
    name: 'evaluate',
    words:
      '评价 考核 评估 评审 评定 认定 评选 验收 审计 监督 监测 检查 督查 督导 问责 追责 免责 容错 激励 绩效',
    endings: '评价 考核 评估 评审',
  },
  {
    name: 'regulate',
    words:
      '监管 审批 许可 准入 备案 登记 规范 治理 执法 查处 惩戒 处罚 整治 约束 禁止 立法 修订 制定 出台 颁布 废止 清理 简化 下放 取消 放开 松绑 减负 精简',
    endings: '监管 审批 执法',
  },
  {
    name: 'reform',
    words: '改革 试点 先行先试 探索 赋权 放权 赋予 授权 破除 打破 消除 破解 解决 完善 健全 转变 转型 一体化',
    endings: '改革',
  },
  {
    name: 'protect',
    words: '保护 维权 维护 保障 防范 防控 化解 预警 处置 应对 规避 分担 分散 兜底',
    endings: '保护',
  },
  { name: 'serve', words: '服务 咨询 代办 办理 受理 提供 帮办 便利 代理 中介 撮合', endings: '服务' },
  {
    name: 'coordinate',
    words: '统筹 协调 督促 落实 组织 领导 部署 推进 联席 会商 决策 谋划 分工 负责 牵头 会同 指导',
    endings: '协调',
  },
  { name: 'internationalAct', words: '出海 走出去 引进来 进口 出口 通关 签证 参展 参与 主办 拓展 开拓 接轨' },
  {
    name: 'lack',
    words:
      '缺乏 缺少 缺失 不足 短缺 匮乏 欠缺 稀缺 紧缺 缺口 空白 不够 不多 偏少 较少 太少 过少 很少 没有 尚无 未有 奇缺 缺位 无 少 缺',
    endings: '不足 缺失',
  },
  {
    name: 'weak',
    words:
      '薄弱 较弱 偏弱 不强 不高 偏低 较低 低下 落后 滞后 差距 较差 欠佳 不佳 低端 中低端 粗放 低水平 不大 弱 差 低 缓慢 不优 有限 不突出 不深 不实',
    endings: '薄弱 滞后',
  },
  {
    name: 'blocked',
    words:
      '不畅 脱节 割裂 阻碍 障碍 壁垒 孤岛 分割 分散 碎片化 各自为政 两张皮 不通 梗阻 堵点 断点 卡点 错配 失衡 不匹配 不对称 不协调 不衔接 隔阂 封闭 制约 束缚 限制 掣肘 瓶颈 难以 困难 难 失灵 不顺 困境 症结',
    endings: '障碍 壁垒 瓶颈 困境',
  },
  { name: 'depend', words: '依赖 受制于人 卡脖子 进口 依存度 垄断 断供 封锁 受制 被动 对外' },
  {
    name: 'unreasonable',
    words:
      '不合理 不完善 不健全 不到位 不科学 不规范 不统一 不清 不明 僵化 繁琐 单一 片面 过度 过多 过于 盲目 急功近利 浮躁 唯 雷同 同质化 重复 低效 浪费 混乱 模糊 不一致 异化 泛滥',
    endings: '不合理 不完善 不健全',
  },
  { name: 'unwilling', words: '不愿 不敢 不想 不会 积极性 意愿 动力 主动性 热情 消极 观望 畏难' },
  {
    name: 'less',
    words:
      '仅 仅为 仅占 只有 不到 低于 不及 下降 减少 尚未 未能 远低于 落后于 尚 未 不能 无法 难于 下滑 萎缩 占比',
  },
  // What it is about.
  {
    name: 'platform',
    words:
      '平台 载体 基地 中心 园区 孵化器 众创空间 加速器 实验室 研究院 工作站 试验场 科技园 产业园 示范区 工程中心 创新港 楼宇 科学城 飞地 综合体 驿站 基础设施 装置 大科学装置 设施',
    endings:
      '平台 中心 基地 园区 园 实验室 研究院 孵化器 空间 加速器 工作站 示范区 试验区 设施 装置 站 院 所',
  },
  {
    name: 'talent',
    words:
      '人才 团队 专家 科学家 院士 博士 博士后 工程师 领军 留学人员 青年 技工 技师 工匠 科研人员 科技人员 教师 学者 人员 队伍 骨干 劳动者 研究生 毕业生 学生 外国专家 带头人 经理人 特派员 教授 研究员',
    endings: '人才 团队 专家 工程师 科学家 人员 队伍 工匠 经理人 特派员 师 家 者',
  },
  {
    name: 'benefits',
    words:
      '待遇 薪酬 工资 住房 公寓 安家 子女 入学 就医 医疗 社保 户口 落户 津贴 股权 期权 分红 奖金 生活 家属 配偶 补贴 收入 报酬 荣誉 休假 体检 优待 安居 租房 购房 养老',
    endings: '待遇 津贴 住房 补贴',
  },
  {
    name: 'title',
    words:
      '职称 学历 论文 奖项 帽子 资历 代表作 编制 岗位 聘期 绩效 薪酬 职务 头衔 身份 称号 SCI 五唯 四唯 唯论文 同行 指标',
    endings: '职称',
  },
  {
    name: 'discipline',
    words:
      '学科 专业 课程 教材 学院 职业院校 高职 研究生 本科 校企 产教 学位 师资 教学 大学生 产业学院 现代学徒 职业技能',
    endings: '专业 学科 课程 学院',
  },
  {
    name: 'mobility',
    words:
      '兼职 离岗 离岸 柔性 双向 挂职 流动 双聘 科技副总 产业教授 旋转门 互派 交流 创办 基层 欠发达 返岗 引流 候鸟 周末工程师',
  },
  {
    name: 'technology',
    words:
      '技术 装备 材料 芯片 软件 算法 器件 工艺 零部件 系统 设备 模型 操作系统 集成电路 传感器 机器人 新药 疫苗 品种 大模型 仪器 元器件 关键 核心 共性 前沿 颠覆性 基础 卡脖子 首台套 样机 产品 原型 配方 试剂 原材料 光刻机 发动机 轴承 电池 基因 量子',
    endings: '技术 装备 材料 芯片 软件 算法 器件 工艺 零部件 系统 设备 模型 机器人 药物 元件 仪器 机床',
  },
  {
    name: 'basic',
    words:
      '基础研究 基础理论 原始创新 原创 源头 科学问题 前沿 自由探索 理论 学术 基础学科 交叉 机理 应用基础研究 从0到1 数学 物理 化学',
  },
  {
    name: 'industry',
    words:
      '产业 行业 制造业 产业化 新兴产业 未来产业 战略性 支柱产业 先进制造业 人工智能 生物医药 新能源 新材料 集成电路 氢能 低空经济 量子信息 航空航天 海洋 机器人 数字经济 新一代 智能制造 生物制造 脑机接口 元宇宙 储能 车联网 卫星 赛道',
    endings: '产业 制造业 制造 经济',
  },
  {
    name: 'chain',
    words:
      '产业链 供应链 创新链 资金链 人才链 价值链 链条 集群 生态 共同体 生态圈 体系 全链条 链主 上下游 补链 强链 延链 固链 韧性 自主可控 高地 增长极 走廊 协作区 集聚区 园区',
    endings: '链 集群 生态 共同体 高地 集聚区 生态圈',
  },
  {
    name: 'firm',
    words:
      '企业 公司 龙头 骨干 民营企业 中小企业 小微企业 高新技术企业 科技型 专精特新 小巨人 单项冠军 独角兽 瞪羚 国有企业 央企 国企 厂商 企业家 链主 雏鹰 初创 上市公司 主体 创新主体 联合体 市场主体',
    endings: '企业 公司 厂商 主体 冠军 联合体',
  },
  {
    name: 'university',
    words:
      '高校 大学 院校 学校 高等学校 科研院所 科研机构 研究所 科学院 研究机构 院所 科研单位 事业单位 学院 医院',
    endings: '高校 院所 大学 院校 研究所',
  },
  {
    name: 'government',
    words:
      '政府 部门 财政 中央 地方 省级 市级 各级 国务院 发改委 科技部 工信部 财政部 主管部门 行政 政务 人民政府 管委会 税务 区县',
    endings: '部门 局 委 厅 政府',
  },
  {
    name: 'finance',
    words:
      '金融 银行 贷款 信贷 股权 债券 基金 创投 风投 天使 资本 证券 上市 科创板 北交所 质押 融资 投贷 租赁 私募 社会资本 投资者 投资机构 金融机构 资本市场 耐心资本 授信 票据 并购 IPO 投资 存款 利率 信用贷款',
    endings: '金融 贷款 信贷 基金 债券 资本 融资 贷 板',
  },
  {
    name: 'risk',
    words:
      '风险 担保 保险 再担保 补偿 信用 征信 失信 违约 代偿 不良 坏账 尽职免责 预警 风险池 反担保 理赔 损失 容忍度 稳定',
    endings: '风险 担保 保险 补偿',
  },
  {
    name: 'fiscal',
    words:
      '财政 专项资金 经费 预算 税收 税 加计扣除 所得税 增值税 关税 政府采购 首购 订购 创新券 引导基金 万元 亿元 资金 奖补 拨款 补助 政府投资',
    endings: '资金 经费 税 预算',
  },
  {
    name: 'rule',
    words:
      '制度 法规 法律 条例 标准 政策 规则 规定 办法 细则 清单 机制 体制 目录 立法 产权 知识产权 专利 商标 版权 营商环境 准入 市场准入 公平竞争 负面清单 反垄断 规章',
    endings: '制度 法规 标准 政策 规则 条例 机制 清单 细则 目录',
  },
  {
    name: 'property',
    words:
      '知识产权 专利 成果 产权 商标 著作权 职务成果 使用权 所有权 收益 权属 作价 技术合同 技术市场 技术交易 成果库 专利池 开放许可 收益权 处置权 净收入 科技成果',
    endings: '成果 专利 产权 收益 权',
  },
  {
    name: 'data',
    words:
      '数据 算力 场景 算法 数据集 信息 数据库 云 大数据 数据要素 公共数据 语料 模型库 仪器设备 科学仪器 大型仪器 文献 样本 种质 资源 要素 图谱 接口',
    endings: '数据 场景 算力 数据库 资源 信息 要素',
  },
  {
    name: 'demand',
    words:
      '需求 市场 供需 供给 用户 订单 消费 选题 课题 应用 痛点 难题 揭榜 榜单 技术需求 企业需求 市场需求 消费者 题目 出题',
    endings: '需求 供给 难题 榜单',
  },
  {
    name: 'project',
    words:
      '项目 计划 工程 专项 课题 任务 行动 重大专项 重点研发 揭榜挂帅 赛马 立项 指南 首席 包干制 经费 间接费用 预算 结余',
    endings: '专项 项目 计划 工程 课题 行动',
  },
  {
    name: 'policyLink',
    words:
      '部门联动 央地 省市 区域 跨部门 联席会议 专班 跨区域 一体化 协同 京津冀 长三角 大湾区 成渝 部省 市县 上下联动 一致性 取向 评估 衔接 配套 顶层设计 规划 飞地 对口 毗邻',
    endings: '规划',
  },
  {
    name: 'foreign',
    words:
      '国际 全球 海外 境外 跨国 外资 外商 国外 世界 跨境 进口 出口 一带一路 离岸 港澳 国别 双边 多边 海关 外籍 外国 欧盟 美国 德国 日本 东盟 外企 涉外',
    endings: '国际',
  },
  {
    name: 'incentive',
    words:
      '激励 奖励 松绑 减负 自主权 容错 免责 放权 科研诚信 诚信 信任 长周期 包干 考核 绩效 作风 学风 学术 伦理 科学共同体 学会',
    endings: '自主权',
  },
  {
    name: 'intermediary',
    words:
      '中介 技术转移 技术经理人 经纪人 协会 商会 联盟 学会 服务机构 代理 交易所 行业协会 检验检测 认证 计量 咨询 公共服务',
    endings: '协会 联盟 学会 机构 商会',
  },
  // What is none of our business.
  {
    name: 'environment',
    words:
      '环境 生态 污染 排放 垃圾 废物 水质 大气 土壤 绿色 低碳 节能 减排 碳 回收 固废 环保 降碳 河湖 森林 湿地 自然保护 耕地',
    endings: '污染 废物 排放',
  },
  {
    name: 'health',
    words: '医疗 卫生 疾病 患者 医生 药品 诊疗 疫情 防疫 健康 养老 托育 护理 病房 门诊 残疾人 殡葬',
  },
  {
    name: 'life',
    words:
      '就业 社保 居民 农民 农村 乡村 扶贫 住房 教育 义务教育 幼儿园 小学 中学 文化 旅游 体育 景区 游客 交通 公路 航空 航班 机场 铁路 消防 安全生产 物业 社区 婚姻 食品 粮食 房地产 救助 低保 供水 燃气',
  },
  {
    name: 'ideology',
    words:
      '思想 精神 全会 党中央 习近平 新时代 社会主义 贯彻 学习 领会 指导 原则 方针 旗帜 使命 复兴 初心 政治 党 党组织 党建 人民 总书记 决策 部署',
  },
  {
    name: 'statistic',
    words:
      '同比 增长 占 比重 亿元 万家 位居 排名 百分点 平均 年均 累计 总额 规模 达 达到 个 家 项 件 倍 % 突破 完成',
  },
  {
    name: 'study',
    words:
      '研究 本文 文献 样本 变量 模型 分析 方法 数据 学者 理论 概念 内涵 假设 回归 指数 问卷 访谈 图 表 结果 显示 表明 认为 指出 定义 例如 案例 指标',
  },
  {
    name: 'duty',
    words:
      '负责 应当 不得 本条例 本办法 规定 申请 审核 材料 公示 期限 责任 处分 罚款 施行 解释 附件 条款 提交 受理 程序 备案 许可证 证书 申报 表',
  },
];

/** Fewest characters of a word that may belong to a class by its ending alone. */
const leastByEnding = 3;
const longestEnding = 3;
const noClasses: readonly number[] = [];

/** Word → numbers of its classes. Endings are tried for words that are not listed. */
export class WordClassifier {
  private readonly listed = new Map<string, number[]>();
  private readonly endings = new Map<string, number[]>();

  constructor() {
    wordClasses.forEach(({ words, endings }, number) => {
      for (const word of words.split(' ')) add(this.listed, word, number);
      for (const ending of endings?.split(' ') ?? []) add(this.endings, ending, number);
    });
  }

  classesOf(word: string): readonly number[] {
    const listed = this.listed.get(word);
    if (listed) return listed;
    if (word.length < leastByEnding) return noClasses;
    for (let length = Math.min(longestEnding, word.length - 1); length >= 1; length--) {
      const numbers = this.endings.get(word.slice(-length));
      if (numbers) return numbers;
    }
    return noClasses;
  }
}

function add(map: Map<string, number[]>, word: string, number: number): void {
  const list = map.get(word);
  if (list) {
    if (!list.includes(number)) list.push(number);
  } else map.set(word, [number]);
}
