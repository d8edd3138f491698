import { message } from '../message';
import { excerpt } from './clues';
import { isBesideMeasures, isEmptyPromise, leafSections, wordsOf } from './commitment';
import type { Gap, Rule } from './model';

/** PL105: an item of measures that promises more of something and names no measure, deadline or figure. */
export const emptyCommitment: Rule = {
  id: 'PL105',
  name: 'empty-commitment',
  title: { zh: '空转的承诺', en: 'Empty commitment' },
  why: {
    zh: '“进一步加强”“不断完善”之后没有具体做法、没有期限、没有数字，这一条就无从落实和检查。只在一条措施的每个分句都如此时提示，一条一次；总体要求、组织领导等部分不提示。',
    en: '“Further strengthen …” without a measure, a deadline or a figure can be neither done nor checked. Reported only where every clause of an item is like that, once; preambles and organisational sections are left alone.',
  },
  defaultSeverity: 'hint',
  source:
    '编码手册：“显著增强”“更加完善”而无机制、无数字 → 不编；《党政机关公文处理工作条例》第十九条：所提政策措施和办法切实可行',
  bad: [
    {
      text: `# 关于推进科技创新的工作措施

## 一、主要措施

（一）设立成果转化基金。市财政局出资2亿元设立科技成果转化引导基金，2026年底前完成首批投资。

（二）强化创新意识。进一步提高对科技创新的认识，不断增强创新的主动性，努力营造良好氛围。
`,
      why: {
        zh: '第（二）条只有“进一步”“不断”“努力”。',
        en: 'Item （二） only says “further”, “steadily”, “strive”.',
      },
    },
  ],
  good: [
    {
      text: `# 关于推进科技创新的工作措施

## 一、主要措施

（一）设立成果转化基金。市财政局出资2亿元设立科技成果转化引导基金，2026年底前完成首批投资。

（二）强化企业创新意识。进一步加强政策宣传，每季度组织一场研发费用加计扣除培训，全年覆盖企业500家。
`,
      why: {
        zh: '“进一步”后面有做法、频次和数字。',
        en: '“Further” is followed by a measure, a frequency and a figure.',
      },
    },
  ],
  check(analysis) {
    const { document } = analysis;
    return leafSections(analysis).flatMap(({ section, sentences }): Gap[] => {
      const first = sentences[0];
      const last = sentences.at(-1);
      if (!first || !last || isBesideMeasures(document.sections, section.index)) return [];
      if (!sentences.every((sentence) => isEmptyPromise(wordsOf(document, sentence)))) return [];
      return [
        {
          start: first.start,
          end: last.end,
          message: message(
            sentences.length === 1 ? 'PL105.one' : 'PL105.message',
            excerpt(section.title),
            sentences.length,
          ),
          related: [],
          categories: [],
        },
      ];
    });
  },
};
