import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import type { Category } from '../../../src/core/taxonomy/model';

const folder = 'src/core/taxonomy/builtin';
const taxonomy = builtinTaxonomy();
const leaves = taxonomy.categories.filter(({ isLeaf }) => isLeaf);
const remedies = leaves.filter(({ kind }) => kind !== 'P');
const of = (code: string): Category => {
  const category = taxonomy.byCode.get(code);
  assert.ok(category, code);
  return category;
};

/** The named tools of the paper by section (codebook, layer I), by the names shown to users. */
const instruments: Record<string, string> = {
  'R1.1': '要素流通渠道 政产学研用一体化平台 知识共享机制 利益分配制度 科技资源布局统筹',
  'R1.2':
    '人才配置市场化改革 人才选聘新机制 精准引才计划 揭榜挂帅 赛马 政企共同出资引才 海外人才引进机制 人才交流通道',
  'R1.3':
    '国家实验室体系与基础研究资金支持 信贷 股权投资 证券与上市 融资担保 保险 天使/创业/私募投资 接力式金融服务 全生命周期金融服务',
  'R2.1': '出题人/答题人/阅卷人 开放供应链与创新资源 梯级培育计划 专精特新“小巨人” 单项冠军 创新联合体',
  'R2.2': '龙头企业牵头联合攻关 产业链梳理 补链/固链/强链 未来产业超前布局 链式创新与链式升级',
  'R2.3':
    '区域技术转移转化中心 技术经理人 知识产权管理运营机构 成果转化和技术转移基地 知识产权示范高校 成果对接平台 企业家走进实验室 圆桌会议 利益分配/风险共担/评估激励机制 产权交易',
  'R3.1': '一体化改革 产业政策 部门配套政策 财政科技资金 耐心资本 知识产权保护服务',
  'R3.2': '固/强/补/控/融链 营商环境（论文放在此节） 共生系统 全链条创新生态',
  'R3.3': '统筹协调决策机制 部门协作 央地协同 普惠政策与行业定向政策 专项优惠政策',
  'S1.1':
    '协同创新平台 中试平台 概念验证中心 孵化基地 新型研发机构 高校地方研究院 产业园区 合作网络 信息中枢',
  'S1.2': '宽容失败 松绑减负放权 科技评价分类制度 长周期激励 新型举国体制',
  'S2.1': '科技—产业—金融循环 多元分阶段融资渠道 一行一策 一司一策 补贴标准动态调整',
  'S2.2': '风险处置框架 风险监管体系 大数据信用体系 科技保险 科技信贷担保 成果转化政府引导基金',
  'S3.1': '人才图谱 个性化激励政策 住房补贴 子女教育 知识产权保护制度 赛马制',
  'S3.2': '校企联合培养 共育共管载体 多元化与分类评价 学科专业动态调整 跨学科融合',
  'S3.3': '欠发达地区支持 简化流动政策 跨行业交流 柔性流动 双向选择 海外人才数据库 专业人才信息库',
  'S4.1': '审批流程精简 国际科技合作基地评估与动态调整 国家级实验室国际化 国际规则与伦理审查标准',
  'S4.2': '平台监管框架 联合研发机构 孵化器 国际创新平台',
  'S4.3': '技术引进战略 消化吸收再创新 技术转移渠道 市场准入与跨境审批简化',
};

