import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, createEnvironment } from '../../../src/core/analyze';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import { tokenizer } from '../support/tokenizer';

const environment = createEnvironment(builtinTaxonomy(), tokenizer, null);
const check = (text: string, format: 'plain' | 'markdown' = 'plain') =>
  analyze(text, format, environment).checked;
const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');

/** Chinese that is no policy text, each with words that policy texts use, too. */
const others: Record<string, string> = {
  'a software readme':
    '# 数据同步工具\n\n本项目是一个轻量的数据同步工具，支持多种数据库之间的增量同步。安装前请先确认已经安装运行环境。配置文件位于同名目录，字段说明见下表。如果同步失败，请查看日志文件并提交问题。我们欢迎任何形式的贡献，包括修复缺陷、补充文档、增加测试。提交代码前请运行单元测试。插件机制允许你扩展数据源，每个插件实现统一的接口即可。性能方面，单线程每秒可以处理两万条记录，多线程模式下吞吐量随核数增长。',
  'a technical blog':
    '这篇文章介绍我们团队如何把推荐系统迁移到新的平台。去年，旧平台的算法更新很慢，一次模型上线要两周。我们首先梳理了数据流，把特征存储统一到一个数据库里，然后引入了在线学习框架。训练任务跑在自建的集群上，调度用的是开源软件。上线之后，点击率提升了三个点，延迟下降一半。期间也踩了不少坑，比如时区处理、缓存穿透、灰度发布时的版本不一致。最后谈谈经验：工具不是越新越好，关键是团队能维护。',
  'a story':
    '雨下了一整夜，老屋的瓦缝里渗出水来，滴在搪瓷盆里，叮叮当当。祖母坐在灶前，往火里添了一根松枝，火光映着她的脸。她说，你爷爷走的那年，也是这样的雨。我没有说话，只是把湿了的鞋子放到火边去烤。窗外有人喊我的名字，是隔壁的阿水，他要去镇上卖鱼，问我要不要一起。我披上蓑衣出了门，石板路滑得厉害，远处的山被雾遮住，只露出一点青黑的脊背。',
  'a match report':
    '昨晚的比赛在主场进行，双方在上半场踢得十分谨慎。第六十三分钟，队长利用一次角球机会头球破门，全场观众沸腾。客队随后换上两名前锋加强进攻，但主队门将表现出色，多次化解险情。终场前三分钟，替补上场的小将单刀得手，把比分锁定为二比零。赛后主教练表示，球队会继续保持状态，争取在下一轮客场拿分。',
  'a company profile':
    '本公司成立于二〇〇九年，主要产品有家用净水器、空气净化器和厨房小家电，产品销往三十多个国家。公司拥有两个工厂和一个研发中心，员工八百多人。去年销售额十二亿元，其中线上渠道占六成。我们坚持质量第一，所有产品出厂前要经过四十八小时老化测试。客服热线全年无休，购买七天内可以无理由退货。今年计划推出三款新品，并扩建仓库。',
  'a school notice':
    '学校下周一举行开学典礼，请各班同学提前十分钟到操场集合。典礼之后照常上课，课程表见公告栏。住校生周日下午三点起可以入住，宿舍钥匙到一楼值班室领取。食堂新增了两个窗口，饭卡可以在手机上充值。请家长按时接送孩子，车辆不要停在校门口。图书馆本周闭馆整理，下周三恢复开放。',
  'a lease':
    '租赁合同一式两份，甲乙双方各执一份。租期一年，自签字之日起计算，租金每月三千元，押一付三，乙方应在每月五日之前支付。房屋内家具家电由乙方保管，损坏照价赔偿。未经甲方同意，乙方不得转租。合同到期前一个月，双方协商是否续租。如发生争议，协商不成的，向房屋所在地人民法院起诉。',
};

describe('what counts as policy text', () => {
  for (const name of ['01-有缺口的备忘录.policy.md', '02-完整的实施方案.policy.md', '03-调研报告.md'])
    it(`${name} does`, () => {
      const { density, isPolicyText } = check(sample(name), 'markdown');
      assert.ok(isPolicyText);
      assert.ok(density > 15, String(density));
    });

  for (const [name, text] of Object.entries(others))
    it(`${name} does not`, () => {
      const { density, isPolicyText } = check(text);
      assert.equal(isPolicyText, false, String(density));
    });

  it('our own report and note on a memo do not, with their mark at the top or behind the title', () => {
    const mark = '<!-- Policy Lens report -->';
    const text = sample('01-有缺口的备忘录.policy.md');
    for (const own of [`${mark}\n\n${text}`, `# 审核意见\n\n${mark}\n\n${text}`])
      assert.equal(check(own, 'markdown').isPolicyText, false);
  });

  it('the sample on software does not', () => {
    assert.equal(check(sample('04-不是政策文本.md'), 'markdown').isPolicyText, false);
  });

  it('nor does a text too short to tell, nor one without Chinese', () => {
    assert.equal(check('建设中试平台，引进领军人才。').isPolicyText, false);
    assert.equal(check('The quick brown fox. '.repeat(50)).isPolicyText, false);
    assert.equal(check('').isPolicyText, false);
  });

  it('a memo does by a small taxonomy, too', () => {
    const { value } = loadTaxonomy([
      {
        name: 'small.yaml',
        text: [
          'id: small',
          'version: 1.0.0',
          'categories:',
          '  - { code: R1, name: { zh: 对策, en: Remedy }, definition: { zh: 对策, en: remedy } }',
          '  - code: R1.1',
          '    name: { zh: 转化, en: Transfer }',
          '    definition: { zh: 转化, en: transfer }',
          '    indicators:',
          '      - { id: manager, zh: 经理人, en: manager, strength: strong, phrases: [技术经理人, 中试平台] }',
        ].join('\n'),
      },
    ]);
    assert.ok(value);
    const small = createEnvironment(value, tokenizer, null);
    const by = (text: string, format: 'plain' | 'markdown'): boolean =>
      analyze(text, format, small).checked.isPolicyText;
    assert.ok(by(sample('02-完整的实施方案.policy.md'), 'markdown'));
    for (const text of Object.values(others)) assert.equal(by(text, 'plain'), false);
  });

  it('keeps its threshold for the taxonomy it was measured with', () => {
    const telling = builtinTaxonomy().categories.flatMap(({ kind, indicators }) =>
      'PRS'.includes(kind) ? indicators.filter(({ strength }) => strength !== 'weak') : [],
    );
    assert.ok(telling.length >= 257, String(telling.length));
  });

  it('published documents on innovation do', function () {
    const folder = join(import.meta.dirname, '../../../../shared/gold/dev');
    if (!existsSync(folder)) return this.skip();
    const silent = readdirSync(folder)
      .filter((name) => name.endsWith('.txt') && !name.includes('ctl'))
      .filter((name) => !check(readFileSync(join(folder, name), 'utf8')).isPolicyText);
    assert.deepEqual(silent, []);
  });
});
