import { categories, message } from '../message';
import { unfilledSentences } from '../coverage/blanks';
import { certainty } from '../match/scoring/certainty';
import type { Annotation } from '../model';
import { excerptOf, isSurelyStated, otherPlaces, statedIn } from './clues';
import type { Rule } from './model';

/** PL103: a stated problem whose primary remedies are only named in a heading, in sentences with blanks, or in one weak sentence. */
export const thinAnswer: Rule = {
  id: 'PL103',
  name: 'thin-answer',
  title: { zh: '问题回应单薄', en: 'Problem answered only thinly' },
  why: {
    zh: '首要对策只出现在标题里，句中空位还没有填，或只有一句把握不大的话，读者看不出打算怎么做。提示标在问题上，并指出那处单薄的回应。',
    en: 'Where the primary remedy is a mere heading, a sentence with blanks to be filled in, or one doubtful sentence, the reader cannot tell what will be done. The finding stands on the problem and points at the thin answer.',
  },
  defaultSeverity: 'hint',
  source:
    '编码手册“问题 → 对策”表；单薄 = 只有标题、有待填空位的句子，或只有一句低于 0.6 分（见 src/core/coverage/summarize.ts）',
  bad: [
    {
      text: `# 关于我市科技人才工作的报告

## 一、存在的问题

（一）关键核心技术受制于人。高端芯片和基础软件依赖进口，“卡脖子”问题突出。

## 二、工作打算

### （一）组织关键核心技术攻关

### （二）引进高层次人才

面向全球引进领军人才20名，实施精准引才计划，引进创新团队10个。
`,
      why: {
        zh: '技术攻关只有一个标题，下面没有内容。',
        en: 'Research on key technology is a heading with nothing below it.',
      },
    },
  ],
  good: [
    {
      text: `# 关于我市科技人才工作的报告

## 一、存在的问题

（一）关键核心技术受制于人。高端芯片和基础软件依赖进口，“卡脖子”问题突出。

## 二、工作打算

### （一）组织关键核心技术攻关

围绕高端芯片实施重大科技专项，支持龙头企业牵头开展关键核心技术联合攻关。每年安排10项关键共性技术攻关项目，补齐产业链短板。
`,
      why: { zh: '标题之下有具体的攻关安排。', en: 'The heading is followed by concrete research projects.' },
    },
  ],
  check(analysis, taxonomy) {
    const covered = new Set(analysis.coverage.covered);
    const thin = new Set(analysis.coverage.thin);
    const unfilled = unfilledSentences(analysis.document);
    const formOf = ({ isHeading, sentence }: Annotation) =>
      isHeading ? 'heading' : unfilled.has(sentence) ? 'blank' : 'sentence';
    return taxonomy.links.flatMap(({ problem, primary }) => {
      const weak = primary.filter((code) => thin.has(code));
      if (weak.length === 0 || primary.some((code) => covered.has(code))) return [];
      const stated = statedIn(analysis, problem);
      const first = stated[0];
      if (!first || !isSurelyStated(stated)) return [];
      const answers = weak.flatMap((code) => statedIn(analysis, code).slice(0, 1));
      const forms = new Set(answers.map(formOf));
      const form = (['sentence', 'blank'] as const).find((each) => forms.has(each)) ?? 'heading';
      return [
        {
          start: first.start,
          end: first.end,
          message: message(`PL103.${form}Only`, categories([problem]), categories(weak)),
          related: [
            ...answers.map((answer) => ({
              start: answer.start,
              end: answer.end,
              message: message(
                `PL103.${formOf(answer)}`,
                categories([answer.category]),
                excerptOf(analysis, answer),
                certainty(answer.score),
              ),
            })),
            ...otherPlaces(analysis, stated, 'clue.alsoStated'),
          ],
          categories: weak,
        },
      ];
    });
  },
};