describe('built-in taxonomy', () => {
  it('has all categories of the codebook', () => {
    const codes = (kind: string): string =>
      taxonomy.categories
        .filter((category) => category.kind === kind)
        .map(({ code }) => code)
        .join(' ');
    assert.equal(codes('P'), 'P1 P1.1 P1.2 P1.3 P2 P2.1 P2.2 P2.3 P3 P3.1 P3.2');
    assert.equal(codes('R'), 'R1 R1.1 R1.2 R1.3 R2 R2.1 R2.2 R2.3 R3 R3.1 R3.2 R3.3');
    assert.equal(codes('S'), 'S1 S1.1 S1.2 S2 S2.1 S2.2 S3 S3.1 S3.2 S3.3 S4 S4.1 S4.2 S4.3');
    assert.equal(codes('A'), 'A1 A2 A3 A4 A5 A6 A7');
    assert.equal(codes('T'), 'T1 T2 T3');
    assert.equal(codes('M'), 'M1 M2 M3');
    assert.equal(leaves.length, 27);
  });

  it('says of every category what it is, in both languages, and where the paper has it', () => {
    for (const { code, name, definition, section } of taxonomy.categories)
      for (const text of [name.zh, name.en, definition.zh, definition.en, section])
        assert.ok(text.length > 1, code);
  });

  it('gives every leaf a model sentence, a boundary and several indicators', () => {
    for (const { code, model, boundaries, indicators } of leaves) {
      assert.ok(model.length >= 15, code);
      assert.ok(boundaries.length >= 1, code);
      assert.ok(indicators.length >= 4, code);
      for (const boundary of boundaries) assert.ok(taxonomy.byCode.get(boundary.with)?.isLeaf, boundary.with);
    }
  });

  it('gives every remedy a reason and two drafts or more with actor, figure and deadline to fill in', () => {
    for (const { code, why, drafts } of remedies) {
      assert.ok(why && why.zh.length > 10 && why.en.length > 10, code);
      assert.ok(drafts.length >= 2, code);
      for (const { title, body } of drafts) {
        const placeholders = [...body.matchAll(/\$\{(\d+):([^}]+)\}/gu)];
        const numbers = placeholders.map(([, number]) => Number(number));
        assert.deepEqual(
          numbers,
          [...numbers].sort((a, b) => a - b),
          title.zh,
        );
        assert.equal(new Set(numbers).size, numbers.length, title.zh);
        assert.match(body, /\$\{\d+:__\}年/u, `${code} ${title.zh}: deadline`);
        assert.match(body, /__[}∶](?!年)/u, `${code} ${title.zh}: figure`);
        // A figure that nobody thought of would read like one that somebody did.
        assert.doesNotMatch(body.replaceAll(/\$\{\d+:/gu, ''), /\d/u, `${code} ${title.zh}: invented figure`);
        assert.match(body, /由\$\{|\$\{1:|[鼓励支持].*\$\{/u, `${code} ${title.zh}: actor`);
      }
    }
  });

  it('marks the supplements of the codebook and the backbone market, firm, government', () => {
    assert.deepEqual(
      taxonomy.categories.filter(({ supplement }) => supplement).map(({ code }) => code),
      ['P1.3', 'P2.3'],
    );
    const backbone = Object.fromEntries(
      ['R1.1', 'R2', 'R3.3', 'M1', 'M2', 'M3', 'S1.1'].map((code) => [code, of(code).backbone]),
    );
    assert.deepEqual(backbone, {
      'R1.1': 'A1',
      R2: 'A2',
      'R3.3': 'A3',
      M1: 'A1',
      M2: 'A2',
      M3: 'A3',
      'S1.1': null,
    });
  });

  for (const [code, names] of Object.entries(instruments)) {
    it(`${code}: holds the named instruments of the paper`, () => {
      const found = of(code).indicators.filter(({ instrument }) => instrument);
      const labels = found.map(({ label }) => label.zh);
      for (const name of names.split(' ')) assert.ok(labels.includes(name), name);
      for (const { id, source } of found) assert.ok(source !== 'user', id);
    });
  }

  it('answers every problem with remedies', () => {
    assert.deepEqual(
      taxonomy.links.map(({ problem }) => problem),
      leaves.filter(({ kind }) => kind === 'P').map(({ code }) => code),
    );
    for (const { primary, related } of taxonomy.links) {
      assert.ok(primary.length > 0);
      for (const code of [...primary, ...related]) assert.match(of(code).kind, /[RS]/u);
      assert.equal(new Set([...primary, ...related]).size, primary.length + related.length);
    }
  });

  it('names every indicator once, after its category', () => {
    const ids = taxonomy.categories.flatMap(({ code, indicators }) =>
      indicators.map(({ id, category }) => {
        assert.equal(category, code);
        assert.ok(id.startsWith(`${code}/`), id);
        return id;
      }),
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('cannot be changed', () => {
    assert.throws(() => {
      (of('R2.3').indicators[0] as { strength: string }).strength = 'weak';
    }, TypeError);
    assert.ok(Object.isFrozen(taxonomy.links));
    assert.equal(builtinTaxonomy(), taxonomy);
  });

  it('is what its YAML files say today (otherwise run npm run generate)', () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
    const { value, problems } = loadTaxonomy(files);
    assert.deepEqual(problems, []);
    assert.equal(value?.fingerprint, taxonomy.fingerprint);
    assert.deepEqual(value?.categories, taxonomy.categories);
  });
});
