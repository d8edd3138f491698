import { categories, message } from '../message';
import { isSurelyStated, nearestClues, otherPlaces, statedIn } from './clues';
import type { Rule } from './model';
import { excusedBy } from '../suppress/excused';

/** PL101: a stated problem whose primary remedies are all missing. */
export const problemWithoutRemedy: Rule = {
  id: 'PL101',
  name: 'problem-without-remedy',
  title: { zh: '提出了问题，没有首要对策', en: 'Stated problem without a primary remedy' },
  why: {
    zh: '读者看到问题，会接着找“怎么办”。一个问题的首要对策一条都没有，建议就落不到问题上。每个问题只提示一次，标在最有把握的一处陈述上。',
    en: 'Whoever reads of a problem looks for what is to be done about it. Where all its primary remedies are absent, the advice misses the problem. One finding a problem, at its surest statement.',
  },
  defaultSeverity: 'information',
  source: '编码手册“问题 → 对策”表（本工具对论文“现实问题”与“路径选择”“政策保障”的归纳，可在分类体系中修改）',
  bad: [
    {
      text: `# 关于我市新材料产业科技创新的情况报告

## 一、存在的问题

（一）关键核心技术受制于人。高端靶材、光刻胶等关键材料严重依赖进口，“卡脖子”问题突出。

## 二、下一步措施

（一）引进高层次人才。面向全球引进领军人才20名、创新团队10个，实施精准引才计划。
`,
      why: {
        zh: '陈述了核心技术受制（P1.3），全文没有技术与产业链攻关（R2.2）。',
        en: 'Dependence in core technology (P1.3) is stated; research on key technology (R2.2) is absent.',
      },
    },
  ],
  good: [
    {
      text: `# 关于我市新材料产业科技创新的情况报告

## 一、存在的问题

（一）关键核心技术受制于人。高端靶材、光刻胶等关键材料严重依赖进口，“卡脖子”问题突出。

## 二、下一步措施

（一）组织关键核心技术攻关。围绕高端靶材和光刻胶实施重大科技专项，支持龙头企业牵头开展关键核心技术攻关，补齐产业链短板。
（二）突破共性技术。每年安排10项关键共性技术联合攻关项目。
`,
      why: {
        zh: '问题之后有首要对策 R2.2，读者能对上号。',
        en: 'The primary remedy R2.2 follows the problem.',
      },
    },
  ],
  check(analysis, taxonomy) {
    const { coverage, document } = analysis;
    const present = new Set([...coverage.covered, ...coverage.thin]);
    const excused = excusedBy(analysis.notApplicable);
    return taxonomy.links.flatMap(({ problem, primary, related }) => {
      const expected = primary.filter((code) => !excused.has(code));
      if (expected.length === 0 || primary.some((code) => present.has(code))) return [];
      const stated = statedIn(analysis, problem);
      const first = stated[0];
      if (!first || !isSurelyStated(stated)) return [];
      const partly = related.filter((code) => present.has(code));
      const args = [categories([problem]), document.sentences.length, categories(expected)];
      return [
        {
          start: first.start,
          end: first.end,
          message:
            partly.length > 0
              ? message('PL101.partly', ...args, categories(partly))
              : message('PL101.message', ...args),
          related: [...nearestClues(analysis, expected), ...otherPlaces(analysis, stated, 'clue.alsoStated')],
          categories: expected,
        },
      ];
    });
  },
};
